"""When a patient is asked again: the fifth and the tenth working day, whatever lies between."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage import clock, consent

BEFORE_EASTER = dt.date(2026, 4, 2)  # the Thursday before Good Friday


def test_the_days_skip_easter_and_say_so():
    assert consent.chase_dates(BEFORE_EASTER) == [dt.date(2026, 4, 13), dt.date(2026, 4, 20)]
    assert "Good Friday 3 Apr" in consent.explain_chase(BEFORE_EASTER, 0)


@pytest.mark.parametrize(
    "chased,day", [(0, dt.date(2026, 4, 13)), (1, dt.date(2026, 4, 20)), (2, None), (7, None)]
)
def test_after_two_times_nobody_is_asked_again(chased, day):
    assert consent.next_chase(BEFORE_EASTER, chased) == day
    assert bool(consent.explain_chase(BEFORE_EASTER, chased)) == (day is not None)


@given(st.dates(dt.date(2015, 1, 1), dt.date(2035, 12, 1)))
def test_every_chase_is_a_working_day_and_the_second_is_later(asked_on):
    first, second = consent.chase_dates(asked_on)
    assert asked_on < first < second
    assert clock.working_day(first) and clock.working_day(second)
