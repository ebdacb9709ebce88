"""What a letter must hold before it may leave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import a_letter
from triage.letter import (
    DOING,
    FIELDS,
    FOUND,
    KINDS,
    NOT_HAPPY,
    PARTS,
    QUESTIONS,
    check_fields,
    check_gaps,
    check_parts,
    gaps,
    merge,
)  # fmt: skip
from triage.moves import MOVES, NotAllowed


@pytest.mark.parametrize("text", ["Dear Ada,\nwe are sorry.", "[ ]", "It is (as you said) late."])
def test_a_letter_without_words_in_square_brackets_has_no_gap(text):
    check_gaps(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Dear [name],", r"\[name\]"),
        ("[Write here\nwhat you found]", r"\[Write here"),
        ("Dear [name], on [date] we", r"\[name\], \[date\]"),
    ],
)
def test_each_gap_left_open_is_named(text, named):
    with pytest.raises(NotAllowed, match=f"take it out: {named}.* Nothing was sent"):
        check_gaps(text)


def test_a_letter_with_every_part_may_leave():
    check_parts(a_letter())
    check_parts(a_letter().replace(FOUND, f"  {FOUND.upper()}:"))


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_was_taken_out_is_named(part):
    with pytest.raises(NotAllowed, match=f"“{part}”.*regulation 14\\(2\\)"):
        check_parts(a_letter().replace(part, "Something else"))


def test_a_heading_with_nothing_under_it_is_no_part():
    with pytest.raises(NotAllowed, match=f"“{DOING}”") as refusal:
        check_parts(a_letter().replace(f"{DOING}\nWe asked the ward.", DOING))
    assert NOT_HAPPY not in str(refusal.value)


def test_the_ombudsman_must_be_named():
    with pytest.raises(NotAllowed, match="the right to go to the Ombudsman"):
        check_parts(a_letter().replace("the Ombudsman", "somebody"))


@pytest.mark.parametrize("part", PARTS)
def test_a_heading_counts_with_its_marks_and_as_the_question_of_easy_read(part):
    check_parts(a_letter().replace(part, f"## **{part}**"))
    check_parts(a_letter().replace(part, f"# {QUESTIONS[part]}"))


def test_a_field_is_filled_in_and_an_empty_one_becomes_a_gap():
    text = merge("{greeting} Your reference is {reference}.", {"reference": "PV-7KD4-QM3X", "greeting": ""})
    assert text.endswith("Your reference is PV-7KD4-QM3X.")
    assert gaps(text) == [f"[{FIELDS['greeting']}]"]


def test_a_name_with_square_brackets_makes_no_gap():
    assert merge("Dear {name},", {"name": "Ada [Bee]"}) == "Dear Ada (Bee),"


def test_what_is_filled_in_is_not_filled_in_again():
    assert merge("Dear {name},", {"name": "{reference}", "reference": "PV-1"}) == "Dear {reference},"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [("Dear {nmae},", "{nmae}"), ("{ reference }", "{ reference }"), ("Dear {name", "stands alone"), ("}", "stands alone")],
)  # fmt: skip
def test_a_template_with_an_unknown_field_is_refused_and_the_fields_there_are_named(text, wrong):
    with pytest.raises(NotAllowed) as refusal:
        check_fields(text)
    assert wrong in str(refusal.value)
    assert all(f"{{{name}}}" in str(refusal.value) for name in FIELDS)


def test_every_field_may_be_asked_for():
    check_fields(" ".join(f"{{{name}}}" for name in FIELDS))


@given(st.text(), st.dictionaries(st.sampled_from(sorted(FIELDS)), st.text()))
def test_merging_adds_nothing_to_words_without_fields(text, values):
    assert merge(text.replace("{", ""), values) == text.replace("{", "")


def test_only_the_final_reply_needs_its_parts_and_what_says_something_about_care_waits_for_consent():
    assert [name for name, kind in KINDS.items() if kind.parts] == ["final"]
    assert {name for name, kind in KINDS.items() if not kind.answers} == {
        "acknowledgement", "consent", "holding", "extension", "ombudsman",
    }  # fmt: skip
    assert all(kind.move in MOVES for kind in KINDS.values())
