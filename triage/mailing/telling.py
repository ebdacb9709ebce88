"""Tell the people of many cases that their words arrived, one transaction each, and take it back in time."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from feedback.models import Alert
from feedback.nudge import nudge
from triage import actions
from triage.addressee import Addressee, addressee, usual_way
from triage.case.history import sentence
from triage.letters.beginning import begin as words_for
from triage.markup import plain
from triage.models import BY_HAND, Case, Mailing, MailingCase, Status
from triage.moves import NotAllowed

LIMIT = 200  # cases of one mailing
AT_ONCE = 50  # of one request or one sweep: a page of the queue
UNDO_WITHIN = timedelta(minutes=5)  # before that nothing leaves

DONE, LEFT_OUT, TAKEN_BACK = (
    MailingCase.Outcome.DONE,
    MailingCase.Outcome.LEFT_OUT,
    MailingCase.Outcome.TAKEN_BACK,
)
AT_RISK = "Somebody may be at risk. Take the alert first, then write to them yourself."
KNOWN_ALREADY = "They were told before that it arrived."
NO_WAY = "Nothing of ours can reach them by itself. Open the case and ring them, or hand a letter over."
NOT_IN_TIME = "It has left already."


@transaction.atomic
def begin(cases: list[tuple[int, int]], *, by) -> Mailing:
    """Keep what was chosen: (id of a case, the version that was seen), at most LIMIT. Nothing is written yet."""
    mailing = Mailing.objects.create(by=by)
    MailingCase.objects.bulk_create(
        MailingCase(mailing=mailing, case_id=pk, seen=seen) for pk, seen in cases[:LIMIT]
    )
    return mailing


def go_on(mailing: Mailing | None = None) -> int:
    """Write to the next AT_ONCE people, of this mailing or of all. Returns how many cases were looked at.

    About a dozen queries for each case, whatever is in it, and six for all of them together.
    """
    waiting = MailingCase.objects.waiting().filter(mailing__taken_back_at=None)
    if mailing:
        waiting = waiting.filter(mailing=mailing)
    rows = waiting.select_related("mailing__by", "case__organisation", "case__feedback__contact").prefetch_related(
        "case__parties"
    )  # fmt: skip
    batch = list(rows[:AT_ONCE])
    at_risk = set(
        Alert.objects.open().filter(feedback__in=[one.case.feedback_id for one in batch]).values_list("feedback", flat=True)
    )  # fmt: skip
    for row in batch:
        _tell(row, at_risk)
    if mailing and len(batch) == AT_ONCE:
        nudge("acknowledge_waiting")
    return len(batch)


@transaction.atomic
def _tell(row, at_risk):
    """One case. The row is locked first: a second sweep finds it done."""
    if MailingCase.objects.waiting().select_for_update().filter(pk=row.pk).first() is None:
        return
    case, by = row.case, row.mailing.by
    try:
        _check(case, at_risk)
        row.was_new, row.had_nobody = case.status == Status.NEW, case.handler_id is None
        row.reply = actions.acknowledge(
            case, text=plain(words_for(case, "acknowledgement", by).text), hold=UNDO_WITHIN, version=row.seen, by=by
        )  # fmt: skip
    except NotAllowed as refusal:
        row.outcome, row.why = LEFT_OUT, str(refusal)
    except actions.ChangedMeanwhile as quicker:
        row.outcome, row.why = LEFT_OUT, f"Changed meanwhile: {sentence(quicker.event)}. Open it and look."
    else:
        row.outcome, row.version = DONE, case.version
    row.save()


def _check(case, at_risk):
    """Raises NotAllowed for what one and the same letter for many does not suit."""
    if case.feedback_id in at_risk:
        raise NotAllowed(AT_RISK)
    if case.acknowledged_at:
        raise NotAllowed(KNOWN_ALREADY)
    who = addressee(case)
    if usual_way(who) == BY_HAND:
        raise NotAllowed(_no_way(who))


def _no_way(who: Addressee) -> str:
    return f"{who.to_order} Open the case to do it." if who.to_order else NO_WAY


def undo(mailing: Mailing) -> None:
    """Take back what has not left, and stop what was not written yet. What has left stays, and says so."""
    Mailing.objects.filter(pk=mailing.pk).update(taken_back_at=timezone.now())
    mailing.rows.waiting().update(outcome=LEFT_OUT, why="You took it back before it was written.")
    for row in mailing.rows.filter(outcome=DONE).select_related("case__feedback", "reply").order_by("id"):
        _take_back(row, by=mailing.by)
    mailing.refresh_from_db()


@transaction.atomic
def _take_back(row, *, by):
    case = Case.objects.select_related("feedback").get(pk=row.case_id)
    untouched = case.version == row.version
    try:
        if row.reply is None:
            raise NotAllowed(NOT_IN_TIME)
        actions.take_back(case, reply=row.reply, had_nobody=row.had_nobody, by=by)
        if row.was_new and untouched:
            actions.put_back(case, version=case.version, by=by)
    except NotAllowed as refusal:
        row.why = str(refusal)
    else:
        row.outcome, row.reply = TAKEN_BACK, None
    row.save()


def until(mailing: Mailing):
    """The moment from which nothing more can be taken back; None if nothing can be now."""
    held = [row.reply.next_try_at for row in mailing.rows.filter(outcome=DONE).select_related("reply") if row.reply and row.reply.is_held]  # fmt: skip
    return max(held, default=None)
