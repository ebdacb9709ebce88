"""`triage.clock` against a slow calendar of our own, for every day of receipt from 2015 to 2035."""

import datetime as dt

import pytest

from tests.triage import slow_calendar as slow
from triage import clock

YEARS = range(2015, 2036)


def every_day(year):
    first = dt.date(year, 1, 1)
    return [day for n in range(366) if (day := first + n * slow.DAY).year == year]


def known_easters():
    """As printed by the Church of England; the slow calendar is not trusted blindly either."""
    return {
        2015: "04-05", 2016: "03-27", 2017: "04-16", 2018: "04-01", 2019: "04-21", 2020: "04-12", 2021: "04-04",
        2022: "04-17", 2023: "04-09", 2024: "03-31", 2025: "04-20", 2026: "04-05", 2027: "03-28", 2028: "04-16",
        2029: "04-01", 2030: "04-21", 2031: "04-13", 2032: "03-28", 2033: "04-17", 2034: "04-09", 2035: "03-25",
        2036: "04-13",
    }  # fmt: skip


@pytest.mark.parametrize(("year", "day"), known_easters().items())
def test_easter_is_on_the_day_the_church_prints(year, day):
    assert slow.easter(year) == dt.date.fromisoformat(f"{year}-{day}")


@pytest.mark.parametrize("year", [*YEARS, 2036])
def test_the_days_off_are_the_same(year):
    quick = {day for day in every_day(year) if day.weekday() < 5 and not clock.working_day(day)}
    assert quick == slow.bank_holidays(year)


@pytest.mark.parametrize("year", YEARS)
def test_every_clock_agrees_on_every_day_of_receipt(year):
    off = slow.bank_holidays(year) | slow.bank_holidays(year + 1)
    for received in every_day(year):
        assert {
            "acknowledge_by": clock.acknowledge_by(received),
            "settle_by": clock.settle_by(received),
            "respond_by": clock.respond_by(received),
            "backstop_on": clock.backstop_on(received),
        } == {
            "acknowledge_by": slow.working_day_after(received, 3, off),
            "settle_by": slow.working_day_after(received, 1, off),
            "respond_by": slow.four_weeks_after(received),
            "backstop_on": slow.last_of_six_months(received),
        }, received


@pytest.mark.parametrize(
    ("received", "backstop"),
    [("2015-08-29", "2016-02-28"), ("2015-08-30", "2016-02-29"), ("2015-08-31", "2016-02-29"),
     ("2024-02-29", "2024-08-28"), ("2026-03-31", "2026-09-30"), ("2026-04-30", "2026-10-29"),
     ("2026-01-01", "2026-06-30"), ("2035-12-31", "2036-06-30")],
)  # fmt: skip
def test_six_months_end_where_the_law_says(received, backstop):
    for way in (clock.backstop_on, slow.last_of_six_months):
        assert way(dt.date.fromisoformat(received)) == dt.date.fromisoformat(backstop)
