"""What a person says to a member of staff: settled by the end of the next working day, or a complaint. Nobody loses it.

Source: regulation 8(1)(c) of the 2009 complaints regulations.
"""

from datetime import date

from django.db import connection, transaction
from django.utils import timezone

from feedback import intake
from feedback.intake import Received
from feedback.models import Feedback
from feedback.nudge import nudge
from feedback.submission import Submission
from triage import clock, spoken
from triage.actions.deciding import decide_now, open_case, what_is_known, with_what_decides
from triage.actions.people import introduce
from triage.models import Case, Decision, Event, Spoken
from triage.moves import NotAllowed
from triage.routing import route

BATCH = 100
SETTLED = (
    "Settled with the person by the end of the next working day, so it is no complaint under the regulations "
    "(regulation 8(1)(c))."
)


@transaction.atomic
def log_spoken(
    submission: Submission, *, done: str = "", agreed: bool = False, settled_on: date | None = None, by
) -> Received:
    """Keep what a person said, checked for danger; settled if `done` is given, else with its timer running.

    One written down after its timer has run out is a complaint at once. Saying the same twice keeps it once.
    Raises NotAllowed, and what `intake.receive` raises: then nothing is kept.
    """
    today = timezone.localdate()
    said_on = submission.received_on or today
    received = intake.receive(submission)
    if not received.created:
        return received
    row = Spoken(feedback=received.feedback, settle_by=clock.settle_by(said_on))
    if done:
        settled_on = settled_on or said_on
        spoken.check_settled(said_on=said_on, settled_on=settled_on, done=done, agreed=agreed, today=today)
        _mark_settled(row, done, settled_on, by)
    row.save()
    decide_now(received.feedback)
    if row.is_open and spoken.passed(row.settle_by, today):
        _become(row, by=None)
    return received


@transaction.atomic
def settle_spoken(row: Spoken, *, done: str, agreed: bool, settled_on: date | None = None, by) -> None:
    """The person says that it is settled. Refused after its last day: then it is a complaint."""
    feedback, locked = _locked(row)
    today = timezone.localdate()
    settled_on = settled_on or today
    spoken.check_settled(
        said_on=feedback.received_on, settled_on=settled_on, done=done, agreed=agreed, today=today
    )
    _mark_settled(locked, done, settled_on, by)
    locked.save()
    before = feedback.decisions.latest("id")
    same = (
        "rules_version", "resolver", "resolver_body", "priority", "told", "signposted", "rules", "unread",
        "needs_person",
    )  # fmt: skip
    Decision.objects.create(
        feedback=feedback, by=by, clock=False, note=SETTLED, **{name: getattr(before, name) for name in same}
    )
    row.refresh_from_db()


@transaction.atomic
def make_complaint(row: Spoken, *, by) -> Case:
    """It is not settled, or the person asks for it: a complaint from now on, received on the day it was said."""
    _, locked = _locked(row)
    case = _become(locked, by=by)
    row.refresh_from_db()
    return case


def end_spoken_batch() -> int:
    """Make a complaint of the spoken ones whose time has run out, the oldest first. Returns how many.

    Each in a transaction of its own. Doing it twice changes nothing: only an open one is taken, under a lock.
    """
    passed = Spoken.objects.passed(timezone.localdate()).order_by("settle_by", "id")
    rows = list(passed.values_list("pk", flat=True)[:BATCH])
    for pk in rows:
        _end_one(pk)
    return len(rows)


@transaction.atomic
def _end_one(pk):
    waiting = Spoken.objects.open().filter(pk=pk)
    if connection.features.has_select_for_update_skip_locked:
        waiting = waiting.select_for_update(skip_locked=True)
    row = waiting.first()
    if row:
        _become(row, by=None)


def _locked(row):
    """(its feedback, itself under a lock). Raises NotAllowed if it has ended meanwhile, and says as what."""
    locked = (
        Spoken.objects.select_for_update(of=("self",)).select_related("feedback", "settled_by").get(pk=row.pk)
    )
    if locked.complaint_at:
        raise NotAllowed(f"This is a complaint already: {locked.feedback.reference}. Nothing was changed.")
    if locked.settled_at:
        raise NotAllowed(f"{locked.settled_by} has settled this already. Nothing was changed.")
    return locked.feedback, locked


def _mark_settled(row, done, settled_on, by):
    row.done, row.settled_on, row.settled_at, row.settled_by = done.strip(), settled_on, timezone.now(), by


def _become(row, *, by) -> Case:
    """Its case, with the clocks of the day it was said; what models have read since then is taken in."""
    feedback = with_what_decides(Feedback.objects.all()).get(pk=row.feedback_id)
    case = open_case(feedback, route(what_is_known(feedback)))
    introduce([case])
    row.complaint_at, row.complaint_by = timezone.now(), by
    row.save(update_fields=["complaint_at", "complaint_by"])
    Event.objects.create(
        case=case, kind="become", by=by,
        detail={"received_on": str(case.received_on), "due_on": str(row.settle_by)},
    )  # fmt: skip
    nudge("deliver_waiting")
    return case
