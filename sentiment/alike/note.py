"""Signatures for comments that have none: each comment once, a batch at a time."""

from contextlib import nullcontext

from django.db import connection, transaction

from feedback.models import Comment, Feedback
from sentiment.alike.models import Band, Signature
from sentiment.alike.signature import bands

BATCH = 1024  # comments


def note_batch() -> int:
    """Sign the oldest comments without a signature. Returns how many.

    The sweep walks two primary keys, 0.6 s at a million comments, so it runs once in five
    minutes. Rows are claimed as `classify_batch` claims them.
    """
    can_claim = connection.features.has_select_for_update_skip_locked
    with transaction.atomic() if can_claim else nullcontext():
        waiting = Comment.objects.filter(signature=None).order_by("pk")
        if can_claim:
            waiting = waiting.select_for_update(skip_locked=True, of=("self",))
        comments = list(waiting[:BATCH])
        note_signatures(comments)
    return len(comments)


def note_signatures(comments: list[Comment]) -> None:
    """Keep the signatures of these comments; those that have one stay as they are. Five queries at most."""
    of = {one.pk: one for one in Feedback.objects.filter(pk__in={one.feedback_id for one in comments})}
    made = {one.pk: bands(one.text, place(of[one.feedback_id])) for one in comments}
    with transaction.atomic():
        known = set(Signature.objects.filter(pk__in=made).values_list("pk", flat=True))
        new = [one for one in comments if one.pk not in known]
        Signature.objects.bulk_create(Signature(comment=one) for one in new)
        Band.objects.bulk_create(
            (
                Band(comment=one, value=value, received_on=of[one.feedback_id].received_on)
                for one in new
                for value in made[one.pk]
            ),
            batch_size=5000,
        )


def place(feedback: Feedback) -> str:
    """Where a story happened: its service, or the organisation where none was named."""
    return (
        f"service {feedback.service_id}"
        if feedback.service_id
        else f"organisation {feedback.organisation_id}"
    )
