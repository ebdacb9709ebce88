"""Twins of a feedback: what tells perhaps the same story, at the same service, at about the same time."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from feedback.models import Comment, Feedback
from sentiment.alike.models import Band
from sentiment.alike.words import SAME, share, words_of

WINDOW = 60  # days before and after: about as long as a person waits, and writes again
MOST_COMPARED = 20  # comments, those with the most bands in common first


@dataclass(frozen=True)
class Twin:
    """Another feedback, and the share of words (0 to 1) that its nearest comment has in common."""

    feedback: Feedback
    share: float


def twins(feedback: Feedback, among: QuerySet, days: int = WINDOW) -> list[Twin]:
    """The nearest first. `among` are the Feedback rows that may be shown. Four queries at most."""
    values = list(Band.objects.filter(comment__feedback=feedback).values_list("value", flat=True))
    if not values:
        return []
    near = (
        Band.objects.filter(
            value__in=values,
            received_on__range=(
                feedback.received_on - dt.timedelta(days),
                feedback.received_on + dt.timedelta(days),
            ),
            comment__feedback__in=among,
        )
        .exclude(comment__feedback=feedback)
        .values("comment")
        .annotate(shared=Count("pk"))
        .order_by("-shared", "-comment")[:MOST_COMPARED]
    )
    others = Comment.objects.filter(pk__in=[row["comment"] for row in near]).select_related("feedback")
    return _compared(list(others), [words_of(one.text) for one in feedback.comments.all()] if others else [])


def _compared(others: list[Comment], ours: list[list[str]]) -> list[Twin]:
    best = {}
    for other in others:
        nearest = max(share(one, words_of(other.text)) for one in ours)
        if nearest >= SAME and nearest > best.get(other.feedback, 0.0):
            best[other.feedback] = nearest
    found = [Twin(feedback, nearest) for feedback, nearest in best.items()]
    return sorted(found, key=lambda twin: (-twin.share, twin.feedback.pk))
