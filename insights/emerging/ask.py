"""Asking for a look. Light: pages call it, and the nightly sweep."""

import datetime as dt

from django.utils import timezone

from feedback.nudge import nudge
from insights.emerging.told import WEEKS
from insights.models import EmergingLook
from organisations.models import Membership, Organisation, Service, User
from organisations.permissions import MAY


def ask(organisation: Organisation, service: Service | None, *, weeks: int, by: User) -> EmergingLook:
    """A look at the last `weeks`, to be done by the next worker. What was found earlier today stays until then."""
    look = row_of(organisation, service, weeks=weeks, to_on=timezone.localdate(), by=by)
    EmergingLook.objects.filter(pk=look.pk).update(found_at=None, asked_by=by)
    nudge("group_waiting")
    return look


def ask_for_today() -> None:
    """A look at each place where somebody may read it, once a day. Done twice it changes nothing."""
    today = timezone.localdate()
    places = Membership.objects.current(today).filter(role__in=MAY["read_emerging"])
    looked = set(
        EmergingLook.objects.filter(to_on=today, from_on=first_day(WEEKS, today)).values_list(
            "organisation", "service"
        )
    )
    for one in places.select_related("organisation", "service").order_by("id"):
        if (one.organisation_id, one.service_id) not in looked:
            row_of(one.organisation, one.service, weeks=WEEKS, to_on=today)


def row_of(organisation, service=None, *, weeks: int, to_on: dt.date, by=None) -> EmergingLook:
    """The one row for a place and a period, made if it is not there: it then waits to be done."""
    return EmergingLook.objects.get_or_create(
        organisation=organisation,
        service=service,
        from_on=first_day(weeks, to_on),
        to_on=to_on,
        defaults={"asked_by": by},
    )[0]


def first_day(weeks: int, to_on: dt.date) -> dt.date:
    return to_on - dt.timedelta(days=7 * weeks - 1)
