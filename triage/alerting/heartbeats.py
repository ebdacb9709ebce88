"""Signs of life: each background sweep says when it last worked, and when it last failed."""

from time import monotonic

from celery.signals import task_failure, task_success
from django.db import DatabaseError
from django.utils import timezone

from triage.models import Heartbeat

# The sweeps that bring danger before a person, in the order in which they work.
SWEEPS = {
    "escalate_waiting": "Telling people of alerts",
    "classify_waiting": "Reading comments by the model",
    "triage_waiting": "Deciding where feedback goes",
    "heed_waiting": "Bringing up danger found later",
    "deliver_waiting": "Sending replies and acknowledgements",
}
MAIL = "mail"
EVERY = 5.0  # seconds between two signs of one sweep: some run each second

_written = {}


def worked(name: str) -> None:
    """Note that `name` has just worked; at most every few seconds in one process."""
    now = monotonic()
    if now - _written.get(name, -EVERY) >= EVERY:
        _write(name, "worked_at")
        _written[name] = now


def failed(name: str, problem: BaseException) -> None:
    """Note that `name` has just failed, and by what kind of error."""
    _write(name, "failed_at", error=type(problem).__name__[:80])
    _written.pop(name, None)


def listen() -> None:
    """From now on each sweep of this process leaves its signs."""
    task_success.connect(_after_success, dispatch_uid="heartbeats")
    task_failure.connect(_after_failure, dispatch_uid="heartbeats")


def _after_success(sender, **_):
    if sender.name in SWEEPS:
        worked(sender.name)


def _after_failure(sender, exception, **_):
    if sender.name in SWEEPS and not isinstance(exception, DatabaseError):
        failed(sender.name, exception)


def _write(name, moment, **also):
    row = Heartbeat(name=name, **{moment: timezone.now()}, **also)
    Heartbeat.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["name"], update_fields=[moment, *also]
    )
