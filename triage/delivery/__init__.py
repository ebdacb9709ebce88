"""How a referral, an acknowledgement or a reply leaves the building: one module a way.

The row says what leaves and how often we tried. A way that is down raises; the row
keeps the error and the next try; after the last attempt it is put before a person.
"""

import logging

from django.db import connection, transaction
from django.utils import timezone

from triage.delivery import alert_email, email, morning_email, portal, sms
from triage.models import Morning, Notice, Referral, Reply

log = logging.getLogger(__name__)

WAYS = {
    "portal": portal.send,
    "email": email.send,
    "alert_email": alert_email.send,
    "alert_sms": sms.send,
    "morning": morning_email.send,
}
BATCH = 50
# Minutes until the next try, one for each attempt that failed: about a day in all.
AGAIN_AFTER = (1, 5, 15, 60, 240, 480, 720)
# Of somebody at risk: every half minute, then every minute, for a quarter of an hour; then the next steps have rung.
SOONER = {Notice: (0.5,) * 10 + (1,) * 10}


def deliver_batch(*models) -> int:
    """Try to send up to BATCH rows that are due, of `models` or of all that leave. Returns how many were tried.

    Each row has a transaction of its own: what was sent stays sent if the next one fails.
    """
    tried = 0
    for model in models or (Notice, Referral, Reply, Morning):
        while tried < BATCH and _try_one(model):
            tried += 1
    return tried


def _try_one(model) -> bool:
    with transaction.atomic():
        due = model.objects.undelivered().filter(way__in=WAYS)
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True, of=("self",))
        row = due.first()
        if row is None:
            return False
        row.attempts += 1
        try:
            WAYS[row.way](row)
        except OSError as problem:  # smtplib's errors are OSErrors: the world is bad, not the row
            _try_again(row, problem)
        else:
            row.delivered_at, row.last_error = timezone.now(), ""
        row.save()
    return True


def _try_again(row, problem):
    # The kind of error only: a mail server may quote an address back at us.
    row.last_error = type(problem).__name__
    log.warning(
        "%s %s did not leave: %s, attempt %s", type(row).__name__, row.pk, row.last_error, row.attempts
    )
    again_after = SOONER.get(type(row), AGAIN_AFTER)
    if row.attempts > len(again_after):
        row.failed_at = timezone.now()
    else:
        row.next_try_at = timezone.now() + timezone.timedelta(minutes=again_after[row.attempts - 1])
