"""Made pages, one after another, each from its seed and its number alone: any part of a pile can be made again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from feedback.paper.form.draw import Place
from feedback.paper.generator import hands, pictures
from feedback.paper.generator.answers import BLANK, Answer, Person, fill
from feedback.paper.generator.chance import chance, drawn
from feedback.paper.generator.drills import DRILLS
from feedback.paper.generator.hands import Hand
from feedback.paper.generator.marks import Pen, mark
from feedback.paper.generator.mixes import MIXES, Plan, apply, plan
from feedback.paper.generator.printed import INK, PLACE, lay, printed
from feedback.paper.layout import FieldKind, Layout
from feedback.paper.payload import Payload

# Who fills in a sheet: one who writes, one who types into the PDF, one who leaves it empty.
SHEETS = {"hand": 70, "typed": 25, "blank": 5}


@dataclass(frozen=True)
class Whose:
    """Whose forms they are, as their codes say, and the serial number of the first sheet."""

    organisation: str = "RX1"
    service: int = 83
    first: int = 1
    place: Place = PLACE


@dataclass(frozen=True)
class Sheet:
    """One filled form before it was scanned: what was meant, by what hand."""

    layout: Layout
    payload: Payload
    place: Place
    hand: Hand
    answers: dict[str, Answer]
    seed: str


@dataclass(frozen=True)
class Made:
    """One page as scanned: its picture (PNG or JPEG) and the truth of it, in plain values.

    truth: file, page (in that file, from 1), payload, serial, form_page, orientation (degrees it lies turned,
    clockwise), one_bit, dpi, damage (names), hand, pen, and fields {name: {kind, value, doubtful, marks, struck,
    crossed}}; `crossed` says where (hands.Put).
    """

    picture: bytes
    ending: str
    truth: dict


def make(
    layouts: Sequence[Layout],
    count: int,
    seed: int,
    *,
    kept_apart: bool = False,
    mix: str = "ordinary",
    drill: str = "",
    one_bit: bool | None = None,
    whose: Whose | None = None,
    start: int = 0,
) -> Iterator[Made]:
    """Pages `start` to `start + count - 1` of an endless pile: layouts in turn, all pages of a sheet together.

    `kept_apart` lets in the handwriting that nothing was taught with. `mix` is one of MIXES,
    `drill` one of DRILLS: a pile full of what is hard.
    """
    whose = whose or Whose()
    for number in range(start, start + count):
        at, page = place(layouts, number)
        one = sheet(layouts[at % len(layouts)], at, seed, kept_apart=kept_apart, drill=drill, whose=whose)
        befallen = plan(MIXES[mix], chance(seed, at, "plan", page), one_bit=one_bit)
        made = scan(one, page, befallen, f"{one.seed}:scan")
        made.truth["page"] = number + 1
        yield made


def place(layouts: Sequence[Layout], number: int) -> tuple[int, int]:
    """(which sheet, which of its pages) the page of that number is; numbers from 0, pages of a form from 1."""
    rounds, rest = divmod(number, sum(layout.pages for layout in layouts))
    for index, layout in enumerate(layouts):
        if rest < layout.pages:
            return rounds * len(layouts) + index, rest + 1
        rest -= layout.pages
    raise AssertionError


def sheet(
    layout: Layout, number: int, seed: int, *, kept_apart: bool = False, drill: str = "", whose: Whose
) -> Sheet:
    """The sheet of that number, filled in by somebody."""
    source = chance(seed, number, "sheet")
    how = drawn(source, SHEETS)
    person = BLANK if how == "blank" else Person.drawn(source)
    hand = hand_for(how, source, kept_apart=kept_apart)
    if drill:
        person, hand = DRILLS[drill].change(person, hand, source)
    return Sheet(
        layout,
        payload(layout, number, whose),
        whose.place,
        hand,
        fill(layout, source, person),
        f"{seed}:{number}",
    )


def hand_for(how: str, source, *, kept_apart: bool = False) -> Hand:
    """A hand, or a machine with a pen beside it."""
    if how == "typed":
        return Hand.machine(source, Pen.drawn(source))
    return Hand.drawn(source, kept_apart=kept_apart)


def payload(layout: Layout, number: int, whose: Whose) -> Payload:
    """What the codes of sheet `number` say, on its first page."""
    return Payload(
        layout.form, layout.version, layout.variant, layout.language, 1,
        whose.organisation, whose.service, whose.first + number,
    )  # fmt: skip


def scan(one: Sheet, page: int, befallen: Plan, seed: str) -> Made:
    """One page of a sheet, filled in, damaged and kept as a picture. Another `seed`, another scan of the same ink."""
    paper, fields = draw(one, page, befallen.dpi, colour=befallen.colour)
    seen = apply(paper, befallen, chance(seed, page))
    picture, ending = pictures.kept(seen, dpi=befallen.dpi, quality=befallen.quality, bits=befallen.bits)
    codes = codes_of(one, page)
    truth = {
        "file": "", "page": page, "payload": codes.text(), "serial": codes.serial, "form_page": page,
        "orientation": befallen.orientation, "one_bit": bool(befallen.bits), "dpi": befallen.dpi,
        "damage": befallen.names(), "hand": one.hand.font, "pen": one.hand.pen.name, "fields": fields,
    }  # fmt: skip
    return Made(picture, ending, truth)


def codes_of(one: Sheet, page: int) -> Payload:
    """What the codes of one page of a sheet say."""
    return replace(one.payload, page=page)


def draw(one: Sheet, page: int, dpi: int, *, colour: bool = False) -> tuple[np.ndarray, dict]:
    """(the page as it lay in the box on the ward, the truth of its fields)."""
    paper = printed(one.layout, codes_of(one, page), dpi, colour=colour, place=one.place)
    pen = np.zeros(paper.shape[:2], np.uint8)
    # A machine's words are printed, its ticks are a pen's.
    machine = np.zeros_like(pen) if one.hand.typed else pen
    source, scale, fields = chance(one.seed, "ink", page), dpi / 25.4, {}
    for field in one.layout.on_page(page):
        answer = one.answers[field.name]
        cover = pen if field.kind == FieldKind.CHOICE else machine
        put = _put(cover, field, answer, one.hand, source, scale)
        fields[field.name] = _truth(field, answer, put)
    lay(paper, _grained(pen, source) if one.hand.pen.grainy else pen, one.hand.pen.colour, one.hand.pen.cover)
    if one.hand.typed:
        lay(paper, machine, INK)
    return paper, fields


def _put(cover, field, answer, hand, source, scale):
    """Ink for one answer. Gives it as written, which may be less than was meant."""
    if field.kind == FieldKind.CHOICE:
        for choice in field.choices:
            if kind := answer.marks.get(choice.value):
                mark(cover, kind, _rectangle(choice.box), hand.pen, source, scale)
        return hands.Put(answer.value)
    if not answer.value:
        return hands.Put("")
    if field.cells:
        letters = answer.value
        if field.kind == FieldKind.DATE:
            year, month, day = letters.split("-")
            letters = day + month + year
        for cell, letter in zip(field.cells, letters, strict=False):
            hands.write_cell(cover, letter, _rectangle(cell), hand, source, scale)
        return hands.Put(answer.value)
    struck = (answer.struck,) if answer.struck else ()
    return hands.write(cover, answer.value, _rectangle(field.box), hand, source, scale, struck=struck)


def _truth(field, answer, put):
    told = {"kind": field.kind.value, "value": put.words}
    if answer.doubtful:
        told["doubtful"] = True
    if field.kind == FieldKind.CHOICE:
        told["marks"] = dict(answer.marks)
    if answer.struck and put.crossed:
        told |= {"struck": answer.struck[1], "crossed": [list(ends) for ends in put.crossed]}
    return told


def _grained(cover, source):
    """Pencil, that leaves the hollows of the paper white."""
    rough = np.random.default_rng(source.getrandbits(64)).integers(90, 256, (256, 256), np.uint8)
    tall, wide = cover.shape
    tiled = np.tile(rough, (tall // 256 + 1, wide // 256 + 1))[:tall, :wide]
    return np.minimum(cover, tiled)


def _rectangle(box):
    return (box.x, box.y, box.width, box.height)
