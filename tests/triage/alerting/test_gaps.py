"""When nobody is on call."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.alerting.gaps import gaps

START = dt.datetime(2026, 10, 24, 8, tzinfo=dt.UTC)


def at(hours):
    return START + dt.timedelta(hours=hours)


def of(*turns, until=24):
    found = gaps([(at(begins), at(ends)) for begins, ends in turns], START, at(until))
    return [
        ((begins - START) / dt.timedelta(hours=1), (ends - START) / dt.timedelta(hours=1))
        for begins, ends in found
    ]


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ([], [(0, 24)]),
        ([(0, 24)], []),
        ([(-5, 30)], []),
        ([(0, 8), (8, 24)], []),
        ([(8, 16)], [(0, 8), (16, 24)]),
        ([(0, 10), (5, 7)], [(10, 24)]),
        ([(12, 24), (0, 6)], [(6, 12)]),
        ([(30, 40)], [(0, 24)]),
    ],
)
def test_the_gaps_between_turns(turns, expected):
    assert of(*turns) == expected


@given(st.lists(st.tuples(st.integers(-10, 40), st.integers(1, 20)), max_size=8))
def test_every_hour_is_either_covered_or_in_a_gap(given_turns):
    turns = [(begins, begins + length) for begins, length in given_turns]
    found = of(*turns)
    for hour in range(24):
        covered = any(begins <= hour < ends for begins, ends in turns)
        assert covered != any(begins <= hour < ends for begins, ends in found)
