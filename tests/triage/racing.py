"""People who act on one case in the same moment: threads with connections and transactions of their own.

Run in a service's shell (`Service.ask`), on a database that is not the tests' own: SQLite in memory has no
transactions that wait for each other.
"""

import datetime as dt
import threading
from concurrent.futures import ThreadPoolExecutor

from django.db import connection
from django.utils import timezone

from tests.factories import UserFactory, a_case, days_ago
from triage import actions
from triage.ledger.verify import walk
from triage.models import Access, Case
from triage.moves import NotAllowed


def _agree(case, **seen):
    day = timezone.localdate() + dt.timedelta(days=20)
    actions.agree_date(case, agreed_on=day, note="Agreed by telephone.", how="telephone", **seen)


def _refer(case, **seen):
    team = "pals" if case.team == "complaints" else "complaints"
    actions.refer(case, team=team, organisation=case.organisation, note="They know it better.", **seen)


# Whatever each does, at most one of two may do it on what both of them saw.
DOES = (
    actions.take,
    lambda case, **seen: actions.assign(case, handler=None, **seen),
    _agree,
    lambda case, **seen: actions.correct_decision(case, priority="urgent", note="Frail.", **seen),
    _refer,
)


def duel(rounds) -> dict:
    """Two officers act `rounds` times on what both see. Who won, what the loser was told, and whether the history is whole."""
    case = a_case()
    officers = [UserFactory(name="Olu Marsh"), UserFactory(name="Penny Hart")]
    found = {"winners": [], "told_by_the_winner": 0, "versions": []}
    with ThreadPoolExecutor(2) as pool:
        for number in range(rounds):
            seen, start = Case.objects.get(pk=case.pk).version, threading.Barrier(2)
            first, second = DOES[number % len(DOES)], DOES[number // len(DOES) % len(DOES)]
            tries = [
                pool.submit(_try, case.pk, does, seen, by, start)
                for does, by in zip((first, second), officers, strict=True)
            ]
            told = [one.result() for one in tries]
            won = [by.name for by, answer in zip(officers, told, strict=True) if answer == "done"]
            found["winners"].append(won)
            found["told_by_the_winner"] += sum(answer in won for answer in told)
            found["versions"].append(Case.objects.get(pk=case.pk).version - seen)
    return found | {"events": case.events.count(), **_history()}


def crowd(rounds) -> dict:
    """Everything at once on a few late cases: notes, reads, an alert taken by two, breaches noted by two sweeps."""
    cases = [a_case(f"I may as well end my life, {number}.", received_on=days_ago(40)) for number in range(3)]
    people = [UserFactory() for _ in range(4)]
    start = threading.Barrier(len(people) * 2)
    with ThreadPoolExecutor(len(people) * 2) as pool:
        tries = [pool.submit(_busy, [one.pk for one in cases], by, rounds, start) for by in people]
        tries += [pool.submit(_reads, [one.pk for one in cases], by, rounds, start) for by in people]
        taken = [name for one in tries for name in one.result()]
    return {
        "alerts": len(cases),
        "taken": len(taken),
        "breaches": sum(case.events.filter(kind="breach").count() for case in cases),
        "notes": sum(case.events.filter(kind="note").count() for case in cases),
        "reads": Access.objects.count(),
        **_history(),
    }


def _history():
    chains = list(walk())
    return {
        "broken": [fault.words for _, _, fault in chains if fault],
        "rows": sum(rows for _, rows, _ in chains),
    }


def _try(pk, does, seen, by, start):
    """ "done", or the name of who was quicker as the loser is told it."""
    case = Case.objects.get(pk=pk)
    start.wait()
    try:
        does(case, version=seen, by=by)
    except actions.ChangedMeanwhile as quicker:
        return quicker.event.by.name
    finally:
        connection.close()
    return "done"


def _busy(cases, by, rounds, start):
    """Notes and breaches and alerts; returns the alerts this person took."""
    taken = []
    start.wait()
    try:
        for number in range(rounds):
            case = Case.objects.select_related("feedback").get(pk=cases[number % len(cases)])
            actions.note(case, text="Rang the ward.", by=by)
            actions.note_breaches()
            for alert in case.feedback.alerts.open():
                try:
                    actions.take_alert(alert, note="Ringing them.", by=by)
                    taken.append(alert.pk)
                except NotAllowed:
                    pass
    finally:
        connection.close()
    return taken


def _reads(cases, by, rounds, start):
    start.wait()
    try:
        for number in range(rounds):
            case = Case.objects.get(pk=cases[number % len(cases)])
            Access.objects.create(feedback_id=case.feedback_id, what="case", by=by)
    finally:
        connection.close()
    return []
