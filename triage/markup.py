"""The light marks of a letter: headings, paragraphs, lists and bold. Pure: text in, blocks out.

`# A heading` (or `## `), `- one of a list`, `1. one of a numbered list`, `**bold**`; a blank line ends a
paragraph, and a line break stays one. Nothing else means anything: what looks like HTML is words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

HEADING = re.compile(r"#{1,3}\s+(\S.*)")
BULLET = re.compile(r"[-*•]\s+(\S.*)")
NUMBER = re.compile(r"(\d{1,3})[.)]\s+(\S.*)")
BOLD = re.compile(r"\*\*(\S(?:[^\n]*?\S)?)\*\*")
# Where a new sentence starts: easy read gives each a line of its own. Not after "Mr.", "J." or "10 a.m.".
SENTENCE = re.compile(
    r"(?:(?<=[a-z0-9)’”][.!?])|(?<=[A-Z]{2}[.!?]))(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bMrs\.)(?<!\.[a-z]\.)"
    r" +(?=[A-Z“‘(])"
)

Line = tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Block:
    """`kind` is heading, paragraph, bullets or numbers; `lines` are its lines or items, each of runs (words, bold).

    `start` is the first number of a numbered list: one that goes on after a paragraph keeps its numbers.
    """

    kind: str
    lines: tuple[Line, ...]
    start: int = 1


def blocks(text: str) -> list[Block]:
    """The blocks of a letter in order. Words are never lost, whatever the marks."""
    found: list[tuple[str, int, list[Line]]] = []
    ended = True
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        line = raw.strip()
        if not line:
            ended = True
            continue
        kind, start, words = _read(line)
        if found and found[-1][0] == kind and kind != "heading" and not (ended and kind == "paragraph"):
            found[-1][2].append(runs(words))
        else:
            found.append((kind, start, [runs(words)]))
        ended = False
    return [Block(kind, tuple(lines), start) for kind, start, lines in found]


def runs(words: str) -> Line:
    """(words, whether bold) in order: "a **b** c" -> (("a ", False), ("b", True), (" c", False))."""
    parts, at = [], 0
    for match in BOLD.finditer(words):
        parts += [(words[at : match.start()], False), (match[1], True)]
        at = match.end()
    parts.append((words[at:], False))
    return tuple(part for part in parts if part[0])


def plain(text: str) -> str:
    """The same letter without marks, as it is read where there is no bold: headings stand alone, lists keep their dash."""
    return "\n\n".join("\n".join(_plain_lines(block)) for block in blocks(text))


def one_idea_a_line(block: Block) -> Block:
    """For easy read: each sentence of a paragraph on a line of its own."""
    if block.kind != "paragraph":
        return block
    return Block(block.kind, tuple(piece for line in block.lines for piece in _sentences(line)))


def said(line: Line) -> str:
    """The words of a line."""
    return "".join(words for words, _ in line)


def _read(line):
    if match := NUMBER.fullmatch(line):
        return "numbers", int(match[1]), match[2]
    for kind, pattern in (("heading", HEADING), ("bullets", BULLET)):
        if match := pattern.fullmatch(line):
            return kind, 1, match[1]
    return "paragraph", 1, line


def _plain_lines(block) -> Iterator[str]:
    for number, line in enumerate(block.lines, start=block.start):
        mark = {"bullets": "- ", "numbers": f"{number}. "}.get(block.kind, "")
        yield mark + said(line)


def _sentences(line: Line) -> Iterator[Line]:
    """A line cut where sentences start, also where one ends inside bold words."""
    text, start = said(line), 0
    for gap in SENTENCE.finditer(text):
        yield _part(line, start, gap.start())
        start = gap.end()
    yield _part(line, start, len(text))


def _part(line: Line, start: int, end: int) -> Line:
    parts, at = [], 0
    for words, bold in line:
        piece = words[max(start - at, 0) : max(end - at, 0)]
        if piece:
            parts.append((piece, bold))
        at += len(words)
    return tuple(parts)
