"""The clocks, against a slow day-by-day calendar and holidays written out by hand."""

import json
from datetime import date, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from triage import clock
from triage.bank_holidays import OutOfReach, check_reach, name_of

ONE_DAY = timedelta(days=1)

# As published by the government for England and Wales; not taken from the package under test.
WRITTEN_OUT = {
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",  # VE Day: the May holiday moved to Friday
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",  # Jubilee, State Funeral
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",  # Coronation
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",  # Boxing Day is a Saturday
}


def slow_days_off(year):
    return {date.fromisoformat(f"{year}-{day}") for day in WRITTEN_OUT[year].split()}


def every_day(first, last):
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def slow_acknowledge_by(day, is_off):
    left = 3
    while left > 0:
        day = day + ONE_DAY
        if day.weekday() in (5, 6) or is_off(day):
            continue
        left = left - 1
    return day


def slow_backstop(received):
    """Walk on day by day: six new months, each begun on the date of receipt or on the first after a short month."""
    day, months = received, 0
    while True:
        day += ONE_DAY
        begins = day.day == received.day or (day.day == 1 and (day - ONE_DAY).day < received.day)
        months += begins
        if months == 6:
            return day - ONE_DAY


@pytest.mark.parametrize("year", WRITTEN_OUT)
def test_the_weekdays_off_of_a_year_are_the_published_ones(year):
    days = every_day(date(year, 1, 1), date(year, 12, 31))
    assert {day for day in days if day.weekday() < 5 and not clock.working_day(day)} == slow_days_off(year)


@pytest.mark.parametrize("year", WRITTEN_OUT)
def test_every_day_of_a_published_year_is_acknowledged_on_the_third_working_day(year):
    off = slow_days_off(year)
    for day in every_day(date(year, 1, 1), date(year, 12, 19)):
        assert clock.acknowledge_by(day) == slow_acknowledge_by(day, off.__contains__), day


def test_every_date_of_twenty_one_years_agrees_with_the_slow_calendar():
    for day in every_day(date(2015, 1, 1), date(2035, 12, 31)):
        times = clock.start(day)
        assert times.acknowledge_by == slow_acknowledge_by(day, name_of), day
        assert times.respond_by == day + timedelta(days=28), day
        assert times.backstop_on == slow_backstop(day), day


@pytest.mark.parametrize(
    ("received", "acknowledge", "respond", "backstop"),
    [
        ("2026-04-02", "2026-04-09", "2026-04-30", "2026-10-01"),  # the Thursday before Easter
        (
            "2026-03-01",
            "2026-03-04",
            "2026-03-29",
            "2026-08-31",
        ),  # a Sunday; the clocks go forward in between
        ("2026-03-10", "2026-03-13", "2026-04-07", "2026-09-09"),
        ("2025-08-31", "2025-09-03", "2025-09-28", "2026-02-28"),
        ("2023-08-31", "2023-09-05", "2023-09-28", "2024-02-29"),  # into a leap year
        ("2023-08-29", "2023-09-01", "2023-09-26", "2024-02-28"),
        ("2025-08-29", "2025-09-03", "2025-09-26", "2026-02-28"),
        ("2025-08-28", "2025-09-02", "2025-09-25", "2026-02-27"),
        ("2024-02-29", "2024-03-05", "2024-03-28", "2024-08-28"),
        (
            "2026-12-24",
            "2026-12-31",
            "2027-01-21",
            "2027-06-23",
        ),  # Christmas on Friday, the 28th instead of the 26th
        ("2022-09-16", "2022-09-22", "2022-10-14", "2023-03-15"),  # the State Funeral
        ("2023-05-05", "2023-05-11", "2023-06-02", "2023-11-04"),  # the Coronation
        ("2020-05-07", "2020-05-13", "2020-06-04", "2020-11-06"),  # the May holiday that moved
    ],
)
def test_known_dates(received, acknowledge, respond, backstop):
    times = clock.start(date.fromisoformat(received))
    assert [times.acknowledge_by, times.respond_by, times.backstop_on] == [
        date.fromisoformat(day) for day in (acknowledge, respond, backstop)
    ]


def test_a_spoken_complaint_on_the_thursday_before_easter_may_be_settled_until_tuesday():
    assert clock.settle_by(date(2026, 4, 2)) == date(2026, 4, 7)


@pytest.mark.parametrize(
    ("since", "until", "months"),
    [
        ("2025-04-02", "2025-04-02", 0),
        ("2025-04-02", "2025-04-03", 1),
        ("2025-04-02", "2026-04-02", 12),
        ("2025-04-02", "2026-04-03", 13),
        ("2024-02-29", "2025-02-28", 12),
        ("2024-02-29", "2025-03-01", 13),
        ("2025-12-31", "2026-01-01", 1),
    ],
)
def test_the_twelve_months_to_complain_end_on_the_anniversary(since, until, months):
    assert clock.months_begun(date.fromisoformat(since), date.fromisoformat(until)) == months


def test_the_skipped_days_are_named():
    assert clock.explain(clock.start(date(2026, 4, 2)))["acknowledge_by"] == (
        "3 working days after Thu 2 Apr 2026: skipped Good Friday 3 Apr, Sat 4 Apr, Sun 5 Apr, Easter Monday 6 Apr"
    )


def test_a_substitute_day_is_named_as_one():
    words = clock.explain(clock.start(date(2026, 12, 24)))["acknowledge_by"]
    assert words.endswith(
        "skipped Christmas Day 25 Dec, Boxing Day 26 Dec, Sun 27 Dec, Boxing Day (substitute day) 28 Dec"
    )


def test_a_week_without_days_off_says_so():
    assert (
        clock.explain_working_days(date(2026, 6, 8), 1)
        == "1 working day after Mon 8 Jun 2026: no days skipped"
    )


@given(st.dates(date(2015, 1, 1), date(2035, 12, 31)))
def test_every_day_named_as_skipped_is_a_day_off_and_none_is_left_out(received):
    until = clock.acknowledge_by(received)
    skipped = clock.skipped_days(received, until)
    assert (until - received).days == 3 + len(skipped)
    words = clock.explain(clock.start(received))["acknowledge_by"]
    assert all(clock.short(day) in words for day in skipped)


def test_a_short_last_month_is_explained():
    words = clock.explain(clock.start(date(2025, 8, 31)))["backstop_on"]
    assert words == "6 months that begin on Sun 31 Aug 2025: February has no day 31, so its last day counts"


def test_the_agreed_date_is_one_of_the_clocks_and_moves_no_other():
    received, agreed = date(2026, 4, 2), date(2026, 4, 20)
    times = clock.start(received, agreed)
    assert (times.agreed_on, times.respond_by) == (agreed, clock.respond_by(received))
    assert list(clock.explain(times)) == list(clock.CLOCKS)


@pytest.mark.parametrize(
    ("agreed", "acknowledged", "replied", "nearest"),
    [
        (None, False, False, "acknowledge_by"),
        (None, True, False, "respond_by"),
        (date(2026, 4, 20), True, False, "agreed_on"),
        (date(2026, 4, 3), False, False, "agreed_on"),
        (date(2026, 6, 1), True, False, "respond_by"),
        (None, False, True, None),
        (date(2026, 4, 20), True, True, None),
    ],
)
def test_the_nearest_unmet_date_comes_next(agreed, acknowledged, replied, nearest):
    times = clock.start(date(2026, 4, 2), agreed)
    due = clock.next_unmet(times, acknowledged=acknowledged, replied=replied)
    assert (due and due.clock) == nearest
    assert due is None or due.due_on == getattr(times, nearest)


def test_a_case_is_in_time_on_the_due_date_and_late_the_day_after():
    due = date(2026, 4, 30)
    assert not clock.late(due, due)
    assert clock.late(due, due + ONE_DAY)
    assert [clock.days_left(due, due + timedelta(days=n)) for n in (-3, 0, 2)] == [3, 0, -2]


def test_a_moment_is_refused_so_that_nobody_counts_in_the_wrong_time_zone():
    with pytest.raises(TypeError, match="the day in London"):
        clock.start(datetime(2026, 4, 2, 23, 30))


def test_working_days_are_counted_from_one():
    with pytest.raises(ValueError, match="at least one"):
        clock.add_working_days(date(2026, 4, 2), 0)


@pytest.mark.parametrize("day", [date(1947, 6, 1), date(2100, 1, 1), date(2099, 12, 31)])
def test_a_date_beyond_the_table_is_refused_in_words(day):
    with pytest.raises(OutOfReach, match="runs from 1948 to 2099"):
        clock.start(day)


def test_the_table_is_whole_for_as_long_as_any_case_may_run():
    check_reach(date(2060, 1, 1))
    with pytest.raises(OutOfReach):
        check_reach(date(2101, 1, 1))


def test_a_table_with_a_year_missing_is_noticed(monkeypatch):
    monkeypatch.setattr(
        "triage.bank_holidays._of_year", lambda year: {} if year == 2031 else dict.fromkeys(range(8))
    )
    check_reach(date(2030, 1, 1))
    with pytest.raises(OutOfReach, match="2031"):
        check_reach(date(2035, 1, 1))


def printed(*args, **options):
    out = StringIO()
    call_command("clock", *args, stdout=out, **options)
    return out.getvalue()


def test_the_command_prints_each_date_and_how_it_came_about():
    lines = printed("2026-04-02").splitlines()
    assert [line.split("  ")[0] for line in lines] == [
        "Received on", "Acknowledge by", "Date agreed", "Reply by", "Six months end on",
    ]  # fmt: skip
    assert "Thu 9 Apr 2026" in lines[1]
    assert "Easter Monday 6 Apr" in lines[1]
    assert "Thu 30 Apr 2026" in lines[3]


def test_the_command_gives_one_object_a_line():
    first, second = map(json.loads, printed("2026-04-02", "2025-08-31", "--json").splitlines())
    assert {name: day for name, day in first.items() if name != "explained"} == {
        "received_on": "2026-04-02",
        "acknowledge_by": "2026-04-09",
        "respond_by": "2026-04-30",
        "backstop_on": "2026-10-01",
    }
    assert second["backstop_on"] == "2026-02-28"
    assert set(first["explained"]) == {"acknowledge_by", "respond_by", "backstop_on"}


def test_the_command_shows_a_date_that_was_agreed():
    row = json.loads(printed("2026-04-02", "--json", "--agreed-on", "2026-04-20"))
    assert row["agreed_on"] == "2026-04-20"
    with pytest.raises(CommandError, match="before the day of receipt"):
        printed("2026-04-02", "--agreed-on", "2026-04-01")


@pytest.mark.parametrize(
    "wrong", ["2026-02-30", "02/04/2026", "20260402", "2026-W14-4", "soon", "2026-4-2", ""]
)
def test_the_command_names_a_date_it_cannot_read_and_prints_nothing(wrong):
    out = StringIO()
    with pytest.raises(CommandError, match="is not a date we can read. Write year-month-day") as refused:
        call_command("clock", "2026-04-02", wrong, stdout=out)
    assert f'"{wrong}"' in str(refused.value)
    assert out.getvalue() == ""


def test_the_command_says_how_far_the_table_reaches():
    with pytest.raises(CommandError, match="from 1948 to 2099"):
        printed("2150-01-01")
