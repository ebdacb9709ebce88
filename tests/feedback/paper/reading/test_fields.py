"""How far each kind of field is trusted."""

from datetime import date

import pytest

from feedback.paper.layout import Box, Field, FieldKind
from feedback.paper.reading import combs, fields, groups, letters, strikes
from feedback.paper.reading.result import FieldRead

TODAY = date(2026, 9, 1)


def a_field(name, kind):
    return Field(name, kind, 1, Box(0, 0, 50, 10), "")


@pytest.mark.parametrize(
    ("text", "sure", "value", "trusted", "why"),
    [
        ("31082026", 0.99, "2026-08-31", True, ""),
        ("31082026", 0.4, "2026-08-31", False, fields.HARD_FIGURES),
        ("31022026", 0.99, "", False, "There is no such date"),
        ("", 1.0, "", True, ""),
    ],
)
def test_a_date_is_trusted_when_it_is_real_and_sure(monkeypatch, text, sure, value, trusted, why):
    monkeypatch.setattr(combs, "read_cells", lambda *_: combs.CombRead(text, sure))
    monkeypatch.setattr(combs, "trusted_from", lambda: 0.9)
    read = fields._cells(None, a_field("stamp", FieldKind.DATE), TODAY)
    assert (read.value, read.trusted, read.why) == (value, trusted, why)


def test_a_telephone_number_is_never_trusted(monkeypatch):
    monkeypatch.setattr(combs, "read_cells", lambda *_: combs.CombRead("07700900123", 1.0))
    read = fields._cells(None, a_field("telephone", FieldKind.COMB), TODAY)
    assert (read.value, read.trusted) == ("07700900123", False)


@pytest.mark.parametrize("name", sorted(fields.CONTACT))
def test_a_contact_detail_is_never_trusted(monkeypatch, name):
    monkeypatch.setattr(letters, "read_text", lambda *_, **__: letters.TextRead("Words", 0.02))
    read = fields._text(None, a_field(name, FieldKind.TEXT), "en")
    assert (read.value, read.trusted, read.why) == ("Words", False, fields.ASK)


@pytest.mark.parametrize(("ink", "trusted"), [(0.0, True), (0.003, False)])
def test_a_box_without_words_is_blank_only_when_it_has_no_ink(monkeypatch, ink, trusted):
    monkeypatch.setattr(letters, "read_text", lambda *_, **__: letters.TextRead("", ink))
    assert fields._text(None, a_field("what_good", FieldKind.TEXT), "en").trusted is trusted


@pytest.mark.parametrize(("chance", "trusted", "why"), [(0.2, True, ""), (0.95, False, letters.CROSSED_OUT)])
def test_words_that_may_be_crossed_out_are_looked_at(monkeypatch, chance, trusted, why):
    read = letters.TextRead("Kind staff", 0.02, (1.0, 1.0, 1.0, 1.0, 1.0, 3.0, 0.0), chance)
    monkeypatch.setattr(letters, "read_text", lambda *_, **__: read)
    monkeypatch.setattr(letters, "trusted_from", lambda: 0.5)
    monkeypatch.setattr(strikes, "doubted_from", lambda: 0.6)
    found = fields._text(None, a_field("what_good", FieldKind.TEXT), "en")
    assert (found.trusted, found.why) == (trusted, why)


def test_a_box_in_which_all_is_crossed_out_is_not_taken_for_blank(monkeypatch):
    read = letters.TextRead("", 0.0, crossed_out=0.9, heard="I want to go home")
    monkeypatch.setattr(letters, "read_text", lambda *_, **__: read)
    found = fields._text(None, a_field("what_good", FieldKind.TEXT), "en")
    assert (found.value, found.trusted, found.why) == ("", False, letters.CROSSED_OUT)
    assert found.heard == "I want to go home"


def test_a_page_with_nothing_on_it_is_looked_at():
    blank = [
        FieldRead("stamp", "date", "", 1, True),
        FieldRead("about", "choice", "", 1, False, groups.NONE_ON_PAGE),
    ]
    assert not any(one.trusted for one in fields._unless_faded(blank))


def test_a_page_with_something_on_it_keeps_its_blanks():
    found = [
        FieldRead("stamp", "date", "", 1, True),
        FieldRead("what_good", "text", "Kind", 1, False, "Hard"),
    ]
    assert fields._unless_faded(found) == found
