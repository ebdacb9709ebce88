from time import monotonic

from celery import shared_task

from feedback.models import Comment
from sentiment.alike.note import note_batch
from sentiment.classify import classify_batch
from sentiment.reclassifying.again import reclassify_batch

# Seconds of reading again at a time: a worker has triage and replies to do as well.
PATIENCE = 10


@shared_task(name="classify_waiting")
def classify_waiting():
    """Read every comment that waits, a batch at a time."""
    while classify_batch():
        pass


@shared_task(name="compare_waiting")
def compare_waiting():
    """Sign every comment by which its twin could be found and that has no signature yet."""
    while note_batch():
        pass


@shared_task(name="reclassify_waiting")
def reclassify_waiting():
    """Read history again for a few seconds, as long as no new comment waits."""
    until = monotonic() + PATIENCE
    while monotonic() < until and not Comment.objects.unread().exists() and reclassify_batch():
        pass
