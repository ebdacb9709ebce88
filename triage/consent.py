"""Asking the patient whether we may answer the person who speaks for them. Pure: dates in, dates out.

Waiting for it stops no clock. When to ask again is our practice, not the regulations': after five and after
ten working days.
"""

from datetime import date

from triage import clock

CHASE_AFTER = (5, 10)  # working days after we asked


def chase_dates(asked_on: date) -> list[date]:
    """The days on which to ask again, if no answer has come."""
    return [clock.add_working_days(asked_on, days) for days in CHASE_AFTER]


def next_chase(asked_on: date, chased: int) -> date | None:
    """The day on which to ask again after `chased` times; None when we have asked often enough."""
    return chase_dates(asked_on)[chased] if chased < len(CHASE_AFTER) else None


def explain_chase(asked_on: date, chased: int) -> str:
    """How that day came about, with the skipped days named; "" when there is none."""
    return clock.explain_working_days(asked_on, CHASE_AFTER[chased]) if chased < len(CHASE_AFTER) else ""
