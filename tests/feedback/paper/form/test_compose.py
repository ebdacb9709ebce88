"""Where things stand: what was printed is never moved, nothing collides, and everything asked can be answered."""

import itertools

import pytest
from django.utils import translation

from feedback.models import About, Consent, Intent, ReplyBy
from feedback.paper.form import compose as composing
from feedback.paper.form import wording
from feedback.paper.form.compose import FORMS, VARIANTS, compose, mirrored
from feedback.paper.form.sheet import BAND
from feedback.paper.layout import FOLDER, Box, FieldKind

ALL = list(itertools.product(FORMS, VARIANTS))
every_form = pytest.mark.parametrize(("form", "variant"), ALL)
FIELDS = {
    "card": {
        "fft_answer", "what_good", "could_improve", "intent", "about", "consent", "reply_wanted", "reply_by",
        "name", "email", "telephone", "address", "experience_on", "stamp",
    },
    "complaint": {
        "fft_answer", "what_happened", "could_improve", "intent", "about", "consent", "reply_wanted", "reply_by",
        "name", "email", "telephone", "address", "patient_name", "relationship", "needs", "experience_on", "stamp",
    },
}  # fmt: skip


def apart(one, other, space=0.0):
    """True if two boxes are at least that far from each other."""
    return (
        one.x + one.width + space <= other.x + 0.01
        or other.x + other.width + space <= one.x + 0.01
        or one.y + one.height + space <= other.y + 0.01
        or other.y + other.height + space <= one.y + 0.01
    )


def placed(layout, page):
    """Every box on a page in which something is printed, with what it is."""
    for words in layout.words:
        if words.page == page:
            yield words.text, words.box
    for field in layout.on_page(page):
        for one in field.choices:
            yield f"{field.name} {one.value}", one.box
        if not field.choices:
            yield field.name, field.box


@every_form
def test_a_form_of_version_1_is_as_it_was_written_down(form, variant):
    layout = compose(form, variant, "en")
    assert (FOLDER / f"{layout.name}.json").read_text(encoding="utf-8") == layout.as_json()


@every_form
def test_each_form_asks_what_it_must(form, variant):
    assert {field.name for field in compose(form, variant, "en").fields} == FIELDS[form]


@every_form
def test_nothing_stands_within_four_millimetres_of_a_marker_or_a_code(form, variant):
    layout = compose(form, variant, "en")
    for mark in layout.marks:
        near = [what for what, box in placed(layout, mark.page) if not apart(mark.box, box, 3.9)]
        assert near == [], mark


@every_form
def test_nothing_collides_and_all_is_on_the_paper(form, variant):
    layout = compose(form, variant, "en")
    for page in range(1, layout.pages + 1):
        boxes = list(placed(layout, page))
        for (one, box), (other, another) in itertools.combinations(boxes, 2):
            assert apart(box, another, -0.3) or BAND in (box, another), (one, other)
        for what, box in boxes + [(mark.kind, mark.box) for mark in layout.marks]:
            assert box.x >= 8 and box.x + box.width <= 202, what
            assert box.y >= 8 and box.y + box.height <= 289.01, what


@every_form
def test_boxes_to_tick_are_six_millimetres_and_twelve_apart(form, variant):
    layout = compose(form, variant, "en")
    for page in range(1, layout.pages + 1):
        ticks = [one.box for field in layout.on_page(page) for one in field.choices]
        assert all(box.width == box.height >= 6 for box in ticks)
        for one, other in itertools.combinations(ticks, 2):
            assert max(abs(one.x - other.x), abs(one.y - other.y)) >= 12


@every_form
def test_type_is_as_large_as_was_promised(form, variant):
    least = {"standard": 12, "large-print": 18, "easy-read": 16}[variant]
    assert all(words.size >= least for words in compose(form, variant, "en").words)


@every_form
def test_the_words_of_a_field_come_before_it_and_those_of_its_boxes_after(form, variant):
    layout = compose(form, variant, "en")
    for field in layout.fields:
        words = [one for one in layout.words if one.page == field.page]
        at = [one.text for one in words].index(field.label)
        assert words[at].role == "h2"
        after = [one.text for one in words[at + 1 : at + 1 + len(field.choices)]]
        assert after == [choice.label for choice in field.choices]


@every_form
def test_a_page_has_four_markers_of_its_own_and_codes_in_opposite_corners(form, variant):
    layout = compose(form, variant, "en")
    for page in range(1, layout.pages + 1):
        marks = [mark for mark in layout.marks if mark.page == page]
        first = 4 * (page - 1)
        assert [mark.value for mark in marks if mark.kind == "marker"] == list(range(first, first + 4))
        (datamatrix,) = (mark.box for mark in marks if mark.kind == "datamatrix")
        (qr,) = (mark.box for mark in marks if mark.kind == "qr")
        assert datamatrix.x > 105 > qr.x and datamatrix.y < 148 < qr.y


@pytest.mark.parametrize(
    ("name", "values"),
    [("intent", Intent), ("about", About), ("consent", Consent), ("reply_by", ReplyBy)],
)
def test_what_can_be_ticked_is_what_feedback_knows(name, values):
    for form, variant in ALL:
        ticked = {choice.value for choice in compose(form, variant, "en").field(name).choices}
        assert ticked <= set(values.values)


def test_dates_have_eight_cells_and_a_telephone_number_eleven():
    layout = compose("card", "standard", "en")
    assert [len(layout.field(name).cells) for name in ("experience_on", "stamp", "telephone")] == [8, 8, 11]
    assert layout.field("stamp").kind is FieldKind.DATE


@every_form
def test_every_form_says_what_a_frightened_person_must_know(form, variant):
    said = " ".join(words.text for words in compose(form, variant, "en").words)
    for must in (
        "999",
        "{link}",
        "{telephone}",
        "{service}",
        "{organisation}",
        "{serial}",
        "Wrong box?",
        "Page 1",
    ):
        assert must in said


def test_a_mirrored_form_mirrored_again_is_the_form():
    layout = compose("complaint", "standard", "en")
    other = mirrored(layout)
    assert other.direction == "rtl"
    assert other.field("intent").choices[0].box.x > 150
    cells = [cell.x for cell in other.field("stamp").cells]
    assert cells == sorted(cells), "figures run from left to right"
    assert [mark for mark in other.marks if mark.kind == "marker"] == [
        mark for mark in layout.marks if mark.kind == "marker"
    ]
    assert mirrored(other).fields == layout.fields


def test_a_script_from_right_to_left_is_mirrored():
    assert compose("card", "standard", "ur").direction == "rtl"


def test_words_in_another_language_that_do_not_fit_are_refused(monkeypatch):
    answers = wording._answers("standard")
    long = answers["about"].choices[0][0], "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
    answers["about"] = wording.Asked("Who?", (long, long))
    monkeypatch.setattr(composing.wording, "_answers", lambda variant: answers)
    with pytest.raises(ValueError, match="Use shorter words"):
        compose("card", "standard", "cy")


def test_a_language_without_words_is_known():
    with translation.override("cy"):
        assert "If anyone is in danger now, call 999." in wording.untranslated()


def test_apart_is_what_it_says():
    assert apart(Box(0, 0, 5, 5), Box(9, 0, 5, 5), 4) and not apart(Box(0, 0, 5, 5), Box(8, 0, 5, 5), 4)
