"""The form as it is printed: drawn once, its codes and its number left free for every sheet's own."""

import pytest

from feedback.paper.generator.printed import blank  # the real drawing: tests see another in its module
from feedback.paper.layout import load

DPI = 100
SCALE = DPI / 25.4


def part(page, box):
    return page[
        round(box.y * SCALE) : round((box.y + box.height) * SCALE),
        round(box.x * SCALE) : round((box.x + box.width) * SCALE),
    ]


@pytest.fixture(scope="module")
def form():
    return load("card-1-standard-en")


def test_an_empty_form_has_markers_and_boxes_where_the_layout_says_and_no_codes(form):
    page = blank(form, 1, DPI, False)
    assert page.shape == (round(form.height * SCALE), round(form.width * SCALE))
    for mark in form.marks:
        dark = (part(page, mark.box) < 100).mean()
        assert dark > 0.4 if mark.kind == "marker" else dark == 0
    for field in form.fields:
        for choice in field.choices:
            box = part(page, choice.box)
            assert box[:, :2].min() < 140  # its left edge
            assert box[4:-4, 4:-4].min() > 240  # nothing inside


def test_the_number_of_the_sheet_is_left_free(form):
    page = blank(form, 1, DPI, False)
    (serial,) = [words for words in form.words if words.role == "serial"]
    assert part(page, serial.box).min() == 255
