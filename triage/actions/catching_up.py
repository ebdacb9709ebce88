"""What a model finds in words that were decided before it had read them: taken in, and only ever to raise.

That is what staff wrote down while they waited, and what the rules decided while no model could run.
"""

from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from feedback.models import Comment, Feedback
from feedback.signals import KINDS, hear
from sentiment.reclassifying.danger import DANGER
from triage.actions.changing import changing
from triage.actions.deciding import (
    case_followed,
    raise_alerts,
    readings_of,
    tell_bodies,
    what_is_known,
    with_what_decides,
)
from triage.models import Case, Decision, Priority
from triage.routing import route
from triage.severity import worst

BATCH = 100


@transaction.atomic
def catch_up_batch() -> int:
    """Take in the readings of what was decided unread and has been read since, the oldest first. Returns how many."""
    unread = Comment.objects.filter(feedback=OuterRef("feedback"), read_at=None)
    waiting = Decision.objects.filter(~Exists(unread), unread=True).order_by("id")
    if connection.features.has_select_for_update_skip_locked:
        waiting = waiting.select_for_update(skip_locked=True, of=("self",))
    decided = {one.feedback_id: one for one in waiting[:BATCH]}
    for feedback in with_what_decides(Feedback.objects.filter(pk__in=decided)).order_by("id"):
        _catch_up(feedback, decided[feedback.pk])
    Decision.objects.filter(feedback__in=decided).update(unread=False)
    return len(decided)


def _catch_up(feedback, decision):
    """One of them. A case that a person changed meanwhile stays as they left it, unless there is danger."""
    facts = what_is_known(feedback)
    routing = route(facts)
    raise_alerts(feedback, facts)
    tell_bodies(feedback, routing)
    heard = {signal.kind for comment in feedback.comments.all() for signal in hear(comment.text)}
    fresh = {signal.kind for signal in facts.signals} & DANGER - heard
    more = bool(fresh) or (routing.needs_person and not decision.needs_person)
    case = Case.objects.filter(feedback=feedback).first() or case_followed(feedback)
    if case:
        # No Event and no new version: it only orders the queue, and somebody may have the page open.
        severity = worst(readings_of(feedback))
        Case.objects.filter(pk=case.pk, severity__lt=severity).update(severity=severity)
    if case and more:
        _raise_case(case, fresh, Priority[routing.priority.upper()])
    elif more:
        current = Decision.objects.current().filter(feedback=feedback)
        Decision.objects.filter(pk__in=list(current.values_list("pk", flat=True))).update(needs_person=True)


def _raise_case(case, fresh, priority):
    kinds = sorted(fresh, key=lambda kind: (KINDS[kind].tier, kind))
    for move, detail in [("find", {"signal": kind}) for kind in kinds] or [("read", {})]:
        with changing(case, move, by=None, **detail) as locked:
            locked.needs_person = locked.needs_person or locked.is_open
            locked.priority = min(locked.priority, priority)
