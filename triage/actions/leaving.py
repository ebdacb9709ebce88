"""Words that have not left yet: marked as sent by a colleague's hand, called back, or sent on their way again."""

from django.utils import timezone

from feedback.nudge import nudge
from triage import clock, moves
from triage.actions.changing import changing
from triage.actions.working import LOOK_AGAIN_WITHIN
from triage.addressee import addressee, check_wish
from triage.holding import why_held
from triage.models import BY_HAND, PRINT, Case, Reply
from triage.models.reply import Reached

POSTED = "post"


def mark_sent(reply: Reply, *, reached: str = "", by) -> None:
    """A colleague posted it, or `reached` the person another way. What was to be printed must have been printed.

    Raises NotAllowed while consent holds it back, or if the person ruled that way out.
    """
    reached = POSTED if reply.way == PRINT else reached
    if reached not in Reached.values:
        raise moves.NotAllowed("Choose how it reached the person.")
    if reply.way == PRINT and not reply.pdf:
        raise moves.NotAllowed("Print it first: nobody has made the PDF yet.")
    with changing(reply.case, "note", by=by, note="The letter was posted or the call was made."):
        fresh = _waiting(reply, (BY_HAND, PRINT))
        if fresh is None:
            raise moves.NotAllowed("That was marked as sent already.")
        if held := why_held(fresh):
            raise moves.NotAllowed(f"Do not send it. {held}")
        check_wish(addressee(fresh.case, fresh.letter and fresh.letter.to).ruled_out, reached)
        Reply.objects.filter(pk=reply.pk).update(delivered_at=timezone.now(), reached=reached)


def call_back(reply: Reply, *, why: str, version=None, by) -> None:
    """It will not leave. What it was to say is owed to the person again, so the dates it met are unmet.

    The letter itself stays as it was sent, to be read. Raises NotAllowed for what has left.
    """
    if not why.strip():
        raise moves.NotAllowed("Say why it is called back.")
    with changing(
        reply.case, "call_back", by=by, version=version, note=why.strip(), reply=reply.pk
    ) as locked:
        now = timezone.now()
        stopped = Reply.objects.standing().filter(pk=reply.pk, delivered_at=None)
        if not stopped.update(called_back_at=now, called_back_by=by):
            raise moves.NotAllowed("That has left already, or was called back.")
        _owe_again(locked, reply)
        locked.outcome, locked.closed_at = "", None
    reply.refresh_from_db()


def send_again(reply: Reply, *, by) -> None:
    """Try once more to send what was given up. Refused while consent holds it back."""
    with changing(reply.case, "send_again", by=by, reply=reply.pk) as locked:
        fresh = (
            locked.replies.standing().filter(pk=reply.pk, delivered_at=None).exclude(failed_at=None).first()
        )
        if fresh is None:
            raise moves.NotAllowed("That does not wait to be sent again.")
        if held := why_held(fresh):
            raise moves.NotAllowed(held)
        Reply.objects.filter(pk=reply.pk).update(
            failed_at=None, last_error="", attempts=0, next_try_at=timezone.now()
        )
        nudge("deliver_waiting")
    reply.refresh_from_db()


def _waiting(reply, ways):
    return Reply.objects.waiting().select_related("case__feedback", "letter__to").filter(
        pk=reply.pk, way__in=ways
    ).first()  # fmt: skip


def _owe_again(case: Case, gone: Reply):
    """A date is met by what stands: by the next words of that kind, if there are any besides `gone`."""
    standing = case.replies.standing().order_by("id")
    answer = standing.filter(kind=Reply.Kind.REPLY).first()
    first = standing.filter(kind__in=(Reply.Kind.REPLY, Reply.Kind.ACKNOWLEDGEMENT)).first()
    case.replied_at = _met(case.replied_at, answer, gone)
    case.acknowledged_at = _met(case.acknowledged_at, first, gone)
    if case.replied_at:
        case.look_again_on = clock.add_working_days(timezone.localdate(), LOOK_AGAIN_WITHIN)


def _met(at, by: Reply | None, gone: Reply):
    if at is None or by is None:
        return None
    return by.written_at if by.pk > gone.pk else at
