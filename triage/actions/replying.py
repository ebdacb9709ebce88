"""Short words to the person, without a letter of their own. They leave outside the request: see `triage.delivery`.

Whoever writes to the person has the case, if nobody had it yet. The answer to a complaint is a letter that the
responsible person signs: see `triage.actions.writing`.
"""

from datetime import timedelta

from django.utils import timezone

from feedback.nudge import nudge
from triage import moves
from triage.actions.changing import changing
from triage.addressee import addressee, chosen_way
from triage.agreement import check_may_answer
from triage.letter import check_gaps
from triage.models import Case, Reply, Status, Team


def acknowledge(case: Case, *, text: str, hold=timedelta(0), version=None, by) -> Reply:
    """Tell the person that their words arrived and what happens next. Meets the three-working-day clock.

    Source: regulation 13(1). Returns the stored Reply; it leaves with the next sweep, but not before `hold` has
    passed: until then `take_back` undoes it.
    """
    words = _words(text)
    with changing(case, "acknowledge", by=by, version=version, public=True) as locked:
        if locked.acknowledged_at:
            raise moves.NotAllowed("This case has been acknowledged already.")
        locked.acknowledged_at = timezone.now()
        locked.handler = locked.handler or by
        return _written(locked, Reply.Kind.ACKNOWLEDGEMENT, words, by, hold)


def take_back(case: Case, *, reply: Reply, had_nobody: bool, by) -> None:
    """Undo an acknowledgement that has not left: the person never had it, and the date to meet runs again.

    `had_nobody`: nobody had the case before, so that it is nobody's again if the writer still has it.
    Raises NotAllowed once it has left, or the case was answered.
    """
    with changing(case, "take_back", by=by) as locked:
        held = Reply.objects.may_be_taken_back().filter(
            pk=reply.pk, kind=Reply.Kind.ACKNOWLEDGEMENT, letter=None
        )
        row = held.select_for_update(of=("self",)).first()
        if row is None:
            raise moves.NotAllowed("It has left already. The person may have read it.")
        row.delete()
        locked.acknowledged_at = None
        if had_nobody and locked.handler_id == row.written_by_id:
            locked.handler = None


def reply(case: Case, *, text: str, version=None, by) -> Reply:
    """Answer a concern, or add a word after the answer to a complaint. Refused while consent is missing.

    A first reply also acknowledges: nobody should be told that we will answer after we did.
    """
    words = _words(text)
    with changing(case, "reply", by=by, version=version, public=True) as locked:
        check_may_answer(locked)
        if owes_signed_reply(Case.objects.get(pk=case.pk)):
            raise moves.NotAllowed(f"{TO_BE_SIGNED} Nothing was sent.")
        now = timezone.now()
        locked.acknowledged_at = locked.acknowledged_at or now
        locked.replied_at = locked.replied_at or now
        locked.needs_person = False
        locked.handler = locked.handler or by
        return _written(locked, Reply.Kind.REPLY, words, by)


TO_BE_SIGNED = (
    "The reply to a complaint is signed by the responsible person. Write it on the page Letters of this case. "
    "The rule: regulation 14(2) of the complaints regulations (2009)."
)


def owes_signed_reply(case: Case) -> bool:
    """Whether the next answer is one that regulation 14(2) asks for: of a complaint, not answered or worked again."""
    return case.team == Team.COMPLAINTS and (case.replied_at is None or case.status == Status.OPEN)


def _words(text):
    if not text.strip():
        raise moves.NotAllowed("Write the words first. Nothing was sent.")
    check_gaps(text)
    return text.strip()


def _written(case, kind, words, by, hold=timedelta(0)):
    who = addressee(case)
    nudge("deliver_waiting")
    return Reply.objects.create(
        case=case, kind=kind, text=words, way=chosen_way(who), readable=who.holds_code, written_by=by,
        next_try_at=timezone.now() + hold,
    )  # fmt: skip
