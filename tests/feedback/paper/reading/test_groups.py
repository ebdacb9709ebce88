"""The table of decisions for a question with boxes to tick."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.paper.reading import groups
from feedback.paper.reading.groups import BoxRead, Sureness, decide, decide_page

SURE = Sureness(answered=0.9, blank=0.97)


def box(value, letter):
    """A box by one letter: . empty, x marked, # solid; in capitals or doubled it is less sure."""
    empty, mark, solid = {
        ".": (0.999, 0.001, 0.0),
        "x": (0.001, 0.999, 0.0),
        "#": (0.0, 0.001, 0.999),
        "f": (0.3, 0.7, 0.0),  # a faint tick, likely one
        "g": (0.7, 0.3, 0.0),  # a faint tick, likely none
        "h": (0.0, 0.6, 0.4),  # a scribble, perhaps solid
    }[letter]
    return BoxRead(value, empty, mark, solid)


def decided(letters, *, one_bit=False):
    return decide([box(str(n), letter) for n, letter in enumerate(letters, 1)], SURE, one_bit=one_bit)


@pytest.mark.parametrize(
    ("letters", "one_bit", "value", "trusted", "why"),
    [
        ("x...", False, "1", True, ""),
        ("...x", True, "4", True, ""),
        ("#x..", False, "2", True, ""),
        ("##.x", False, "4", True, ""),
        ("xx..", False, "", False, groups.TWO),
        ("xxx.", False, "", False, groups.MORE),
        ("x#x.", False, "", False, groups.TWO),
        ("....", False, "", True, ""),
        ("....", True, "", False, groups.NONE_ONE_BIT),
        ("#...", False, "1", False, groups.ONLY_SOLID),
        ("##..", False, "", False, groups.ONLY_SOLID),
        ("f...", False, "1", False, groups.FAINT),
        ("g...", False, "", False, groups.PERHAPS),
        ("h...", False, "1", False, groups.UNSURE),
        ("xg..", False, "1", False, groups.UNSURE),
        ("xf..", False, "", False, groups.TWO),
    ],
)
def test_a_question_is_decided_by_the_table(letters, one_bit, value, trusted, why):
    answer = decided(letters, one_bit=one_bit)
    assert (answer.value, answer.trusted, answer.why) == (value, trusted, why)


@given(st.lists(st.sampled_from(".x#fgh"), min_size=1, max_size=6), st.booleans())
def test_what_is_not_trusted_says_why_and_what_is_trusted_has_one_mark_or_none(letters, one_bit):
    answer = decided("".join(letters), one_bit=one_bit)
    assert answer.trusted == (answer.why == "")
    assert 0 <= answer.confidence <= 1
    if answer.trusted:
        marks = letters.count("x")
        assert marks == (1 if answer.value else 0)
        assert not set(letters) & set("fgh")


@given(st.lists(st.sampled_from(".x#"), min_size=2, max_size=6))
def test_a_solid_box_is_never_the_trusted_answer(letters):
    answer = decided("".join(letters))
    if answer.trusted and answer.value:
        assert letters[int(answer.value) - 1] == "x"


def test_a_page_on_which_nothing_is_ticked_is_not_believed():
    blank = [box(value, ".") for value in "123"]
    answers = decide_page([blank, blank], SURE, one_bit=False)
    assert [(one.value, one.trusted, one.why) for one in answers] == [("", False, groups.NONE_ON_PAGE)] * 2


def test_a_blank_question_is_believed_where_another_is_ticked():
    blank, ticked = (
        [box(value, letter) for value, letter in zip("123", row, strict=True)] for row in ("...", "x..")
    )
    assert all(one.trusted for one in decide_page([blank, ticked], SURE, one_bit=False))
