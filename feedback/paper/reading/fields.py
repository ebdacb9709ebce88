"""The fields of one straight page: each read as its kind is, and trusted as far as that kind may be."""

from dataclasses import replace
from datetime import date

from feedback.paper.layout import Field, FieldKind, Layout
from feedback.paper.reading import combs, dates, groups, letters, strikes, ticks
from feedback.paper.reading.paper import Page
from feedback.paper.reading.result import FieldRead

# Who wrote and where to reach them: a machine's reading of these is never trusted.
CONTACT = frozenset({"name", "email", "telephone", "address", "patient_name", "relationship", "needs"})
ASK = "Names and contact details are always checked"
NOTHING_SEEN = "Nothing can be seen on this page: is the writing too faint?"
HARD_FIGURES = "The figures are hard to read"


def read_fields(page: Page, layout: Layout, number: int, *, today: date | None = None) -> list[FieldRead]:
    """Every field of page `number`, in the layout's order. Raises RuntimeError when a model is missing."""
    today = today or date.today()
    boxes = ticks.read_boxes(page, layout, number)
    decided = groups.decide_page(list(boxes.values()), ticks.sureness(), one_bit=page.one_bit)
    answers = dict(zip(boxes, decided, strict=True))
    found = []
    for field in layout.on_page(number):
        if field.kind == FieldKind.CHOICE:
            found.append(_choice(field, answers[field.name]))
        elif field.kind == FieldKind.TEXT:
            found.append(_text(page, field, layout.language))
        else:
            found.append(_cells(page, field, today))
    return _unless_faded(found)


def _unless_faded(found: list[FieldRead]) -> list[FieldRead]:
    """A page with nothing on it may be blank, or written so faintly that a copier lost it all: a person looks."""
    if any(one.value or one.why not in ("", groups.NONE_ON_PAGE) for one in found):
        return found
    return [replace(one, trusted=False, why=one.why or NOTHING_SEEN) for one in found]


def _choice(field: Field, answer: groups.Answer) -> FieldRead:
    return FieldRead(
        field.name, field.kind.value, answer.value, round(answer.confidence, 4), answer.trusted, answer.why
    )


def _text(page: Page, field: Field, language: str) -> FieldRead:
    private = field.name in CONTACT
    read = letters.read_text(page, field.box, twice=not private, language=language)
    sure = round(read.confidence, 4)
    if not read.value:
        why = _why_none(read)
        return FieldRead(field.name, field.kind.value, "", sure, not why, why, read.heard)
    if private:
        return FieldRead(field.name, field.kind.value, read.value, sure, False, ASK)
    why = "" if sure >= letters.trusted_from() else letters.UNSURE
    if read.crossed_out >= strikes.doubted_from():
        why = letters.CROSSED_OUT
    return FieldRead(field.name, field.kind.value, read.value, sure, not why, why, read.heard)


def _why_none(read: letters.TextRead) -> str:
    """Why a person must look at a box in which no words were read. "" where it is clearly blank."""
    if read.heard:
        return letters.CROSSED_OUT
    return "" if read.ink <= letters.CLEARLY_BLANK else letters.PERHAPS_BLANK


def _cells(page: Page, field: Field, today: date) -> FieldRead:
    read = combs.read_cells(page, field)
    sure = round(read.confidence, 4)
    if field.kind == FieldKind.COMB:
        blank = not read.text
        return FieldRead(field.name, field.kind.value, read.text, sure, blank, "" if blank else ASK)
    value, wrong = dates.read_date(read.text, today)
    if not wrong and sure < combs.trusted_from():
        wrong = HARD_FIGURES
    return FieldRead(field.name, field.kind.value, value, sure, not wrong, wrong)
