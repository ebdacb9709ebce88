import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.paper.accuracy.compare import character_errors, choice_errors, distance

WORDS = st.text("abc ", max_size=12)


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        ("", "", 0), ("a", "", 1), ("", "abc", 3), ("abc", "abc", 0), ("kitten", "sitting", 3),
        ("flaw", "lawn", 2), ("aa", "aaa", 1), ("abcd", "acbd", 2),
    ],
)  # fmt: skip
def test_a_table(one, other, far):
    assert distance(one, other) == far


@given(WORDS, WORDS, WORDS)
def test_it_is_a_distance(one, other, third):
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)
    assert distance(one, third) <= distance(one, other) + distance(other, third)
    assert distance("x" + one, "x" + other) == distance(one, other)


@pytest.mark.parametrize(
    ("machine", "human", "share"),
    [
        ("", "", 0), ("Kmd", "Kind", 0.5), ("one\ntwo", "one two", 0), ("word", "", 1), ("", "word", 1),
        ("xxxxxxxxxxxx", "ab", 1), ("abcd", "abcx", 0.25),
    ],
)  # fmt: skip
def test_the_share_of_wrong_characters(machine, human, share):
    assert character_errors(machine, human) == pytest.approx(share)


def test_choices_are_right_or_wrong():
    assert [choice_errors("1", "1"), choice_errors("1", ""), choice_errors("", "")] == [0, 1, 0]
