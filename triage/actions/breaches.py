from django.utils import timezone

from triage.actions.changing import unmet
from triage.models import Case, Event


def note_breaches(today=None) -> int:
    """Write one Event for each clock that has passed unmet. Returns how many are new.

    Lateness itself is computed from the dates; this only fixes the moment in the history.
    The unique constraint keeps each single, so a missed run heals itself.
    """
    today = today or timezone.localdate()
    late = [
        Event(case=case, kind="breach", clock=clock, detail={"due_on": str(due_on)})
        for case in Case.objects.overdue(today).iterator()
        for clock, due_on in unmet(case).items()
        if due_on < today
    ]
    before = Event.objects.filter(kind="breach").count()
    Event.objects.bulk_create(late, ignore_conflicts=True, batch_size=500)
    return Event.objects.filter(kind="breach").count() - before
