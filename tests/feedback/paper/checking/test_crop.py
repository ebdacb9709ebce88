"""What is cut out of a page for each field."""

from io import BytesIO

import pytest
from PIL import Image

from feedback.paper.checking.crop import around, cut
from feedback.paper.layout import Box, load, names
from tests.feedback.paper.rows import a_page

FIELDS = [(name, field) for name in names() for field in load(name).fields]


@pytest.mark.parametrize(("name", "field"), FIELDS, ids=lambda one: getattr(one, "name", one))
def test_every_field_lies_within_what_is_cut_and_that_within_the_page(name, field):
    layout = load(name)
    box = around(layout, field)
    inside = [field.box, *field.cells, *(one.box for one in field.choices)]
    assert box.x <= min(one.x for one in inside)
    assert box.y <= min(one.y for one in inside)
    assert box.x + box.width >= max(one.x + one.width for one in inside)
    assert box.y + box.height >= max(one.y + one.height for one in inside)
    assert 0 <= box.x < box.x + box.width <= layout.width + 0.01


def test_the_words_beside_the_ticks_are_in_it():
    layout = load("card-1-standard-en")
    box = around(layout, layout.field("fft_answer"))
    assert box.y + box.height > 76
    assert box.x + box.width > 190


def test_no_contact_field_lies_in_what_is_cut_for_another():
    """Who may not read contact details is shown the other fields' pictures."""
    contact = {"name", "email", "telephone", "address", "patient_name", "needs"}
    for name, field in FIELDS:
        if field.name in contact:
            continue
        layout = load(name)
        box = around(layout, field)
        for other in layout.on_page(field.page):
            if other.name in contact:
                assert not overlap(box, other.box), f"{name}: {other.name} shows beside {field.name}"


def overlap(one, other):
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


@pytest.mark.parametrize(
    ("box", "size"),
    [
        (Box(10, 20, 25.4, 50.8), (150, 300)),
        (Box(200, 290, 50, 50), (59, 41)),  # over the edge: what there is
        (Box(500, 500, 10, 10), (1, 1)),
    ],
)
def test_a_part_is_cut_at_150_dots_an_inch(box, size):
    assert Image.open(BytesIO(cut(BytesIO(a_page()), box))).size == size


def test_what_is_no_picture_is_an_error_that_says_so():
    with pytest.raises(OSError):
        cut(BytesIO(b"no picture"), Box(0, 0, 10, 10))
