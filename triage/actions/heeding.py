"""Danger that a later reading of old words found: a person is told, whatever became of the feedback meanwhile.

Decisions, cases and alerts stay as people left them; this only brings them up again.
"""

from django.db import connection, transaction

from feedback.models import Alert
from feedback.signals import KINDS, TIER_0, Signal
from sentiment.models import Classification
from sentiment.reclassifying.danger import new_kinds
from triage.actions.changing import changing
from triage.models import Case, Decision, staying

BATCH = 100  # readings


@transaction.atomic
def heed_batch() -> int:
    """Bring the oldest unheeded danger before a person. Returns how many readings.

    Feedback that was never decided is left: its decision will take all its readings in.
    """
    waiting = (
        Classification.objects.with_unheeded_danger()
        .exclude(comment__feedback__decided_at=None)
        .select_related("comment__feedback", "model")
    )
    if connection.features.has_select_for_update_skip_locked:
        waiting = waiting.select_for_update(skip_locked=True, of=("self",))
    batch = list(waiting[:BATCH])
    for reading in batch:
        _heed(reading)
    Classification.objects.filter(pk__in=[one.pk for one in batch]).update(danger_waits=False)
    return len(batch)


def _heed(reading):
    earlier = Classification.objects.filter(comment=reading.comment_id, id__lt=reading.pk)
    kinds = new_kinds(reading.signals, earlier.values_list("signals", flat=True))
    found = [Signal(one["kind"], one["words"]) for one in reading.signals if one["kind"] in kinds]
    feedback = reading.comment.feedback
    case = Case.objects.filter(feedback=feedback).first()
    case = case and staying(case)
    # A closed case is on nobody's list: only an alert would bring it up, so there it is one for harm as well.
    loud = [one for one in found if one.kind in TIER_0 or (case and not case.is_open)]
    Alert.objects.raise_for(feedback, loud, str(reading.model))
    if case:
        _on_the_case(case, kinds)
    else:
        _to_check(feedback)


def _on_the_case(case, kinds):
    for kind in sorted(kinds, key=lambda kind: (KINDS[kind].tier, kind)):
        with changing(case, "find", by=None, signal=kind) as locked:
            locked.needs_person = locked.needs_person or locked.is_open


def _to_check(feedback):
    """Nobody owes a reply: it is put (back) on the list of what a person should look at."""
    current = Decision.objects.current().filter(feedback=feedback)
    Decision.objects.filter(pk__in=list(current.values_list("pk", flat=True))).update(needs_person=True)
