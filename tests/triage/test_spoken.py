"""What was said to staff: until when it may be settled, and what settling it asks for."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage import clock, spoken
from triage.moves import NotAllowed

THURSDAY = dt.date(2026, 4, 2)  # before Easter
TUESDAY = dt.date(2026, 4, 7)
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2035, 12, 31))


def settled(**given):
    spoken.check_settled(
        **{
            "said_on": THURSDAY,
            "settled_on": THURSDAY,
            "done": "Found her glasses.",
            "agreed": True,
            "today": TUESDAY,
        }
        | given
    )


def test_the_last_day_explains_itself_with_the_days_skipped():
    assert spoken.explain(THURSDAY) == (
        "1 working day after Thu 2 Apr 2026: skipped Good Friday 3 Apr, Sat 4 Apr, Sun 5 Apr, Easter Monday 6 Apr"
    )


@pytest.mark.parametrize(
    ("today", "over"), [(THURSDAY, False), (TUESDAY, False), (TUESDAY + dt.timedelta(days=1), True)]
)
def test_the_last_day_is_in_time_to_its_end(today, over):
    assert spoken.passed(TUESDAY, today) is over


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"done": "  "}, "Say what was done"),
        ({"agreed": False}, r"Only the person can say .* regulation 8\(1\)\(c\)"),
        ({"settled_on": THURSDAY - dt.timedelta(days=1)}, "the day it was said or later"),
        ({"settled_on": TUESDAY, "today": THURSDAY}, "not after today"),
        ({"settled_on": dt.date(2026, 4, 8), "today": dt.date(2026, 4, 9)}, "make it one"),
    ],
)
def test_what_is_not_settled_in_time_and_with_the_person_is_refused_with_the_rule(given, why):
    with pytest.raises(NotAllowed, match=why):
        settled(**given)


@given(said_on=DAYS, later=st.integers(0, 20))
def test_a_day_is_in_time_just_when_at_most_one_working_day_has_passed(said_on, later):
    settled_on = said_on + dt.timedelta(days=later)
    worked = sum(
        clock.working_day(said_on + dt.timedelta(days=n))
        for n in range(1, later + 1)
        if said_on + dt.timedelta(days=n) < settled_on
    )
    in_time = worked == 0
    try:
        settled(said_on=said_on, settled_on=settled_on, today=settled_on)
    except NotAllowed:
        assert not in_time
    else:
        assert in_time
