"""A letter leaves: the one way to the person for what is written as a letter."""

from django.utils import timezone

from feedback.nudge import nudge
from triage import moves
from triage.actions.changing import changing
from triage.actions.signing import check_ready, needs_signing
from triage.actions.writing import fingerprint, kinds_for, locked_letter
from triage.addressee import WAYS, addressee, refused_ways
from triage.agreement import check_may_answer
from triage.letter import KINDS
from triage.markup import plain
from triage.models import Letter, Reply, State
from triage.signing import signature

# How a letter is told apart where the person reads it, by the move of sending it.
SENT_AS = {"acknowledge": Reply.Kind.ACKNOWLEDGEMENT, "reply": Reply.Kind.REPLY, "write": Reply.Kind.LETTER}


def send_letter(letter: Letter, *, way: str, seen: int, version=None, by) -> Reply:
    """Let the letter leave by `way`. Returns the stored Reply; it leaves with the next sweep, or by a colleague's hand.

    Raises NotAllowed while a gap is open, a legal part or the signature is missing, the patient's consent is
    not recorded, or the person ruled that way out.
    """
    kind = KINDS[letter.kind]
    with changing(
        letter.case, kind.move, by=by, version=version, public=True, letter=letter.pk, letter_kind=letter.kind, way=way
    ) as case:  # fmt: skip
        locked = locked_letter(letter, seen)
        check_ready(locked)
        _check_may_leave(case, locked)
        if kind.answers:
            check_may_answer(case)
        who = addressee(case, locked.to)
        _check_way(who, way)
        now = timezone.now()
        _meet_clocks(case, kind.move, now, by)
        locked.state, locked.sent_at, locked.sent_by = State.SENT, now, by
        locked.save()
        sent = Reply.objects.create(
            case=case, kind=SENT_AS[kind.move], text=words_sent(locked), way=way, letter=locked,
            readable=who.holds_code, written_by=by,
        )  # fmt: skip
        nudge("deliver_waiting")
    letter.refresh_from_db()
    return sent


def words_sent(letter: Letter) -> str:
    """The newest words without marks, and under them who signed."""
    words = plain(letter.versions.last().text)
    return f"{words}\n\n{signature(letter)}" if letter.signed_at else words


def _check_may_leave(case, letter):
    if not letter.is_open:
        raise moves.NotAllowed("This letter is finished already. Nothing was sent.")
    if letter.kind not in kinds_for(case):
        raise moves.NotAllowed(
            f"This case has no use for this letter now: {KINDS[letter.kind].title.lower()}. Nothing was sent."
        )
    if not needs_signing(letter):
        return
    # The words themselves, not the hash beside them: a row altered in the database does not leave.
    if letter.state != State.SIGNED or letter.signed_sha256 != fingerprint(letter.versions.last().text):
        raise moves.NotAllowed(
            "The responsible person has not signed these words yet. Put the letter forward first. "
            "The rule: regulation 14(2) of the complaints regulations (2009). Nothing was sent."
        )
    if letter.signed_for_id != case.organisation_id:
        raise moves.NotAllowed(
            "It was signed for the body that had the case before. Change it and put it forward again. Nothing was sent."
        )


def _check_way(who, way):
    if way not in WAYS:
        raise moves.NotAllowed("Choose how the letter should leave. Nothing was sent.")
    if why := refused_ways(who).get(way):
        raise moves.NotAllowed(f"{why} Nothing was sent.")


def _meet_clocks(case, move, now, by):
    """An answer also acknowledges: nobody should be told that we will answer after we did."""
    case.handler = case.handler or by
    if move in ("acknowledge", "reply"):
        case.acknowledged_at = case.acknowledged_at or now
    if move == "reply":
        case.replied_at = case.replied_at or now
        case.needs_person = False
