"""The part of a page that a person looks at to check one field."""

from io import BytesIO

from feedback.paper.layout import Box, Field, FieldKind, Layout
from feedback.paper.reading.result import DPI

MARGIN = 4  # mm: people write over the edge; nothing printed for another field is nearer
NEAR = 9  # mm, up or down: the words beside or below a box to tick
MM_AN_INCH = 25.4


def around(layout: Layout, field: Field) -> Box:
    """What to cut for a field, in millimetres: its box, the words beside its ticks, and some margin."""
    boxes = [field.box, *(one.box for one in field.choices), *field.cells]
    if field.kind == FieldKind.CHOICE:
        boxes += _labels(layout, field)
    left, top = min(one.x for one in boxes) - MARGIN, min(one.y for one in boxes) - MARGIN
    right = max(one.x + one.width for one in boxes) + MARGIN
    bottom = max(one.y + one.height for one in boxes) + MARGIN
    return Box(max(left, 0), max(top, 0), min(right, layout.width) - max(left, 0), bottom - max(top, 0))


def cut(picture, box: Box) -> bytes:
    """A JPEG of a part of a page. `picture` is a file with a page set straight, at DPI dots an inch.

    Raises OSError if it is no picture.
    """
    from PIL import Image  # only the pages that show a picture load it

    out = BytesIO()
    with Image.open(picture, formats=["JPEG", "PNG"]) as page:
        page.convert("L").crop(_dots(box, page.size)).save(out, "JPEG", quality=85)
    return out.getvalue()


def _labels(layout, field):
    """Where the words of the choices are printed: beside each box, or below it."""
    said = {one.label for one in field.choices}
    return [
        one.box
        for one in layout.words
        if one.page == field.page and one.text in said and abs(one.box.y - field.box.y) < NEAR
    ]


def _dots(box, size):
    """The box in dots, as left, top, right, bottom within a picture of that size, and never empty."""
    a_mm = DPI / MM_AN_INCH
    left, top = round(box.x * a_mm), round(box.y * a_mm)
    right, bottom = round((box.x + box.width) * a_mm), round((box.y + box.height) * a_mm)
    left, top = min(left, size[0] - 1), min(top, size[1] - 1)
    return left, top, max(min(right, size[0]), left + 1), max(min(bottom, size[1]), top + 1)
