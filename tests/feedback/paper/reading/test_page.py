"""One page from end to end, with the real engines; and pages that stop before."""

from dataclasses import replace
from random import Random

import cv2
import numpy as np
import pytest

from feedback.paper.generator.answers import BLANK, fill
from feedback.paper.generator.make import Whose, scan, sheet
from feedback.paper.generator.mixes import Plan
from feedback.paper.reading import ink, page, register
from feedback.paper.reading.page import read_page
from tests.feedback.paper.reading.conftest import as_png


@pytest.fixture(scope="module")
def read(clean):
    return read_page(clean[0])


def test_a_clean_page_is_read_as_it_was_filled_in(read, clean):
    _, truth = clean
    assert read.payload == truth["payload"]
    assert read.outcome in ("read", "to_check")
    assert not read.one_bit
    for field in read.fields:
        told = truth["fields"][field.name]
        if field.trusted:
            assert " ".join(field.value.split()) == " ".join(told["value"].split()), field.name
        else:
            assert field.why


def test_most_of_a_clean_page_passes_unseen(read):
    asked = [field for field in read.fields if field.trusted]
    assert len(asked) >= len(read.fields) / 2


def test_contact_details_are_never_trusted(read):
    for name in ("name", "email", "telephone", "address"):
        field = next(field for field in read.fields if field.name == name)
        assert not field.trusted or field.value == ""


def test_the_straight_picture_is_a_grey_a4_of_150_dots_an_inch(read):
    straight = cv2.imdecode(np.frombuffer(read.straight, np.uint8), cv2.IMREAD_UNCHANGED)
    assert straight.shape == (1754, 1240)


@pytest.mark.parametrize("picture", [b"", b"no picture", b"\xff\xd8\xff\xe0 cut off", b"%PDF-1.7"])
def test_bytes_that_are_no_picture_are_unreadable_and_say_so(picture):
    read = read_page(picture)
    assert read.outcome == "unreadable"
    assert read.why


def test_a_broken_picture_is_unreadable(clean):
    read = read_page(clean[0][: len(clean[0]) // 3])
    assert read.outcome in ("unreadable", "not_ours", "to_check")
    assert read.why


def test_a_form_on_which_nothing_can_be_seen_goes_to_a_person(card):
    empty = sheet(card, 0, 7, whose=Whose())
    empty = replace(empty, answers=fill(card, Random(1), BLANK))
    read = read_page(scan(empty, 1, Plan(dpi=200), "1").picture)
    assert read.outcome == "to_check"
    assert not any(field.value or field.trusted for field in read.fields)


def test_a_blank_sheet_is_not_ours():
    read = read_page(as_png(np.full((1754, 1240), 244, np.uint8)))
    assert (read.outcome, read.why) == ("not_ours", page.BLANK_PAGE)


def test_a_letter_is_not_ours():
    letter = np.full((1754, 1240), 250, np.uint8)
    for row in range(30):
        cv2.putText(letter, "Dear ward, thank you for all you did", (120, 200 + 45 * row), 0, 1.0, 20, 2)
    read = read_page(as_png(letter))
    assert (read.outcome, read.why) == ("not_ours", page.NO_MARKS)


def without_codes(card, grey):
    hidden = grey.copy()
    for mark in card.marks:
        if mark.kind != "marker":
            x, y, w, h = (
                round(v * 200 / 25.4) for v in (mark.box.x, mark.box.y, mark.box.width, mark.box.height)
            )
            hidden[y - 4 : y + h + 4, x - 4 : x + w + 4] = 255
    return hidden


def test_a_form_whose_codes_are_lost_is_unreadable(card, grey):
    read = read_page(as_png(without_codes(card, grey)))
    assert (read.outcome, read.why, read.payload) == ("unreadable", page.NO_CODE, "")


def test_a_page_whose_boxes_are_elsewhere_goes_to_a_person(monkeypatch, clean):
    monkeypatch.setattr(register, "ENOUGH", 1.01)
    read = read_page(clean[0])
    assert (read.outcome, read.why, read.fields) == ("to_check", page.NOT_STRAIGHT, ())
    assert read.straight


def test_codes_that_contradict_each_other_go_to_a_person(monkeypatch, clean):
    found = page.codes.find

    def two(grey):
        first, *rest = found(grey)

        return [first, replace(first, payload=replace(first.payload, serial=first.payload.serial + 1))]

    monkeypatch.setattr(page.codes, "find", two)
    read = read_page(clean[0])
    assert (read.outcome, read.why, read.payload) == ("to_check", page.TWO_CODES, "")


def test_markers_of_another_page_go_to_a_person(monkeypatch, clean):
    monkeypatch.setattr(page, "_page_by_markers", lambda *_: 2)
    assert read_page(clean[0]).why == page.OTHER_PAGE


def test_missing_weights_stop_the_worker(monkeypatch, clean):
    def gone():
        raise RuntimeError("Handwriting cannot be read: the package rapidocr is not installed.")

    monkeypatch.setattr(page.fields.letters.engines, "first", gone)
    with pytest.raises(RuntimeError, match="not installed"):
        read_page(clean[0])


def test_the_same_sheet_is_alike_and_another_is_not(read, skewed):
    again = ink.ink(*page.straight_page(as_png(skewed)))
    assert ink.alike(read.ink, again) >= 0.91
    assert ink.alike(read.ink, b"") == 0
