"""Two readings of the same words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.paper.reading.agree import agreement, distance

WORDS = st.text("abc de", max_size=12)


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [
        ("", "", 0),
        ("kind", "kind", 0),
        ("kind", "king", 1),
        ("nurse", "nurs", 1),
        ("ward", "", 4),
        ("ab", "ba", 2),
    ],
)
def test_the_distance_counts_letters_changed_added_and_taken_away(one, other, steps):
    assert distance(one, other) == distance(other, one) == steps


@given(WORDS, WORDS, WORDS)
def test_no_way_round_is_shorter(one, other, third):
    assert distance(one, third) <= distance(one, other) + distance(other, third)


def test_line_ends_do_not_count():
    assert agreement("the nurse\nwas kind", "the nurse was  kind") == 1


def test_nothing_in_common_is_no_agreement():
    assert agreement("aaaa", "bbbb") == 0
