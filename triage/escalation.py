"""Who is told of an alert, and when. Pure: moments and ids in, ids out.

Scenario: the on-call person at once, again after 5 and 15 minutes, then the site manager; everyone
else who may take the alert after 5 minutes, or at once where nobody is on call. It ends when a person takes it.
"""

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime, timedelta

ON_CALL, SITE_MANAGER, EVERYONE = "on_call", "site_manager", "everyone"


@dataclass(frozen=True)
class Step:
    """`after` the alert was raised, all of `groups` are told."""

    name: str
    after: timedelta
    groups: tuple[str, ...]


# In the order of time. Where a group is empty, everyone stands in for it.
STEPS = (
    Step("first", timedelta(0), (ON_CALL,)),
    Step("second", timedelta(minutes=5), (ON_CALL, EVERYONE)),
    Step("third", timedelta(minutes=15), (ON_CALL, SITE_MANAGER)),
)


@dataclass(frozen=True)
class Crew:
    """Ids of people: who is on call now, who is site manager now, and everyone who may take the alert."""

    on_call: Set[int]
    site_manager: Set[int]
    everyone: Set[int]

    def group(self, name: str) -> Set[int]:
        return getattr(self, name) or self.everyone


def due(raised_at: datetime, now: datetime, crew: Crew) -> dict[int, str]:
    """Who should have been told by now, and by which step: {user id: name of the step}.

    Of the steps that name a person only the latest counts: one who comes on duty late, or a sweep that
    was down, rings once and not three times.
    """
    return {
        user: step.name
        for step in STEPS
        if raised_at + step.after <= now
        for group in step.groups
        for user in crew.group(group)
    }
