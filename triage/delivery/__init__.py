"""How a referral, an acknowledgement or a letter leaves the building: one module a way.

The row says what leaves and how often we tried. A way that is down raises; the row
keeps the error and the next try; after the last attempt it is put before a person.

A row is claimed before it is sent and marked after, each in a short transaction of its own: no lock is held
while a slow server thinks. A worker killed between sending and marking leaves a claimed row, which is tried
again when its time has come. So a note that words wait leaves at least once: it says nothing that a second
copy could harm, both copies carry the row's own Message-ID, and not to be told would be worse. A letter
through GOV.UK Notify is asked for by its reference before it is sent again, so it is posted once.
"""

import logging

from django.db import connection, transaction
from django.utils import timezone

from triage.delivery import alert_email, email, morning_email, notify, portal, sms
from triage.delivery.leaving import WillNotLeave
from triage.holding import why_held
from triage.models import Morning, Notice, Referral, Reply

HELD = "held back: the patient's consent is not there any more"
log = logging.getLogger(__name__)

WAYS = {
    "portal": portal.send,
    "email": email.send,
    "notify": notify.send_letter,
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
    """Try to send up to BATCH rows that are due, of `models` or of all that leave. Returns how many were tried."""
    tried = 0
    for model in models or (Notice, Referral, Reply, Morning):
        while tried < BATCH and _try_one(model):
            tried += 1
    return tried


def _try_one(model) -> bool:
    row = _claim(model)
    if row is None:
        return False
    try:
        _check_held(row)
        WAYS[row.way](row)
    except OSError as problem:  # smtplib's errors are OSErrors: the world is bad, not the row
        # The kind of error only: a mail server may quote an address back at us.
        _failed(row, type(problem).__name__, for_good=row.attempts > len(_again_after(model)))
    except WillNotLeave as problem:
        _failed(row, str(problem), for_good=True)
    else:
        _waiting(row).update(delivered_at=timezone.now(), last_error="")
    return True


@transaction.atomic
def _claim(model):
    """The oldest row that is due, its attempt counted and its next try set: ours until then. None if none is due."""
    due = model.objects.undelivered().filter(way__in=WAYS)
    if connection.features.has_select_for_update_skip_locked:
        due = due.select_for_update(skip_locked=True, of=("self",))
    row = due.first()
    if row is None:
        return None
    again_after = _again_after(model)
    minutes = again_after[min(row.attempts, len(again_after) - 1)]
    row.attempts += 1
    row.next_try_at = timezone.now() + timezone.timedelta(minutes=minutes)
    row.save(update_fields=["attempts", "next_try_at"])
    return row


def _again_after(model):
    return SOONER.get(model, AGAIN_AFTER)


def _failed(row, why, *, for_good):
    log.warning("%s %s did not leave: %s, attempt %s", type(row).__name__, row.pk, why, row.attempts)
    _waiting(row).update(last_error=why[:200], failed_at=timezone.now() if for_good else None)


def _check_held(row):
    """The last moment at which consent is asked of the case: it may have been taken back since the reply was signed."""
    if isinstance(row, Reply) and why_held(row):
        raise WillNotLeave(HELD)


def _waiting(row):
    return type(row).objects.waiting().filter(pk=row.pk)
