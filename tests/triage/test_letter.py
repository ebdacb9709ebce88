"""What a letter must hold before it may leave."""

import pytest

from tests.factories import a_letter
from triage.letter import DOING, FOUND, NOT_HAPPY, PARTS, check_gaps, check_parts
from triage.moves import NotAllowed


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
