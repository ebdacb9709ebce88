"""Write the morning e-mails of a day, once for each person."""

import datetime as dt

from django.utils import timezone

from feedback.nudge import nudge
from organisations.models import User
from triage.clock import working_day
from triage.models import Morning, NoMorning
from triage.morning.gather import people, told

FROM, UNTIL = dt.time(7), dt.time(12)  # in England; after noon it is no morning e-mail any more


def write_mornings(now=None) -> int:
    """Returns how many people are to be written to. Safe to run at any time and again."""
    local = timezone.localtime(now)
    if not FROM <= local.time() < UNTIL or not working_day(local.date()):
        return 0
    written = Morning.objects.filter(on=local.date()).values("user")
    off = NoMorning.objects.values("user")
    waiting = User.objects.filter(pk__in=people()).exclude(pk__in=written).exclude(pk__in=off)
    rows = [_row(user, local.date()) for user in waiting.order_by("id")]
    Morning.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    to_send = sum(row.way == "morning" for row in rows)
    if to_send:
        nudge("deliver_waiting")
    return to_send


def _row(user, today):
    says = told(user, today)
    return Morning(user=user, on=today, says=says, way="morning" if says else "portal")
