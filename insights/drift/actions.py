"""The only writer of drift notices: raise what moved, tell administrators, note what a person said of it."""

import datetime as dt
import logging

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from insights.drift import email
from insights.drift.drift import WEEKS_BEFORE, movements, weeks_before
from insights.drift.models import DriftNotice, WeeklyReading
from insights.drift.weeks import STILL_CHANGING, has_ended, is_changing
from organisations.models import Membership, User
from organisations.permissions import MAY

log = logging.getLogger(__name__)


def raise_notices(today: dt.date | None = None) -> int:
    """Write a notice for each movement of the weeks that ended lately. Returns how many are new.

    The unique constraint keeps each single, so that it may run at any time and again.
    """
    today = today or timezone.localdate()
    first = today - dt.timedelta(weeks=STILL_CHANGING + 1 + WEEKS_BEFORE)
    by_model = {}
    for week in WeeklyReading.objects.filter(week_on__gte=first):
        by_model.setdefault(week.model_id, []).append(week)
    moved = [
        DriftNotice(week_on=week.week_on, model_id=model, measure=one.measure, sentence=one.sentence)
        for model, weeks in by_model.items()
        for week in weeks
        if has_ended(week.week_on, today) and is_changing(week.week_on, today)
        for one in movements(week, weeks_before(week, weeks))
    ]
    before = DriftNotice.objects.count()
    DriftNotice.objects.bulk_create(moved, ignore_conflicts=True)
    return DriftNotice.objects.count() - before


def tell_administrators() -> int:
    """One e-mail for the notices that none was sent for. Returns how many notices it named.

    Without a mail server nothing is sent: the notice on their pages is the alert. If the mail
    does not leave, the rows stay as they are and the next run tries again.
    """
    waiting = list(DriftNotice.objects.open().filter(mailed_at=None)) if settings.EMAIL_URL else []
    people = list(_administrators().values_list("email", flat=True)) if waiting else []
    if not people:
        return 0
    try:
        email.send(waiting, people)
    except OSError as problem:  # smtplib's errors are OSErrors
        log.warning("The e-mail about drift did not leave: %s", type(problem).__name__)
        return 0
    DriftNotice.objects.filter(pk__in=[one.pk for one in waiting]).update(mailed_at=timezone.now())
    return len(waiting)


@transaction.atomic
def note_all(*, up_to: int, note: str, by: User) -> int:
    """Note every open notice the person was shown, by one sentence. Returns how many.

    `up_to` is the newest id on their page: one raised since stays open. None are left if a
    colleague was first, whose note stands.
    """
    return (
        DriftNotice.objects.open()
        .filter(pk__lte=up_to)
        .update(noted_at=timezone.now(), noted_by=by, note=note)
    )


def _administrators():
    working = Membership.objects.current().filter(role__in=MAY["note_drift"])
    return User.objects.filter(is_active=True, pk__in=working.values("user")).order_by("id")
