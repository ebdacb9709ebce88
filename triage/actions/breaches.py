"""A date that passed: noted by the clock, explained by a person."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from triage import moves
from triage.actions.changing import changing, unmet
from triage.actions.writing import begin_letter, kinds_for
from triage.clock import CLOCKS
from triage.letter import ROUND
from triage.letters.beginning import begin
from triage.models import Case, Event, Letter
from triage.models.ledger import lock

BATCH = 500  # cases


def note_breaches(today=None) -> int:
    """Write one Event for each clock that has passed unmet. Returns how many are new.

    Lateness itself is computed from the dates; this only fixes the moment in the history.
    The unique constraint keeps each single, so a missed run heals itself.
    """
    today = today or timezone.localdate()
    late = Case.objects.overdue(today).order_by("id")
    noted, after = 0, 0
    while batch := list(late.filter(id__gt=after)[:BATCH]):
        noted += _note(batch, today)
        after = batch[-1].pk
    return noted


def _note(cases, today):
    """Look, and look again with the histories locked: a colleague's sweep may be doing the same."""
    wanted = _not_noted(cases, today)
    if not wanted:
        return 0
    late = {event.case_id: event.case for event in wanted}
    with transaction.atomic():
        lock(Event, late)
        return len(Event.objects.bulk_create(_not_noted(late.values(), today)))


def _not_noted(cases, today):
    noted = set(Event.objects.filter(case__in=cases, kind="breach").values_list("case", "clock"))
    return [
        Event(case=case, kind="breach", clock=clock, detail={"due_on": str(due_on)})
        for case in cases
        for clock, due_on in unmet(case).items()
        if due_on < today and (case.pk, clock) not in noted
    ]


@transaction.atomic
def explain(case: Case, *, reason: str, version=None, by) -> Letter | None:
    """Tell the person why a date was missed. One reason stands for every date missed by now that had none.

    While they wait for the reply, a letter that says so is begun with the reason in it, and returned.

    Source: regulation 14(4): who had no answer in time is told in writing, with the reason.
    """
    if not reason.strip():
        raise moves.NotAllowed("Write why the date was missed.")
    missed = unexplained(case, timezone.localdate())
    if not missed:
        raise moves.NotAllowed("No missed date waits for a reason.")
    with changing(
        case, "explain", by=by, version=version, public=True, note=reason.strip(), clocks=list(missed)
    ):
        pass
    return _notice(case, reason.strip(), by)


def _notice(case, reason, by):
    """One at a time: a draft that waits is not begun again."""
    if (
        case.replied_at
        or "holding" not in kinds_for(case)
        or case.letters.unsent().filter(kind="holding").exists()
    ):
        return None
    words = begin(case, "holding", by, reason=reason)
    said = reason.translate(ROUND)
    text = words.text if said in words.text else f"{words.text}\n\n{said}"
    return begin_letter(case, kind="holding", text=text, template=words.template, by=by)


def unexplained(case: Case, today) -> dict[str, date]:
    """The dates missed, even if met later, for which nobody has written the reason: {clock: due date}."""
    missed = _missed(case, today)
    if not missed:
        return {}
    reasons = case.events.filter(kind="explain").values_list("detail__clocks", flat=True)
    explained = {clock for clocks in reasons for clock in clocks}
    if "backstop_on" in missed and _longer_in_time(case):
        explained.add("backstop_on")
    return {clock: due_on for clock, due_on in missed.items() if clock not in explained}


def _longer_in_time(case):
    """Whether a time beyond the six months was agreed before they ran out: then no notice is owed for them."""
    return case.dates_agreed.filter(agreed_on__gt=case.backstop_on, said_on__lte=case.backstop_on).exists()


def _missed(case, today):
    met_at = dict.fromkeys(CLOCKS, case.replied_at) | {"acknowledge_by": case.acknowledged_at}
    due = {clock: due_on for clock in CLOCKS if (due_on := getattr(case, clock))}
    return {
        clock: due_on
        for clock, due_on in due.items()
        if due_on < _day(met_at[clock] or case.closed_at, today)
    }


def _day(moment, today):
    return timezone.localdate(moment) if moment else today
