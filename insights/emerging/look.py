"""A look at a place and a period: asked for, then done by a worker, then kept.

Looks are rows, and done by asking which still wait: a worker that dies leaves one to
the next sweep. Only a worker, or the command, imports this: it loads scikit-learn.
"""

import datetime as dt
from contextlib import nullcontext

from django.db import connection, transaction
from django.utils import timezone

from insights.emerging import grouping
from insights.emerging.told import WEEKS_BEFORE, Found, Told
from insights.models import EmergingComment, EmergingLook, EmergingTheme
from organisations.models import Organisation
from sentiment.models import Classification


def look_at_next() -> bool:
    """Do the oldest look that waits. False when none does.

    Claimed, where the database can, with SKIP LOCKED. SQLite has one writer: there the
    grouping happens outside the transaction.
    """
    can_claim = connection.features.has_select_for_update_skip_locked
    with transaction.atomic() if can_claim else nullcontext():
        waiting = EmergingLook.objects.waiting().select_related("organisation")
        if can_claim:
            waiting = waiting.select_for_update(skip_locked=True, of=("self",))
        look = waiting.first()
        if look is not None:
            do(look)
    return look is not None


def do(look: EmergingLook) -> None:
    """Find the emerging themes of one look and keep them in place of what it held."""
    before = look.from_on - dt.timedelta(weeks=WEEKS_BEFORE)
    found = grouping.find(
        told(look, look.from_on, look.to_on), told(look, before, look.from_on - dt.timedelta(1))
    )
    _keep(look, found)


def told(look: EmergingLook, from_on: dt.date, to_on: dt.date) -> list[Told]:
    """What was written in English of the look's place from one day to another, with the reading in force.

    Words of another language would group by their language and not by what they tell.
    """
    period = Classification.objects.current().filter(
        comment__feedback__received_on__range=(from_on, to_on), language__in=("en", "")
    )
    if look.service_id:
        period = period.filter(comment__feedback__service=look.service_id)
    else:
        period = period.filter(
            comment__feedback__organisation__in=Organisation.objects.under(look.organisation)
        )
    rows = period.order_by("comment").values_list(
        "comment", "comment__feedback", "comment__text", "predicted_themes", "themes", "by"
    )
    return [
        # A person who corrected a reading was sure of it.
        Told(comment, feedback, text, tuple(predicted), 1.0 if by else max(shares.values(), default=0.0))
        for comment, feedback, text, predicted, shares, by in rows
    ]


@transaction.atomic
def _keep(look: EmergingLook, found: Found):
    look.themes.all().delete()
    for group in found.groups:
        theme = EmergingTheme.objects.create(
            look=look,
            words=list(group.words),
            people=group.people,
            people_before=group.people_before,
            is_new=found.can_say_new and not group.people_before,
        )
        EmergingComment.objects.bulk_create(
            EmergingComment(theme=theme, comment_id=comment, nearness=nearness)
            for comment, nearness in group.comments
        )
    look.comments, look.comments_before = found.comments, found.comments_before
    look.unexplained, look.found_at = found.unexplained, timezone.now()
    look.save()
