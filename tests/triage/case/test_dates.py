"""The dates of a case as staff read them."""

import datetime as dt

import pytest

from triage import clock
from triage.case.dates import all_dates, lateness, next_date
from triage.models import Case

RECEIVED = dt.date(2026, 4, 2)  # the Thursday before Easter


def a_case_of(**given):
    dates = clock.start(RECEIVED)
    return Case(
        received_on=RECEIVED, acknowledge_by=dates.acknowledge_by, respond_by=dates.respond_by,
        backstop_on=dates.backstop_on, **({"status": "open"} | given),
    )  # fmt: skip


def moment(day):
    return dt.datetime(2026, 4, day, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("days", "words"),
    [(3, "3 days left"), (1, "1 day left"), (0, "due today"), (-1, "1 day late"), (-12, "12 days late")],
)
def test_lateness_is_said_in_words(days, words):
    assert lateness(days) == words


NEXT = [
    ({}, dt.date(2026, 4, 7), ("acknowledge_by", 2)),
    ({}, dt.date(2026, 4, 11), ("acknowledge_by", -2)),
    ({"acknowledged_at": moment(7)}, dt.date(2026, 4, 7), ("respond_by", 23)),
    (
        {"acknowledged_at": moment(7), "agreed_on": dt.date(2026, 4, 20)},
        dt.date(2026, 4, 20),
        ("agreed_on", 0),
    ),
    (
        {"acknowledged_at": moment(7), "agreed_on": dt.date(2026, 6, 1)},
        dt.date(2026, 4, 7),
        ("respond_by", 23),
    ),
]


@pytest.mark.parametrize(("given", "today", "expected"), NEXT)
def test_the_next_date_is_the_nearest_unmet_one(given, today, expected):
    found = next_date(a_case_of(**given), today)
    assert (found["clock"], found["days"]) == expected


def test_a_case_that_was_answered_has_no_next_date():
    assert next_date(a_case_of(acknowledged_at=moment(7), replied_at=moment(20)), dt.date(2026, 6, 1)) is None


def states(case, today):
    return {one["clock"]: (one["state"], one["late"], one["days"]) for one in all_dates(case, today)}


def test_each_date_says_how_it_stands_and_why_it_is_that_day():
    case = a_case_of(acknowledged_at=moment(13))
    dates = all_dates(case, dt.date(2026, 5, 2))
    assert states(case, dt.date(2026, 5, 2)) == {
        "acknowledge_by": ("Done on Mon 13 Apr 2026, 4 days late", True, None),
        "respond_by": ("2 days late", True, -2),
        "backstop_on": ("152 days left", False, 152),
    }
    assert "skipped Good Friday 3 Apr, Sat 4 Apr, Sun 5 Apr, Easter Monday 6 Apr" in dates[0]["why"]


def test_a_date_that_was_met_says_so():
    case = a_case_of(acknowledged_at=moment(7), replied_at=moment(30))
    assert states(case, dt.date(2026, 7, 1))["respond_by"] == (
        "Done on Thu 30 Apr 2026, in time",
        False,
        None,
    )


def test_a_case_that_ended_unanswered_counts_no_days():
    case = a_case_of(status="closed", closed_at=moment(9))
    assert states(case, dt.date(2026, 7, 1))["respond_by"] == ("Closed without one", False, None)
