"""The frame of every action on a case: lock it, see that nobody was quicker, move it, write what happened."""

from contextlib import contextmanager
from datetime import date

from django.db import transaction

from triage import clock, moves
from triage.models import Case, Event, Status, staying

# No clock is left to meet: sorts after every real date.
NO_DATE = date.max


class ChangedMeanwhile(Exception):
    """Another person changed the case after this page was opened. Nothing was written.

    `event` is the last thing that happened, so that the page can say who did what.
    """

    def __init__(self, event):
        super().__init__("The case was changed by someone else.")
        self.event = event


@contextmanager
def changing(case, move, *, by, version=None, public=False, note="", **detail):
    """Lock `case`, check `move`, let the caller change fields, then store it with one Event.

    `version` is the one the person saw; None means they act on whatever is there (tasks,
    bulk actions). Raises NotAllowed for an illegal move, ChangedMeanwhile for a stale page.
    Yields the locked case; the one passed in is brought up to date at the end.
    """
    with transaction.atomic():
        # No key: an Event that points here may be written meanwhile by who holds the history already (the breaches).
        held = Case.objects.select_for_update(of=("self",), no_key=True)
        locked = held.select_related("feedback").get(pk=case.pk)
        if version is not None and locked.version != version:
            raise ChangedMeanwhile(locked.events.select_related("by").last())
        if locked.is_merged:
            moves.check_merged(move, staying(locked).reference)
        locked.status = moves.after(move, locked.status)
        yield locked
        locked.next_due_on = next_due_on(locked)
        locked.version += 1
        locked.save()
        Event.objects.create(case=locked, kind=move, by=by, public=public, note=note, detail=detail)
    case.refresh_from_db()


def unmet(case) -> dict[str, date]:
    """The clocks this case has still to meet, {name: date}; none once it was answered or has ended.

    Answered once and worked again (reopened, or the person wrote back), it has only
    the new date to meet: the first ones were met or missed for good.
    """
    if not case.is_open:
        return {}
    if case.replied_at:
        again = case.status == Status.OPEN or case.needs_person
        return {"look_again_on": case.look_again_on} if again and case.look_again_on else {}
    return clock.unmet(case, acknowledged=case.acknowledged_at is not None, replied=False)


def next_due_on(case) -> date:
    """The nearest date the case has still to meet, a missed one included; NO_DATE when all are met."""
    return min(unmet(case).values(), default=NO_DATE)
