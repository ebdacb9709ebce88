"""For Healthwatch: what people talk about, by provider and month, with small numbers hidden.

Whole calendar months only, and one level only: two files of different periods can then
never be subtracted to learn of fewer than five people. Themes overlap, so no total
gives a hidden one away. Source: the suppression rule of the Friends and Family Test.
"""

import datetime as dt
from collections import defaultdict

from insights.exports.cqc import count_themes
from insights.exports.request import CannotExport, Request
from insights.exports.table import Table
from insights.exports.themes import readings_by_feedback

FEWEST = 5  # feedback; fewer could point to a person
HIDDEN = "fewer than 5"
COLUMNS = ("month", "provider_code", "provider", "theme", "feedback", "positive", "neutral", "negative")


def tables(request: Request) -> list[Table]:
    whole = whole_months(request)
    feedback = whole.feedback().select_related("organisation__parent")
    readings = readings_by_feedback(whole.feedback())
    groups = defaultdict(dict)
    for one in feedback.order_by("received_on", "id"):
        provider = one.organisation.provider()
        groups[f"{one.received_on:%Y-%m}", provider.ods_code, provider.name][one.pk] = readings.get(
            one.pk, []
        )
    rows = [
        (*group, *hide_small(row)) for group, found in sorted(groups.items()) for row in count_themes(found)
    ]
    return [Table("themes_by_month.csv", COLUMNS, tuple(rows))]


def left_out(request: Request) -> list[dict]:
    whole = whole_months(request)
    outside = request.feedback().count() - whole.feedback().count()
    hidden = sum(HIDDEN in row for row in tables(request)[0].rows)
    return [
        {"what": "names, contact details and the words themselves", "rows": whole.feedback().count(),
         "why": "They can tell who somebody is."},
        {"what": "months that are not whole", "rows": outside,
         "why": "Two files with different last days could be subtracted to learn of one person."},
        {"what": "numbers below five", "rows": hidden, "why": "So few could point to a person."},
    ]  # fmt: skip


def whole_months(request: Request) -> Request:
    """The request, cut to whole calendar months. Raises CannotExport if none is left."""
    first = request.from_on if request.from_on.day == 1 else _next_month(request.from_on)
    last = _next_month(request.to_on + dt.timedelta(days=1), same_if_first=True) - dt.timedelta(days=1)
    if last > request.to_on:
        last = request.to_on.replace(day=1) - dt.timedelta(days=1)
    if last < first:
        raise CannotExport(
            "Healthwatch is told by whole months. Choose from the 1st to the last day of a month."
        )
    return Request(request.body, request.organisation, first, last)


def hide_small(row: tuple) -> tuple:
    """(theme, feedback, positive, neutral, negative) with what is below five hidden.

    If any part of a split is small the whole split is hidden: the rest would give it away.
    """
    theme, total, *split = row
    if total < FEWEST:
        return (theme, HIDDEN, "", "", "")
    if any(0 < part < FEWEST for part in (*split, total - sum(split))):
        return (theme, total, HIDDEN, HIDDEN, HIDDEN)
    return row


def _next_month(day, same_if_first=False):
    if same_if_first and day.day == 1:
        return day
    return (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
