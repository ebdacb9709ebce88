"""From unread comments to classifications: a batch at a time, each comment once."""

from contextlib import nullcontext

from django.db import connection, transaction
from django.utils import timezone

from feedback.models import Comment
from feedback.nudge import nudge
from sentiment.engines import Engine, Reading
from sentiment.models import Classification, ModelVersion
from sentiment.promotion.force import engine_in_force
from sentiment.uncertainty import uncertainty

BATCH = 1024  # comments: sorted by length the transformer wastes little, and a worker that dies loses seconds


def classify_batch(using: Engine | None = None) -> int:
    """Read the oldest unread comments and store what the engine made of them. Returns how many.

    Where the database can, rows are claimed with SKIP LOCKED so that two workers share
    the work. SQLite has one writer: there the reading happens outside the transaction,
    so that nobody at the form waits for a model. If the engine cannot run at all its
    error is raised and nothing is written: the next sweep tries again.
    """
    using = using or engine_in_force()
    can_claim = connection.features.has_select_for_update_skip_locked
    with transaction.atomic() if can_claim else nullcontext():
        waiting = Comment.objects.unread().select_related("feedback")
        if can_claim:
            waiting = waiting.select_for_update(skip_locked=True, of=("self",))
        comments = list(waiting[:BATCH])
        if comments:
            readings = using.read([one.text for one in comments], [one.question for one in comments])
            _store(comments, readings, using.name)
    return len(comments)


@transaction.atomic
def _store(comments, readings, model_name):
    model, _ = ModelVersion.objects.get_or_create(name=model_name)
    # A twin may have read the same rows meanwhile: its classifications stand.
    still_unread = set(
        Comment.objects.unread().filter(pk__in=[one.pk for one in comments]).values_list("pk", flat=True)
    )
    Classification.objects.bulk_create(
        [
            row_of(comment, model, reading)
            for comment, reading in zip(comments, readings, strict=True)
            if comment.pk in still_unread
        ]
    )
    Comment.objects.filter(pk__in=still_unread).update(read_at=timezone.now())
    nudge("triage_waiting")


def row_of(comment: Comment, model: ModelVersion, reading: Reading) -> Classification:
    """The row to store for what a model made of a comment."""
    return Classification(
        comment=comment,
        model=model,
        sentiment=reading.sentiment,
        probabilities=reading.probabilities,
        themes=reading.themes,
        predicted_themes=list(reading.predicted_themes),
        signals=[{"kind": signal.kind, "words": signal.words} for signal in reading.signals],
        language=reading.language,
        severity=reading.severity,
        uncertainty=uncertainty(reading.probabilities, reading.themes),
        organisation_id=comment.feedback.organisation_id,
        why={label: [list(place) for place in places] for label, places in reading.why.items()},
    )


def correct(classification: Classification, *, sentiment, themes, note="", by) -> Classification:
    """A person's correction: one more row, in force from now on. The model's own row stays for learning."""
    return Classification.objects.create(
        comment=classification.comment,
        by=by,
        sentiment=sentiment,
        predicted_themes=sorted(themes),
        # What bears on safety is never corrected away.
        signals=classification.signals,
        language=classification.language,
        severity=classification.severity,
        note=note,
    )
