"""One round of the watch: tell who is due, send it, see whether mail can leave, and leave a sign of life."""

import logging
from time import sleep

from django.conf import settings
from django.core.mail import get_connection
from django.db import close_old_connections
from django.utils import timezone

from triage.alerting import heartbeats
from triage.alerting.escalate import escalate
from triage.delivery import deliver_batch
from triage.models import Heartbeat, Notice

log = logging.getLogger(__name__)

ROUND = 2.0  # seconds between two rounds of a process that does nothing else
TRY_MAIL_EVERY = timezone.timedelta(minutes=1)


def watch() -> None:
    """Safe to run at any time, in several processes at once."""
    escalate()
    # Asked first, because looking for a row to send takes SQLite's one write lock.
    while Notice.objects.undelivered().exists() and deliver_batch(Notice):
        pass
    _try_mail(timezone.now())
    heartbeats.worked("escalate_waiting")


def watch_for_ever() -> None:
    """Rounds without end, for a thread or process of its own. What goes wrong in one round is left to the next."""
    while True:
        try:
            watch()
        except Exception as problem:  # a bad world of any kind: this thread must outlive it
            log.warning("A round of the alert watch failed: %s", type(problem).__name__)
        close_old_connections()
        sleep(ROUND)


def _try_mail(now):
    """On a quiet day nothing is sent: without this, a dead mail server would be found by the first alert."""
    known = Heartbeat.objects.filter(name=heartbeats.MAIL).first()
    tried = [moment for moment in (known and known.worked_at, known and known.failed_at) if moment]
    if tried and max(tried) > now - TRY_MAIL_EVERY:
        return
    try:
        if settings.EMAIL_URL:  # a folder or a screen always answers
            with get_connection():
                pass
    except OSError as problem:  # smtplib's errors are OSErrors
        log.warning("The mail server did not answer: %s", type(problem).__name__)
        heartbeats.failed(heartbeats.MAIL, problem)
    else:
        heartbeats.worked(heartbeats.MAIL)
