"""Invented weeks."""

import datetime as dt
from dataclasses import dataclass, field, replace

MONDAY = dt.date(2026, 11, 9)
FEELINGS = {"1": 200, "2": 120, "3": 80, "4": 60, "5": 40}
THEMES = {"Timeliness of care": 150, "Parking": 40, "Staff manner & personal attributes": 260}


@dataclass(frozen=True)
class Week:
    """A usual week of 520 comments; any figure may be given."""

    week_on: dt.date = MONDAY
    read: int = 520
    scored: int = 500
    not_english: int = 15
    not_scored: int = 5
    unsure: int = 60
    confidence: float | None = 0.81
    spread: float | None = 0.18
    feelings: dict = field(default_factory=lambda: dict(FEELINGS))
    themes: dict = field(default_factory=lambda: dict(THEMES))
    checked: int = 120
    wrong: int = 30


def weeks_before(count=8, **given):
    """The weeks before MONDAY, the oldest first."""
    return [replace(Week(**given), week_on=MONDAY - dt.timedelta(weeks=at)) for at in range(count, 0, -1)]
