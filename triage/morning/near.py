"""Which dates are near enough to warn of. Pure: dates in, warnings out."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from triage.clock import ONE_DAY, working_day

WEEK = timedelta(days=7)


class Warn(NamedTuple):
    """`when` is "week" or "day" (the last working day before, because nobody reads a warning on Sunday)."""

    clock: str
    due_on: date
    when: str


def warnings(unmet: Mapping[str, date], received_on: date, today: date) -> list[Warn]:
    """What to warn of on `today`, at most one a date. A day that was missed is made up for until the date is there.

    A date that was never more than a week away (the acknowledgement) has no warning a week before.
    """
    return [
        Warn(clock, due_on, when)
        for clock, due_on in unmet.items()
        if (when := _when(due_on, received_on, today))
    ]


def _when(due_on, received_on, today):
    if today > due_on:
        return ""
    if today >= last_working_day_before(due_on):
        return "day"
    return "week" if due_on - today <= WEEK < due_on - received_on else ""


def last_working_day_before(day: date) -> date:
    """The nearest working day that comes before `day`."""
    day -= ONE_DAY
    while not working_day(day):
        day -= ONE_DAY
    return day
