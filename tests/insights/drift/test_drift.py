"""What moved, and how it is said."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insights.drift.drift import COMMENTS_NEEDED, WEEKS_NEEDED, movements, weeks_before
from tests.insights.drift import figures
from tests.insights.drift.figures import MONDAY, Week


def moved(week, before=None):
    return {one.measure: one.sentence for one in movements(week, before or figures.weeks_before())}


def test_a_week_like_the_others_has_not_moved():
    assert moved(Week()) == {}


def test_a_model_that_is_less_sure_is_told_in_a_plain_sentence():
    assert moved(Week(confidence=0.71))["confidence"] == (
        "In the week of 9 November the model was less sure than in the eight weeks before: "
        "71 in 100 on average, usually 78 to 84."
    )


@pytest.mark.parametrize(
    "given,measure,says",
    [
        ({"confidence": 0.9}, "confidence", "the model was surer than"),
        ({"unsure": 150}, "unsure", "the model was unsure of more comments than in the eight weeks before: 30 in 100"),
        ({"unsure": 5}, "unsure", "the model was unsure of fewer comments"),
        ({"not_english": 80}, "not_english", "more comments were not in English"),
        ({"not_scored": 60}, "not_scored", "more comments could not be scored"),
        ({"wrong": 80}, "wrong", "people found the model wrong in more of the comments they checked"),
        ({"checked": 10, "wrong": 2}, "checked", "people checked fewer of the comments"),
        (
            {"feelings": {"1": 60, "2": 60, "3": 80, "4": 120, "5": 180}},
            "feelings",
            "the mix of feelings was very different from the eight weeks before: "
            "very negative 36 in 100 (before, 8); very positive 12 in 100 (before, 40); ",
        ),
        ({"themes": figures.THEMES | {"Parking": 105}}, "themes", "the mix of themes was different from"),
        (
            {"themes": figures.THEMES | {"Parking": 160}},
            "themes",
            "the mix of themes was very different from the eight weeks before: Parking 28 in 100 (before, 8.9)",
        ),
    ],
)  # fmt: skip
def test_a_planted_shift_is_told(given, measure, says):
    assert says in moved(Week(**given))[measure]


@pytest.mark.parametrize(
    "given", [{"confidence": 0.80}, {"unsure": 70}, {"not_english": 20}, {"wrong": 38}, {"themes": figures.THEMES | {"Parking": 52}}]
)  # fmt: skip
def test_what_chance_does_is_not_told(given):
    assert moved(Week(**given)) == {}


def test_less_than_one_in_a_hundred_is_not_told_however_many_comments():
    many = {"read": 2_000_000, "scored": 2_000_000, "unsure": 240_000, "not_english": 0, "not_scored": 0}
    assert moved(Week(**many | {"unsure": 258_000}), figures.weeks_before(**many)) == {}
    assert "unsure" in moved(Week(**many | {"unsure": 262_000}), figures.weeks_before(**many))


def small(n):
    """A week of `n` comments in which everything is wrong."""
    return Week(
        read=n, scored=n, unsure=n, confidence=0.3, feelings={"5": n}, themes={"Parking": n},
        not_english=0, not_scored=0, checked=n, wrong=n,
    )  # fmt: skip


def test_nothing_is_said_on_fewer_than_a_hundred_comments():
    assert moved(small(COMMENTS_NEEDED - 1)) == {}
    assert {"confidence", "unsure", "feelings", "themes", "wrong"} <= moved(small(COMMENTS_NEEDED)).keys()


def test_nothing_is_said_while_too_few_weeks_show_what_is_usual():
    shift = Week(confidence=0.5)
    assert moved(shift, figures.weeks_before(WEEKS_NEEDED - 1)) == {}
    assert "in the four weeks before" in moved(shift, figures.weeks_before(WEEKS_NEEDED))["confidence"]


def test_small_weeks_do_not_count_towards_what_is_usual():
    before = [
        replace(small(20), week_on=one.week_on) if at < 5 else one
        for at, one in enumerate(figures.weeks_before())
    ]
    assert moved(Week(confidence=0.5), before) == {}


def test_only_the_eight_weeks_before_count():
    long_ago = replace(Week(confidence=0.2), week_on=MONDAY - dt.timedelta(weeks=9))
    later = replace(Week(confidence=0.2), week_on=MONDAY + dt.timedelta(weeks=1))
    assert weeks_before(Week(), [long_ago, *figures.weeks_before(), Week(), later]) == figures.weeks_before()


def test_a_week_of_which_nothing_was_scored_says_so_without_falling_over():
    nothing = Week(
        scored=0,
        not_scored=520,
        not_english=0,
        unsure=0,
        confidence=None,
        spread=None,
        feelings={},
        themes={},
    )
    assert moved(nothing).keys() == {"not_scored", "not_english"}


numbers = st.integers(0, 400)


@st.composite
def any_week(draw):
    scored, other, foreign = draw(numbers), draw(numbers), draw(numbers)
    checked = draw(st.integers(0, scored))
    sure = draw(st.floats(0.2, 1)) if scored else None
    return Week(
        read=scored + other + foreign, scored=scored, not_scored=other, not_english=foreign,
        unsure=draw(st.integers(0, scored)), confidence=sure, spread=0.2 if scored else None,
        feelings={str(one): draw(numbers) for one in range(1, 6)}, themes={"Parking": draw(numbers)},
        checked=checked, wrong=draw(st.integers(0, checked)),
    )  # fmt: skip


@given(any_week(), st.integers(0, 8))
def test_the_same_week_again_never_moves(week, weeks):
    same = [replace(week, week_on=MONDAY - dt.timedelta(weeks=at)) for at in range(1, weeks + 1)]
    assert movements(week, same) == []


@given(st.lists(any_week(), min_size=8, max_size=8), any_week(), st.randoms())
def test_the_order_in_which_weeks_are_given_does_not_matter(weeks, week, shuffled):
    dated = [replace(one, week_on=MONDAY - dt.timedelta(weeks=at + 1)) for at, one in enumerate(weeks)]
    mixed = list(dated)
    shuffled.shuffle(mixed)
    assert movements(week, weeks_before(week, mixed)) == movements(week, weeks_before(week, dated))
