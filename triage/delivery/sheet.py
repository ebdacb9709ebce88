"""The typst source of one letter on paper: whose it is, to whom, the words, who signed. Words only ever as strings."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from triage.letter import QUESTIONS
from triage.markup import Block, Line, blocks, one_idea_a_line, said
from triage.models import Party


@dataclass(frozen=True)
class Print:
    """How a shape is printed: `size` in points, `right` the right margin in millimetres (it makes the line short)."""

    size: int
    right: int = 25
    easy: bool = False


# Large print is 18 points at least (Accessible Information Standard, RNIB); easy read 16 with short lines.
PRINTS = {
    Party.Shape.STANDARD: Print(12),
    Party.Shape.LARGE_PRINT: Print(18),
    Party.Shape.EASY_READ: Print(16, right=60, easy=True),
}
PREAMBLE = """
#set text(font: "Noto Sans", lang: "en", region: "GB", hyphenate: false)
#set par(leading: 0.7em, spacing: 1.2em, justify: false)
#set list(spacing: 0.9em)
#set enum(spacing: 0.9em)
#show heading: set text(weight: "semibold")
#show heading.where(level: 1): set text(size: 1.15em)
#show heading.where(level: 2): set text(size: 1em)
#show heading: set block(above: 1.6em, below: 0.9em, sticky: true)
// At least as high as the place for it, and higher where the words and the air below them need more.
#let in-window(size, body) = { set text(size: size); set par(leading: 0.4em); body }
#let room(high, body) = context {
  let used = measure(block(width: 159mm, body)).height
  block(height: calc.max(high, used + 4mm), width: 100%, above: 0pt, below: 0pt, body)
}
"""


@dataclass(frozen=True)
class Sheet:
    """One letter as it is printed. `organisation` and `to` are lines; `draft` says on each page that it is none yet.

    `window`: the address is small enough for the window that GOV.UK Notify reads (95.4 by 26.8 mm).
    """

    title: str
    organisation: tuple[str, ...]
    to: tuple[str, ...]
    reference: str
    on: date
    text: str
    signature: str = ""
    shape: str = Party.Shape.STANDARD
    draft: bool = False
    window: bool = False


def source(sheet: Sheet) -> str:
    """The whole source. A shape that is not printed is drawn as standard print, for whoever makes the other from it."""
    shape = PRINTS.get(sheet.shape, PRINTS[Party.Shape.STANDARD])
    return "\n".join((_page(sheet, shape), PREAMBLE, *_head(sheet), *_words(sheet, shape), _signed(sheet)))


def _page(sheet, shape):
    title = f"{'Draft: ' if sheet.draft else ''}{sheet.title}, {sheet.reference}"
    draft = '"Draft, not sent. " + ' if sheet.draft else ""
    return (
        f"#set document(title: {_said(title)}, author: {_said(sheet.organisation[0])}, "
        f"date: datetime(year: {sheet.on.year}, month: {sheet.on.month}, day: {sheet.on.day}))\n"
        f'#set page(paper: "a4", margin: (left: 24.6mm, right: {shape.right}mm, top: 15mm, bottom: 25mm), '
        f"footer: context {{ {draft}{_said(sheet.reference)} + h(1fr) + "
        '"Page " + str(counter(page).get().first()) + " of " + str(counter(page).final().first()) })\n'
        f"#set text(size: {shape.size}pt)"
    )


def _head(sheet) -> Iterator[str]:
    """The window begins 39.5 mm from the top of the page: 24.5 mm for whose letter it is."""
    first, *rest = sheet.organisation
    whose = " + linebreak() + ".join([f"strong({_said(first)})", *map(_said, rest)])
    yield f"#room(24.5mm, {'in-window(12pt, ' if sheet.window else 'text('}{whose}))"
    if sheet.to:
        whom = " + linebreak() + ".join(map(_said, sheet.to))
        yield f"#room(26.8mm, {'in-window(9.5pt, ' if sheet.window else 'text('}{whom}))"
    day = f"{sheet.on.day} {sheet.on:%B %Y}"
    yield "#v(8mm)"
    yield f"#par({_said(day)} + linebreak() + {_said(f'Our reference: {sheet.reference}')})"
    yield f"#heading(level: 1, {_said(sheet.title)})"


def _words(sheet, shape) -> Iterator[str]:
    for block in blocks(sheet.text):
        yield from DRAWN[block.kind](one_idea_a_line(block) if shape.easy else block, shape)


def _heading(block: Block, shape) -> Iterator[str]:
    words = said(block.lines[0])
    asked = QUESTIONS.get(words.rstrip(":"), words) if shape.easy else words
    yield f"#heading(level: 2, {_said(asked)})"


def _paragraph(block: Block, shape) -> Iterator[str]:
    if shape.easy:
        yield from (f"#par({_line(line)})" for line in block.lines)
    else:
        yield f"#par({' + linebreak() + '.join(map(_line, block.lines))})"


def _bullets(block: Block, shape) -> Iterator[str]:
    yield f"#list({', '.join(map(_line, block.lines))})"


def _numbers(block: Block, shape) -> Iterator[str]:
    yield f"#enum(start: {block.start}, {', '.join(map(_line, block.lines))})"


DRAWN = {"heading": _heading, "paragraph": _paragraph, "bullets": _bullets, "numbers": _numbers}


def _signed(sheet):
    return f"#block(above: 2em, par({_said(sheet.signature)}))" if sheet.signature else ""


def _line(line: Line) -> str:
    return " + ".join(f"strong({_said(words)})" if bold else _said(words) for words, bold in line)


def _said(words: str) -> str:
    """Words as a string of typst's: nothing in them is ever a command. What cannot be seen is left out."""
    seen = "".join(letter if letter.isprintable() else " " for letter in words)
    return '"' + seen.replace("\\", "\\\\").replace('"', '\\"') + '"'
