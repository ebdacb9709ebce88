"""What people told one ward, counted: by feeling, by theme, by week. Reads; owns no patient's words."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

from organisations.models import Service
from sentiment.models import Classification
from sentiment.themes import THEMES

DAYS = 30
WEEKS = 26
FEWEST_A_WEEK = 5  # comments: a share of fewer says nothing, and might be about one person
HAPPY, UNHAPPY = (1, 2), (4, 5)
FEELINGS = {"praise": HAPPY, "fix": UNHAPPY}
IN_WORDS = {theme.name: theme.in_words for theme in THEMES}
# Say nothing about what to praise or to fix.
UNTOLD = ("Labelling not possible", "Positive experience & gratitude")


@dataclass
class Told:
    """Comments of a period: how many, how many happy and unhappy, and of which theme how many of each."""

    comments: int = 0
    happy: int = 0
    unhappy: int = 0
    praised: Counter = field(default_factory=Counter)
    to_fix: Counter = field(default_factory=Counter)

    @property
    def mixed(self):
        return self.comments - self.happy - self.unhappy


@dataclass
class Week:
    """One week of comments: `monday`, how many, how many unhappy, and how often each theme was named unhappily."""

    monday: dt.date
    comments: int = 0
    unhappy: int = 0
    named: Counter = field(default_factory=Counter)

    def share(self, theme: str = "") -> float | None:
        """The share of unhappy comments, or of those that name `theme`; None on a week with too few."""
        if self.comments < FEWEST_A_WEEK:
            return None
        return (self.named[theme] if theme else self.unhappy) / self.comments


def readings(service: Service, from_on: dt.date, to_on: dt.date):
    """The readings in force of what the ward was told from `from_on` to `to_on`, that could be scored."""
    return Classification.objects.current().filter(
        comment__feedback__service=service,
        comment__feedback__received_on__range=(from_on, to_on),
        sentiment__isnull=False,
    )


def lately(service: Service, today: dt.date) -> Told:
    """The last 30 days. One query."""
    told = Told()
    rows = readings(service, today - dt.timedelta(days=DAYS - 1), today)
    for sentiment, themes in rows.values_list("sentiment", "predicted_themes").iterator():
        told.comments += 1
        told.happy += sentiment in HAPPY
        told.unhappy += sentiment in UNHAPPY
        names = [name for name in themes if name not in UNTOLD]
        told.praised.update(names if sentiment in HAPPY else ())
        told.to_fix.update(names if sentiment in UNHAPPY else ())
    return told


def by_week(service: Service, today: dt.date) -> list[Week]:
    """The last 26 whole weeks, Monday to Sunday, the oldest first; weeks without comments too. One query."""
    this_monday = today - dt.timedelta(days=today.weekday())
    mondays = [this_monday - dt.timedelta(weeks=ago) for ago in range(WEEKS, 0, -1)]
    weeks = {monday: Week(monday) for monday in mondays}
    rows = readings(service, mondays[0], this_monday - dt.timedelta(days=1))
    for day, sentiment, themes in rows.values_list(
        "comment__feedback__received_on", "sentiment", "predicted_themes"
    ).iterator():
        week = weeks[day - dt.timedelta(days=day.weekday())]
        week.comments += 1
        if sentiment in UNHAPPY:
            week.unhappy += 1
            week.named.update(themes)
    return list(weeks.values())


def before_and_after(weeks: list[Week], theme: str, done_on: dt.date) -> dict | None:
    """How often `theme` was named unhappily before and after a change: {before, of_before, after, of_after}.

    None where either side has no comments. The week of the change itself counts to neither.
    """
    before = [week for week in weeks if week.monday + dt.timedelta(days=6) < done_on]
    after = [week for week in weeks if week.monday > done_on]
    sides = {
        "before": sum(week.named[theme] for week in before), "of_before": sum(week.comments for week in before),
        "after": sum(week.named[theme] for week in after), "of_after": sum(week.comments for week in after),
    }  # fmt: skip
    return sides if sides["of_before"] and sides["of_after"] else None
