"""The typst source of printed forms: everything placed by the layout, in the order it should be read aloud."""

from collections.abc import Iterator
from dataclasses import replace

from django.utils import translation
from django.utils.translation import gettext as _

from feedback.paper.form import pictures, symbols, wording
from feedback.paper.form.measuring import fitting, lead
from feedback.paper.layout import Box, Choice, Field, FieldKind, Layout, Words

BLUE, INK, GREY, PALE = "#005eb8", "#212b32", "#4c6272", "#eef2f4"
TICK_LINE, BOX_LINE = 0.35, 0.25  # millimetres: boxes to tick are the darker ones
FACE = 13  # millimetres
PREAMBLE = """
#set text(font: "Noto Sans", size: 12pt, fill: rgb("#212b32"), hyphenate: false,
  top-edge: 0.95em, bottom-edge: -0.3em)
#set par(leading: 0em, spacing: 0em, justify: false)
#set block(spacing: 0em)
#show heading: set text(weight: "semibold")
#show heading: set block(above: 0em, below: 0em)
#let at(x, y, w, h, body) = place(top + left, dx: x * 1mm, dy: y * 1mm,
  block(width: w * 1mm, height: h * 1mm, body))
#let say(x, y, w, h, size, edge, colour, body) = at(x, y, w, h, {
  show heading: set text(size: size * 1pt)
  set text(size: size * 1pt, fill: rgb(colour))
  align(edge, body)
})
#let drawn(x, y, w, h, shape, alt) = at(x, y, w, h,
  image(bytes(shape), format: "svg", width: w * 1mm, height: h * 1mm, alt: alt))
#let outline(x, y, w, h, thick, colour, alt) = at(x, y, w, h, figure(alt: alt, kind: "box",
  supplement: none, numbering: none, outlined: false, gap: 0pt,
  rect(width: w * 1mm, height: h * 1mm, stroke: thick * 1mm + rgb(colour), fill: white)))
#let combed(x, y, w, h, cells, thick, colour, alt) = at(x, y, w, h, figure(alt: alt, kind: "box",
  supplement: none, numbering: none, outlined: false, gap: 0pt,
  block(width: w * 1mm, height: h * 1mm, for (cx, cw) in cells {
    place(top + left, dx: cx * 1mm, rect(width: cw * 1mm, height: h * 1mm, stroke: thick * 1mm + rgb(colour), fill: white))
  })))
#let shade(x, y, w, h, colour) = at(x, y, w, h, pdf.artifact(rect(width: 100%, height: 100%, fill: rgb(colour))))
"""


def document(layout: Layout, payloads, place) -> str:
    """The whole source: one form for each payload, pages in order."""
    title = f"{layout.title}: {place.service}, {place.organisation}"
    start = (
        f"#set document(title: {quoted(title)}, author: {quoted(place.organisation)})\n"
        f"#set page(width: {layout.width}mm, height: {layout.height}mm, margin: 0mm)\n"
        f'#set text(lang: "{layout.language}", region: "GB", dir: {layout.direction})\n'
    )
    said = {"organisation": place.organisation, "service": place.service,
            "link": place.link, "telephone": place.telephone}  # fmt: skip
    with translation.override(layout.language):  # for what a screen reader says of boxes and codes
        static = [f"#let page-{page}(serial) = [\n{body}]\n" for page, body in _shared(layout, said)]
        sheets = [_sheet(layout, payload) for payload in payloads]
        return "".join((start, PREAMBLE, _markers(layout), *static, *sheets))


def plain_serial(serial: int) -> str:
    """In plain figures, as people read it out: "0001 2345"."""
    figures = f"{serial:08d}"
    return f"{figures[:4]} {figures[4:]}"


def quoted(text: str) -> str:
    """Words as a string of typst's."""
    text = " ".join(text.split())
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _sheet(layout, payload):
    """One form: what is the same on all of them, and its own codes and serial number."""
    pages = []
    for page in range(1, layout.pages + 1):
        own = replace(payload, page=page)
        codes = "".join(
            _code(mark, own) for mark in layout.marks if mark.page == page and mark.kind != "marker"
        )
        serial = quoted(plain_serial(payload.serial))
        pages.append(f"#page[#page-{page}({serial})\n{codes}]\n")
    return "".join(pages)


def _code(mark, payload):
    if mark.kind == "qr":
        dark = symbols.qr(symbols.address(payload), mark.box.width)
        alt = _("QR code: opens this form on your phone")
    else:
        dark = symbols.datamatrix(payload.text(), mark.box.width)
        alt = _("Code for the machine that reads this form")
    return f"#drawn({_box(mark.box)}, {quoted(_svg(dark))}, {quoted(alt)})\n"


def _svg(dark):
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {len(dark)} {len(dark)}'>"
        f"<path d='{symbols.path(dark)}'/></svg>"
    )


def _markers(layout):
    """The markers, drawn once for all sheets."""
    return "".join(
        f"#let marker-{mark.value} = drawn({_box(mark.box)}, {quoted(_svg(symbols.marker(mark.value)))},"
        f" {quoted(_('Corner mark for the machine that reads this form'))})\n"
        for mark in layout.marks
        if mark.kind == "marker"
    )


def _shared(layout, said) -> Iterator[tuple[int, str]]:
    for page in range(1, layout.pages + 1):
        markers = "".join(
            f"#marker-{mark.value}\n" for mark in layout.marks if mark.page == page and mark.kind == "marker"
        )
        yield page, "".join(_in_order(layout, page, said)) + markers


def _in_order(layout, page, said) -> Iterator[str]:
    """Words as they come, each field after its own: choices by turns with the words beside them."""
    words = [one for one in layout.words if one.page == page]
    asked = {field.label: field for field in layout.on_page(page)}
    band = words[0].box
    alone = words[1].box.y >= band.y + band.height  # the title, in its band
    yield f"#shade({_box(band)}, {quoted(BLUE)})\n"
    waiting: Field | None = None  # for its hint to be said first
    ticks: list[Choice] = []
    pictured = False
    for one in words:
        if waiting and one.role != "hint":
            yield _answer(waiting)
            waiting = None
        tick = ticks.pop(0) if ticks and one.role == "p" else None
        if tick:
            yield _tick(tick, pictured)
        if one.role == "h2" and one.text in asked:
            field = asked[one.text]
            ticks = list(field.choices)
            pictured = layout.variant == wording.EASY_READ and field.name == "fft_answer"
            waiting = None if ticks else field
            if field.name == "stamp":
                yield _staff_only(one.box, field.box)
        yield _say(one, said, band, tick, alone)
    if waiting:
        yield _answer(waiting)


def _say(one: Words, said, band: Box, tick: Choice | None, alone: bool = False) -> str:
    """Words in their box; a sentence whose word for a place is empty is left out."""
    if any(f"{{{name}}}" in one.text and not words for name, words in said.items()):
        return ""
    text = one.text
    for name, words in said.items():
        text = text.replace(f"{{{name}}}", words)
    body = "+ serial +".join(quoted_part(part) for part in text.split("{serial}"))
    kind = {"h1": "heading(level: 1, ", "h2": "heading(level: 2, "}.get(one.role, "par(")
    title, box = one.box == band, one.box
    if title:  # the band is the box; its words stand inside
        high = lead(one.size)
        down = (box.height - high) / 2 if alone else 0.8
        box = Box(box.x + 4, box.y + down, box.width - 8, high)
    under = tick and one.box.y >= tick.box.y + tick.box.height
    edge = "center" if under else "end" if one.role == "serial" else "start"
    inside = band.y <= one.box.y < band.y + band.height
    colour = "#ffffff" if inside else GREY if one.role == "hint" else INK
    size = fitting(text, one.size, box) if text != one.text else one.size
    return f"#say({_box(box)}, {size}, {edge}, {quoted(colour)}, {kind}{body}))\n"


def quoted_part(part: str) -> str:
    """A string that keeps the spaces at its ends."""
    return '"' + part.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _tick(choice, pictured) -> str:
    box = choice.box
    drawn = f"#outline({_box(box)}, {TICK_LINE}, {quoted(INK)}, {quoted(_('Box to tick'))})\n"
    if not pictured:
        return drawn
    face = Box(box.x + (box.width - FACE) / 2, box.y - FACE - 2.5, FACE, FACE)
    alt = wording.picture(choice.value)
    return f"#drawn({_box(face)}, {quoted(pictures.answer(choice.value, INK))}, {quoted(alt)})\n{drawn}"


def _answer(field: Field) -> str:
    if field.kind is FieldKind.TEXT:
        return f"#outline({_box(field.box)}, {BOX_LINE}, {quoted(GREY)}, {quoted(_('Space to write'))})\n"
    cells = ", ".join(f"({cell.x - field.box.x:.2f}, {cell.width})" for cell in field.cells)
    alt = _("%(count)s boxes, one figure in each") % {"count": len(field.cells)}
    return f"#combed({_box(field.box)}, ({cells}), {BOX_LINE}, {quoted(GREY)}, {quoted(alt)})\n"


def _staff_only(words: Box, box: Box) -> str:
    """A pale ground under what staff fill in."""
    ground = Box(words.x - 2, words.y - 1, words.width + 2, box.y + box.height - words.y + 2.5)
    return f"#shade({_box(ground)}, {quoted(PALE)})\n"


def _box(box: Box) -> str:
    return f"{box.x:.2f}, {box.y:.2f}, {box.width:.2f}, {box.height:.2f}"
