"""From classifications to WeeklyReadings: one row a week and model, made again for as long as it may change."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Count
from django.db.models.functions import TruncWeek
from django.utils import timezone

from insights.drift.models import WeeklyReading
from insights.drift.tally import Machine, Person, counted
from sentiment.models import Classification

WEEKS_KEPT_UP = 26  # half a year, as the page shows; a week first read or read again within it is counted
STILL_CHANGING = 4  # weeks after its end for which people's corrections still change a week's figures
CHUNK = 2000  # classifications in memory at a time
RECEIVED = "comment__feedback__received_on"


def monday(day: dt.date) -> dt.date:
    """The first day of the week that holds `day`."""
    return day - dt.timedelta(days=day.weekday())


def has_ended(week_on: dt.date, today: dt.date) -> bool:
    """Only a whole week is judged."""
    return week_on + dt.timedelta(weeks=1) <= today


def is_changing(week_on: dt.date, today: dt.date) -> bool:
    """False from four weeks after the week's end."""
    return today < week_on + dt.timedelta(weeks=1 + STILL_CHANGING)


def count_weeks(today: dt.date | None = None) -> int:
    """Count every week that may have changed since it was last counted. Returns how many.

    Idempotent, and each week is stored by itself: a run that dies or is missed is made good by
    the next. One query finds the weeks; a week costs two, read in chunks and never held whole.
    """
    stale = list(_stale(today or timezone.localdate()))
    for week_on, model in stale:
        WeeklyReading.objects.update_or_create(
            week_on=week_on,
            model_id=model,
            defaults=counted(_by_machine(week_on, model), _by_people(week_on)),
        )
    return len(stale)


def _stale(today) -> Iterator[tuple[dt.date, int]]:
    """(Monday, model) of each week whose corrections may change, or of which more or less was read than stored."""
    first = monday(today) - dt.timedelta(weeks=WEEKS_KEPT_UP)
    known = {
        (one.week_on, one.model_id): one.read
        for one in WeeklyReading.objects.filter(week_on__gte=first).only("week_on", "model_id", "read")
    }
    found = (
        Classification.objects.by_machine()
        .filter(**{f"{RECEIVED}__gte": first})
        .values_list(TruncWeek(RECEIVED), "model")
        .annotate(Count("id"))
        .order_by()
    )
    now = {(week_on, model): read for week_on, model, read in found}
    for week_on, model in sorted(known.keys() | now.keys()):
        if is_changing(week_on, today) or now.get((week_on, model), 0) != known.get((week_on, model)):
            yield week_on, model


def _by_machine(week_on, model) -> Iterator[Machine]:
    rows = (
        _received_in(week_on)
        .filter(model=model)
        .values_list("comment_id", "sentiment", "probabilities", "predicted_themes", "language")
    )
    return (Machine(*row) for row in rows.iterator(chunk_size=CHUNK))


def _by_people(week_on) -> dict[int, Person]:
    """What people said of the week's comments, the latest of each. Few beside what a model reads."""
    rows = (
        _received_in(week_on)
        .by_people()
        .order_by("id")
        .values_list("comment_id", "sentiment", "predicted_themes")
    )
    return {
        comment: Person(sentiment, themes) for comment, sentiment, themes in rows.iterator(chunk_size=CHUNK)
    }


def _received_in(week_on):
    return Classification.objects.filter(**{f"{RECEIVED}__range": (week_on, week_on + dt.timedelta(days=6))})
