"""Reading history again, a batch at a time: each comment once a model, whenever a worker dies."""

from collections import defaultdict
from contextlib import nullcontext

from django.db import connection, transaction
from django.db.models import Exists, F, OuterRef
from django.utils import timezone

from feedback.models import Comment
from feedback.nudge import nudge
from sentiment.classify import BATCH, row_of
from sentiment.engines import Engine
from sentiment.models import Classification, Reclassification
from sentiment.promotion.force import engine_in_force
from sentiment.reclassifying.danger import new_kinds


def reclassify_batch(using: Engine | None = None) -> int:
    """Read the next comments of the oldest order again. Returns how many; 0 when there is nothing to do.

    Rows and the place reached are stored in one transaction, so a worker killed at any
    moment leaves the order where its last batch ended. As in `classify_batch`, SQLite's
    only writer is not kept waiting while the model reads.
    """
    can_claim = connection.features.has_select_for_update_skip_locked
    with transaction.atomic() if can_claim else nullcontext():
        orders = Reclassification.objects.waiting().select_related("model")
        if can_claim:
            orders = orders.select_for_update(skip_locked=True, of=("self",))
        order = orders.first()
        return _next_batch(order, using or engine_in_force()) if order else 0


def in_reach(order: Reclassification):
    """The comments that the order takes in, read already by some model, oldest first."""
    comments = Comment.objects.filter(pk__lte=order.until_comment, read_at__isnull=False).order_by("id")
    if order.organisation:
        comments = comments.filter(feedback__organisation__lineage__startswith=order.organisation.lineage)
    if order.since_on:
        comments = comments.filter(feedback__received_on__gte=order.since_on)
    return comments


def _next_batch(order, using):
    if using.name != order.model.name:
        _finish(order, stopped=f"{using.name} came into force meanwhile.")
        return 0
    done = Classification.objects.filter(comment=OuterRef("pk"), model=order.model)
    left = in_reach(order).filter(~Exists(done), pk__gt=order.last_comment)
    comments = list(left.select_related("feedback")[:BATCH])
    if not comments:
        _finish(order)
        return 0
    readings = using.read([one.text for one in comments], [one.question for one in comments])
    return _store(order, comments, readings)


@transaction.atomic
def _store(order, comments, readings):
    rows = [
        row_of(comment, order.model, reading) for comment, reading in zip(comments, readings, strict=True)
    ]
    earlier = defaultdict(list)
    for comment_id, signals in Classification.objects.filter(comment__in=comments).values_list(
        "comment_id", "signals"
    ):
        earlier[comment_id].append(signals)
    for row in rows:
        row.danger_waits = bool(new_kinds(row.signals, earlier[row.comment_id]))
    moved = Reclassification.objects.filter(
        pk=order.pk, last_comment=order.last_comment, finished_at=None
    ).update(
        last_comment=comments[-1].pk,
        comments_read=F("comments_read") + len(rows),
        dangers_found=F("dangers_found") + sum(row.danger_waits for row in rows),
    )
    if moved:  # else a twin has done this batch: its rows stand
        Classification.objects.bulk_create(rows, ignore_conflicts=True)
        nudge("heed_waiting")
    return len(comments)


def _finish(order, *, stopped=""):
    Reclassification.objects.filter(pk=order.pk, finished_at=None).update(
        finished_at=timezone.now(), stopped=stopped
    )
