from celery import shared_task

from sentiment.classify import classify_batch


@shared_task(name="classify_waiting")
def classify_waiting():
    """Read every comment that waits, a batch at a time."""
    while classify_batch():
        pass
