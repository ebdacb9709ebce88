"""A date that comes near: said once on the case, a week before and on the last working day before."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from triage.absence.covers import Covers
from triage.actions.changing import unmet
from triage.models import Case, DueSoon, Event
from triage.models.ledger import lock
from triage.morning.near import WEEK, warnings

BATCH = 500  # cases
DATES = ("acknowledge_by", "agreed_on", "respond_by", "backstop_on", "look_again_on")


def note_warnings(today: date | None = None) -> int:
    """Write a warning and its Event for each date that has come near. Returns how many are new.

    Unique constraints keep each single, so a missed run heals itself.
    """
    today = today or timezone.localdate()
    # The last working day before may be five days ago at Christmas; a week covers it.
    soon = Q()
    for name in DATES:
        soon |= Q(**{f"{name}__range": (today, today + WEEK)})
    near = Case.objects.open().filter(soon).order_by("id")
    noted, after = 0, 0
    while batch := list(near.filter(id__gt=after)[:BATCH]):
        noted += _note(batch, today)
        after = batch[-1].pk
    return noted


def _note(cases, today):
    """Look, and look again with the histories locked: a colleague's sweep may be doing the same."""
    near = {warning.case_id: warning.case for warning in _not_noted(cases, today)}
    if not near:
        return 0
    with transaction.atomic():
        lock(Event, near)
        fresh = _not_noted(near.values(), today)
        covers = Covers.on(today)
        DueSoon.objects.bulk_create(fresh)
        Event.objects.bulk_create(
            Event(
                case=one.case, kind="warn", clock=one.clock,
                detail={"due_on": str(one.due_on), "when": one.when} | _cover(one.case, covers),
            )
            for one in fresh
        )  # fmt: skip
    return len(fresh)


def _cover(case, covers):
    """Who stands in for the handler and is told in their stead, by name."""
    cover = covers.of(case.handler_id)
    return {"cover": str(cover.by)} if cover and cover.by else {}


def _not_noted(cases, today):
    known = set(DueSoon.objects.filter(case__in=cases).values_list("case", "clock", "due_on", "when"))
    return [
        DueSoon(case=case, clock=warning.clock, due_on=warning.due_on, when=warning.when)
        for case in cases
        for warning in warnings(unmet(case), case.received_on, today)
        if (case.pk, *warning) not in known
    ]
