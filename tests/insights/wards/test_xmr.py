"""The rules of an XmR chart, each with a series that meets it and one that just does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insights.wards import xmr

FLAT = [10.0, 11.0] * 8  # mean 10.5, moving range 1: limits 7.84 and 13.16, near from 8.73 and 12.27


def rules(values):
    return {(one.at, one.rule, one.high) for one in xmr.special(values)}


def test_limits_are_the_mean_and_2_66_average_moving_ranges():
    usual = xmr.limits(FLAT)
    assert (usual.mean, usual.low, usual.high) == (10.5, pytest.approx(7.84), pytest.approx(13.16))
    assert (usual.near_low, usual.near_high) == (
        pytest.approx(8.7267, abs=1e-3),
        pytest.approx(12.2733, abs=1e-3),
    )


def test_a_jump_does_not_widen_the_limits_it_is_judged_by():
    usual = xmr.limits([*FLAT, 60.0])
    assert usual.high - usual.mean == pytest.approx(2.66)


def test_a_series_of_fewer_than_twelve_points_has_no_limits():
    assert xmr.limits(FLAT[:11]) is None and xmr.special([*FLAT[:10], 99.0]) == []


def test_a_point_outside_the_limits_is_named_and_one_on_a_limit_is_not():
    assert (16, "outside", True) in rules([*FLAT, 30.0])
    flat = [5.0] * 14
    assert rules(flat) == set()


def test_seven_points_on_one_side_are_a_shift_and_one_on_the_mean_breaks_it():
    low, high = [9.0, 10.0] * 4, [12.0, 13.0, 12.0, 13.0, 12.0, 13.0, 12.0, 13.0]
    assert {rule for _, rule, _ in rules(low + high)} & {"shift"}
    broken = [1.0, -1.0] * 6 + [1.0, 1.0, 1.0, 0.0, 1.0, 1.0, 1.0, -3.0, -3.0]
    assert "shift" not in {rule for at, rule, high in rules(broken) if high}


def test_seven_points_each_higher_are_a_trend_and_two_alike_break_it():
    noise = [10.0, 14.0, 9.0, 15.0, 10.0, 14.0, 9.0, 13.0]
    assert {
        at
        for at, rule, high in rules([*noise, 9.0, 9.5, 10.0, 10.5, 11.0, 11.5, 12.0])
        if rule == "trend" and high
    } == set(range(8, 15))
    assert "trend" not in {rule for _, rule, _ in rules([*noise, 9.0, 9.5, 10.0, 10.0, 11.0, 11.5, 12.0])}


def test_two_of_three_near_a_limit_are_named_only_when_all_three_lie_on_that_side():
    base = [10.0, 11.0] * 8
    assert {(17, "two_of_three", True), (18, "two_of_three", True)} <= rules([*base, 11.0, 12.5, 12.5])
    assert "two_of_three" not in {rule for _, rule, _ in rules([*base, 10.0, 12.5, 10.0, 12.5, 10.0])}


def test_the_first_rule_that_a_point_meets_names_it():
    assert {rule for at, rule, _ in rules([*FLAT, 30.0]) if at == 16} == {"outside"}


@given(st.lists(st.floats(0, 1), min_size=12, max_size=60))
def test_turned_upside_down_a_chart_says_the_same_the_other_way(values):
    # Limits must not hang on rounding: values of few digits.
    values = [round(value, 2) for value in values]
    flipped = [round(1 - value, 2) for value in values]
    ours, theirs = xmr.limits(values), xmr.limits(flipped)
    assert theirs.mean == pytest.approx(1 - ours.mean)
    assert theirs.high == pytest.approx(1 - ours.low)


@given(st.lists(st.integers(0, 100).map(float), min_size=12, max_size=60), st.integers(1, 50))
def test_a_chart_moved_up_by_a_number_marks_the_same_points(values, more):
    moved = [value + more for value in values]
    assert {one.at for one in xmr.special(values)} == {one.at for one in xmr.special(moved)}


@pytest.mark.parametrize(
    "values,says",
    [
        ([0.2] * 5, "There are too few weeks yet to say what is usual for the share of unhappy comments: 5 of 12."),
        ([0.2, 0.3] * 7, "Nothing unusual in the newest week: the share of unhappy comments went up and down as it usually does."),
        ([*([0.2, 0.3] * 7), 0.9], "The share of unhappy comments is higher than chance explains: the newest week lies outside the usual range. That is worse."),
        ([*([0.6, 0.7] * 7), 0.1], "The share of unhappy comments is lower than chance explains: the newest week lies outside the usual range. That is better."),
    ],
)  # fmt: skip
def test_a_sentence_says_what_the_newest_week_means(values, says):
    assert xmr.sentence(values, "the share of unhappy comments") == says
