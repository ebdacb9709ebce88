"""Our words to the person. They leave outside the request: see `triage.delivery`.

Whoever writes to the person has the case, if nobody had it yet.
"""

from django.utils import timezone

from feedback.models import ReplyBy
from feedback.nudge import nudge
from triage import moves
from triage.actions.changing import changing
from triage.letter import check_gaps, check_parts
from triage.models import Case, Reply, Team

# A person who chose a letter or a call is answered by a colleague's hand: the row waits until it is marked sent.
WAYS = {ReplyBy.EMAIL: "email", ReplyBy.POST: "by_hand", ReplyBy.TELEPHONE: "by_hand"}


def acknowledge(case: Case, *, text: str, version=None, by) -> Reply:
    """Tell the person that their words arrived and what happens next. Meets the three-working-day clock.

    Source: regulation 13(1). Returns the stored Reply; it leaves with the next sweep.
    """
    words = _words(text)
    with changing(case, "acknowledge", by=by, version=version, public=True) as locked:
        if locked.acknowledged_at:
            raise moves.NotAllowed("This case has been acknowledged already.")
        locked.acknowledged_at = timezone.now()
        locked.handler = locked.handler or by
        return _written(locked, Reply.Kind.ACKNOWLEDGEMENT, words, by)


def reply(case: Case, *, text: str, version=None, by) -> Reply:
    """Answer the person. Refused while the consent of the one it is about is missing.

    The first reply to a complaint needs every part of regulation 14(2); what follows it may be shorter.
    A first reply also acknowledges: nobody should be told that we will answer after we did.
    """
    words = _words(text)
    with changing(case, "reply", by=by, version=version, public=True) as locked:
        moves.check_reply(about=locked.feedback.about, consent=locked.feedback.consent)
        if locked.team == Team.COMPLAINTS and not locked.replied_at:
            check_parts(words)
        now = timezone.now()
        locked.acknowledged_at = locked.acknowledged_at or now
        locked.replied_at = locked.replied_at or now
        locked.needs_person = False
        locked.handler = locked.handler or by
        return _written(locked, Reply.Kind.REPLY, words, by)


def mark_sent(reply: Reply, *, by) -> None:
    """A colleague posted the letter or made the call."""
    with changing(reply.case, "note", by=by, note="The letter or call was made."):
        done = Reply.objects.waiting().filter(pk=reply.pk, way="by_hand").update(delivered_at=timezone.now())
        if not done:
            raise moves.NotAllowed("That was marked as sent already.")


def _words(text):
    if not text.strip():
        raise moves.NotAllowed("Write the words first. Nothing was sent.")
    check_gaps(text)
    return text.strip()


def _written(case, kind, words, by):
    nudge("deliver_waiting")
    way = WAYS.get(case.feedback.reply_by, "portal")
    return Reply.objects.create(case=case, kind=kind, text=words, way=way, written_by=by)
