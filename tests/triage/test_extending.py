"""May the date be put off? Only while it runs, and never the four weeks."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage import clock
from triage.extending import refused

RECEIVED = dt.date(2026, 3, 2)  # four weeks: 30 March; six months: 1 September
ASKED = {"explained": False, "in_writing": False, "reason": ""}


def on(month, day):
    return dt.date(2026, month, day)


def why(today, agreed_on, before=None, **given):
    dates = clock.start(RECEIVED, before)
    return refused(dates=dates, agreed_on=agreed_on, today=today, **ASKED | given)


MAY = [
    (on(3, 10), on(4, 20), None, {}),
    (on(3, 30), on(4, 20), None, {}),  # the last day of the four weeks
    (on(4, 20), on(5, 20), on(4, 20), {}),  # the last day of the date agreed before
    (on(4, 10), on(5, 20), None, {"explained": True}),
    (on(8, 1), on(9, 1), on(8, 20), {}),  # the last of the six months
    (on(9, 1), on(10, 1), on(9, 1), {"in_writing": True, "reason": "The notes are missing."}),
    (on(10, 1), on(11, 1), on(10, 1), {"in_writing": True, "reason": "The notes are missing."}),
]
MAY_NOT = [
    (on(3, 10), on(3, 10), None, {}, "in the future"),
    (on(4, 21), on(5, 20), on(4, 20), {"explained": True}, "Mon 20 Apr 2026, has passed"),
    (on(3, 31), on(5, 20), None, {}, "four weeks ended on Mon 30 Mar 2026"),
    (on(9, 2), on(10, 1), None, {"explained": True, "in_writing": True, "reason": "x"}, "six months ended"),
    (on(8, 1), on(9, 2), on(8, 20), {"in_writing": True}, "say why we need longer"),
    (on(8, 1), on(9, 2), on(8, 20), {"reason": "The notes are missing."}, "in writing"),
]


@pytest.mark.parametrize(("today", "agreed_on", "before", "given"), MAY)
def test_a_date_may_be_agreed_while_the_one_in_force_runs(today, agreed_on, before, given):
    assert why(today, agreed_on, before, **given) == ""


@pytest.mark.parametrize(("today", "agreed_on", "before", "given", "words"), MAY_NOT)
def test_it_is_refused_in_words_that_say_what_to_do(today, agreed_on, before, given, words):
    said = why(today, agreed_on, before, **given)
    assert words in said
    if "future" not in words:
        assert "The rule: regulation 14" in said


@given(
    st.integers(0, 400), st.integers(-10, 400), st.none() | st.integers(1, 300), st.booleans(), st.booleans(),
    st.sampled_from(["", "The notes are missing."]),
)  # fmt: skip
def test_nothing_that_may_be_agreed_follows_a_date_that_passed(
    passed, longer, before, explained, writing, reason
):
    today = RECEIVED + dt.timedelta(passed)
    agreed_on, earlier = today + dt.timedelta(longer), before and RECEIVED + dt.timedelta(before)
    dates = clock.start(RECEIVED, earlier)
    given_ = {"explained": explained, "in_writing": writing, "reason": reason}
    if not refused(dates=dates, agreed_on=agreed_on, today=today, **given_):
        assert agreed_on > today
        assert not (earlier and today > earlier)
        assert earlier or today <= dates.backstop_on
        assert agreed_on <= dates.backstop_on or (writing and reason)


@given(st.integers(0, 300), st.integers(1, 400))
def test_no_agreed_date_moves_the_four_weeks_or_the_six_months(passed, longer):
    agreed_on = RECEIVED + dt.timedelta(passed + longer)
    dates, before = clock.start(RECEIVED, agreed_on), clock.start(RECEIVED)
    waits = clock.unmet(dates, acknowledged=True, replied=False)
    assert waits["respond_by"] == before.respond_by == RECEIVED + dt.timedelta(28)
    assert waits["backstop_on"] == before.backstop_on
    assert "nothing pauses it" in clock.explain(dates)["respond_by"]
