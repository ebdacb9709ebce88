"""The Ombudsman's stage: every state of a case, and the day on which it opens."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage import clock
from triage.ombudsman import locked

RECEIVED = dt.date(2026, 3, 10)
BACKSTOP = dt.date(2026, 9, 9)
BEFORE, LAST_DAY, AFTER = dt.date(2026, 5, 1), BACKSTOP, dt.date(2026, 9, 10)


def why(**given):
    state = {
        "complaint": True,
        "replied_on": None,
        "working_again": False,
        "backstop_on": BACKSTOP,
        "today": BEFORE,
    }
    return locked(**state | given)


@pytest.mark.parametrize(
    "state,says",
    [
        ({"complaint": False, "today": AFTER}, "This is a concern"),
        ({}, "Our final reply has not gone yet"),
        ({"today": LAST_DAY}, "Our final reply has not gone yet"),
        ({"today": AFTER}, ""),
        ({"replied_on": BEFORE}, ""),
        ({"replied_on": BEFORE, "working_again": True}, "We are looking at this again"),
        ({"replied_on": BEFORE, "working_again": True, "today": AFTER}, ""),
    ],
)
def test_it_opens_after_the_reply_or_the_six_months_and_says_why_not_before(state, says):
    assert why(**state).startswith(says) and bool(why(**state)) == bool(says)


def test_the_refusal_names_the_day_from_which_nobody_need_wait_for_us():
    assert "after Wed 9 Sep 2026" in why()


@given(received_on=st.dates(dt.date(2015, 1, 1), dt.date(2035, 12, 31)), days=st.integers(0, 400))
def test_without_a_reply_it_opens_on_the_day_after_the_backstop_and_never_before(received_on, days):
    backstop_on, today = clock.backstop_on(received_on), received_on + dt.timedelta(days=days)
    assert bool(why(backstop_on=backstop_on, today=today)) == (today <= backstop_on)
