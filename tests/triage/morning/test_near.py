"""Which dates are near enough to warn of, across Easter, Christmas and weekends."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage import clock
from triage.morning.near import last_working_day_before, warnings

RECEIVED = dt.date(
    2026, 3, 12
)  # a Thursday; four weeks end on Thursday 9 April, in the week of Easter Monday
DUE = clock.respond_by(RECEIVED)


def on(month, day):
    return [one.when for one in warnings({"respond_by": DUE}, RECEIVED, dt.date(2026, month, day))]


@pytest.mark.parametrize(
    ("month", "day", "expected"),
    [
        (4, 1, []),
        (4, 2, ["week"]),
        (4, 7, ["week"]),
        (4, 8, ["day"]),
        (4, 9, ["day"]),
        (4, 10, []),
    ],
)
def test_a_week_before_and_on_the_last_working_day_before(month, day, expected):
    assert on(month, day) == expected


@pytest.mark.parametrize(
    ("due", "before"),
    [
        ("2026-04-07", "2026-04-02"),  # Tuesday after Easter: the Thursday before Good Friday
        ("2026-12-29", "2026-12-24"),  # Christmas, Boxing Day on a Saturday, its substitute
        ("2026-06-08", "2026-06-05"),  # a Monday
        ("2026-06-10", "2026-06-09"),
    ],
)
def test_the_last_working_day_before(due, before):
    assert last_working_day_before(dt.date.fromisoformat(due)) == dt.date.fromisoformat(before)


@given(st.dates(dt.date(2015, 1, 1), dt.date(2035, 12, 1)))
def test_an_acknowledgement_is_warned_of_on_its_last_working_day_and_never_after_it_is_due(received):
    due = clock.acknowledge_by(received)
    days = [received + dt.timedelta(days=n) for n in range(40)]
    given_on = {day: one.when for day in days for one in warnings({"acknowledge_by": due}, received, day)}
    assert "week" not in given_on.values() or due - received > dt.timedelta(days=7)
    assert {day for day, when in given_on.items() if when == "day"} >= {due, last_working_day_before(due)}
    assert max(given_on) == due
