"""Letters: written in versions, put forward, signed by the responsible person, and sent. One way to the person.

A letter is locked through its case (`changing`); words alone are saved without a change to the case, so that
a colleague's form on the case stays good.
"""

import hashlib
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone

from feedback.nudge import nudge
from organisations.models import Organisation
from triage import moves
from triage.actions.changing import changing
from triage.addressee import WAYS, addressee, refused_ways, usual_party
from triage.letter import KINDS, check_fields, check_gaps, check_parts, missing_parts
from triage.markup import plain
from triage.models import (
    Case,
    Letter,
    LetterTemplate,
    LetterVersion,
    Party,
    Reply,
    State,
    Team,
)
from triage.signing import may_sign, signature, signers

# How a letter is told apart where the person reads it, by the move of sending it.
SENT_AS = {"acknowledge": Reply.Kind.ACKNOWLEDGEMENT, "reply": Reply.Kind.REPLY, "write": Reply.Kind.LETTER}


class LetterChanged(Exception):
    """Somebody saved other words after this page was opened. Nothing was written.

    `newest` is their version, so that the page can show both.
    """

    def __init__(self, newest: LetterVersion):
        super().__init__("The letter was changed by someone else.")
        self.newest = newest


def begin_letter(case: Case, *, kind: str, text: str, to: Party | None = None, template=None, by) -> Letter:
    """Begin a letter with `text` as its first version. `to` is the party it goes to, if not the one answered.

    `template` is the organisation's own it was merged from. The person's needs are carried: see `addressee`.
    Raises NotAllowed for a kind this case has no use for, or for a second final reply beside an unsent one.
    """
    if kind not in kinds_for(case):
        raise moves.NotAllowed("Choose a kind of letter from the list.")
    to = to or usual_party(case, kind)
    if kind == "consent" and (to is None or to.part != Party.Part.PATIENT):
        raise moves.NotAllowed(
            "Add the patient to this case first, with their address: the letter goes to them."
        )
    with changing(case, "draft", by=by, letter_kind=kind) as locked:
        if kind == "final" and locked.letters.unsent().filter(kind="final").exists():
            raise moves.NotAllowed("A final reply is being written already. Open it from the list.")
        letter = Letter.objects.create(
            case=locked, kind=kind, to=to, template=template, begun_by=by, shape=addressee(locked, to).shape
        )
        _add_version(letter, text, by)
    return letter


def save_letter(letter: Letter, *, text: str, shape: str, seen: int, by) -> LetterVersion:
    """Keep the words as a version; what was put forward or signed is a draft again. Returns the newest version.

    `seen` is the number of the version the writer began with: raises LetterChanged if there is a later one.
    The same words again are no new version.
    """
    with transaction.atomic():
        locked = _locked(letter, seen)
        if not locked.is_open:
            raise moves.NotAllowed("This letter is finished. Begin another one.")
        newest = locked.versions.last()
        changed = text.strip() != newest.text
        if changed:
            newest = _add_version(locked, text, by)
        if locked.state in (State.TO_SIGN, State.SIGNED) and (changed or shape != locked.shape):
            _back_to_draft(locked, "unsign", "", by)
        locked.shape = shape
        locked.save()
    letter.refresh_from_db()
    return newest


def put_forward(letter: Letter, *, seen: int, by) -> None:
    """Ask the responsible person to sign. Raises NotAllowed while a legal part is missing, or nobody could sign."""
    with _moving(letter, "put_forward", seen, by) as locked:
        if locked.state != State.DRAFT or not needs_signing(locked):
            raise moves.NotAllowed("Only a final reply that is still being written can be put forward.")
        check_ready(locked)
        if not signers(locked.case.organisation).exists():
            raise moves.NotAllowed(nobody_signs(locked.case.organisation))
        locked.state, locked.put_forward_at, locked.put_forward_by = State.TO_SIGN, timezone.now(), by
        locked.case.handler = locked.case.handler or by


def sign_letter(letter: Letter, *, seen: int, by) -> None:
    """Sign this version as the responsible person: its hash is fixed, and only these words may leave.

    Source: regulation 14(2), "signed by the responsible person"; regulation 4 on whom they may authorise.
    """
    with _moving(letter, "sign", seen, by) as locked:
        _check_signer(locked, by)
        if locked.state != State.TO_SIGN:
            raise moves.NotAllowed("This letter does not wait to be signed.")
        check_ready(locked)
        locked.state, locked.signed_at, locked.signed_by = State.SIGNED, timezone.now(), by
        locked.signed_for = locked.case.organisation
        locked.signed_sha256 = locked.versions.last().sha256


def send_back(letter: Letter, *, note: str, by) -> None:
    """The responsible person asks for changes, and says which."""
    if not note.strip():
        raise moves.NotAllowed("Say what should be changed.")
    with transaction.atomic():
        locked = _locked(letter)
        _check_signer(locked, by)
        if locked.state not in (State.TO_SIGN, State.SIGNED):
            raise moves.NotAllowed("Only a letter that was put forward can be sent back.")
        _back_to_draft(locked, "send_back", note.strip(), by)
        locked.save()
    letter.refresh_from_db()


def put_aside(letter: Letter, *, by) -> None:
    """It will not be sent. Its versions stay, to be read; it cannot be taken up again."""
    with _moving(letter, "put_aside", None, by) as locked:
        if not locked.is_open:
            raise moves.NotAllowed("This letter is finished already.")
        _clear_signature(locked)
        locked.state = State.ASIDE


def send_letter(letter: Letter, *, way: str, seen: int, version=None, by) -> Reply:
    """Let the letter leave by `way`. Returns the stored Reply; it leaves with the next sweep, or by a colleague's hand.

    Raises NotAllowed while a gap is open, a legal part or the signature is missing, the patient's consent is
    not recorded, or the person ruled that way out.
    """
    kind = KINDS[letter.kind]
    with changing(
        letter.case, kind.move, by=by, version=version, public=True, letter=letter.pk, letter_kind=letter.kind, way=way
    ) as case:  # fmt: skip
        locked = _locked(letter, seen)
        check_ready(locked)
        _check_may_leave(case, locked)
        if kind.answers:
            moves.check_reply(about=case.feedback.about, consent=case.feedback.consent)
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


@transaction.atomic
def keep_template(*, organisation: Organisation, kind: str, text: str, seen: int, by) -> LetterTemplate:
    """Keep an organisation's own words for a kind of letter, as one more version.

    `seen` is the number of the version it was written from, 0 for the words shipped. Raises NotAllowed for an
    unknown field, for a final reply without its legal headings, and if a colleague was quicker.
    """
    if kind not in KINDS:
        raise moves.NotAllowed("Choose a kind of letter from the list.")
    if not text.strip():
        raise moves.NotAllowed("Write the words first.")
    check_fields(text)
    if KINDS[kind].parts and (missing := missing_parts(text)):
        raise moves.NotAllowed(
            f"This letter must keep each of these headings, with words under it: {', '.join(missing)}. "
            "The rule: regulation 14(2) of the complaints regulations (2009)."
        )
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    newest = LetterTemplate.objects.filter(organisation=organisation, kind=kind).last()
    if (newest.number if newest else 0) != seen:
        raise moves.NotAllowed(
            f"{newest.kept_by} kept other words meanwhile (version {newest.number}). Yours are still here: "
            "read theirs, then keep yours if they should stand."
        )
    return LetterTemplate.objects.create(
        organisation=organisation, kind=kind, number=seen + 1, text=text.strip(), kept_by=by
    )


def kinds_for(case: Case) -> list[str]:
    """The kinds of letter this case may need now, in the order of `letter.KINDS`."""
    complaint = case.team == Team.COMPLAINTS
    wanted = {
        "acknowledgement": case.acknowledged_at is None,
        "consent": case.feedback.about == "someone_else",
        "holding": case.replied_at is None,
        "extension": case.replied_at is None,
        "final": complaint,
        "answer": not complaint,
        "ombudsman": complaint,
        "covering": any(party.part == Party.Part.MP for party in case.parties.all()),
        "other": True,
    }
    return [kind for kind in KINDS if wanted[kind] and case.status in moves.MOVES[KINDS[kind].move]]


def needs_signing(letter: Letter) -> bool:
    """Whether the responsible person signs it: the final reply to a complaint (regulation 14(2))."""
    return KINDS[letter.kind].parts


def check_ready(letter: Letter) -> None:
    """Raises NotAllowed, naming what is missing, if the newest words may not be put forward, signed or sent."""
    text = letter.versions.last().text
    if not text.strip():
        raise moves.NotAllowed("Write the words first. Nothing was sent.")
    if KINDS[letter.kind].parts:
        check_parts(text)
    check_gaps(text)


def nobody_signs(organisation: Organisation) -> str:
    """Why a final reply cannot be put forward where nobody signs."""
    return (
        f"Nobody can sign for {organisation.name}. Ask an administrator to give the role of responsible person. "
        "The rule: regulation 14(2) of the complaints regulations (2009): the reply is signed by the responsible person."
    )


def words_sent(letter: Letter) -> str:
    """The newest words without marks, and under them who signed."""
    words = plain(letter.versions.last().text)
    return f"{words}\n\n{signature(letter)}" if letter.signed_at else words


@contextmanager
def _moving(letter, move, seen, by):
    """Lock the case and then the letter, let the caller change the letter, store it with one Event on the case."""
    with changing(letter.case, move, by=by, letter=letter.pk, letter_kind=letter.kind) as case:
        locked = _locked(letter, seen)
        locked.case = case
        yield locked
        locked.save()
    letter.refresh_from_db()


def _locked(letter, seen=None):
    # The case first, always: two who lock in different orders would wait for each other for ever.
    Case.objects.select_for_update(of=("self",)).get(pk=letter.case_id)
    locked = Letter.objects.select_for_update(of=("self",)).get(pk=letter.pk)
    newest = locked.versions.select_related("saved_by").last()
    if seen is not None and newest.number != seen:
        raise LetterChanged(newest)
    return locked


def _add_version(letter, text, by):
    words = text.strip()
    newest = letter.versions.last()
    return LetterVersion.objects.create(
        letter=letter, number=newest.number + 1 if newest else 1, text=words, saved_by=by,
        sha256=hashlib.sha256(words.encode()).hexdigest(),
    )  # fmt: skip


def _back_to_draft(letter, move, note, by):
    with changing(letter.case, move, by=by, note=note, letter=letter.pk, letter_kind=letter.kind):
        _clear_signature(letter)
        letter.state = State.DRAFT


def _clear_signature(letter):
    letter.put_forward_at = letter.put_forward_by = None
    letter.signed_at = letter.signed_by = letter.signed_for = None
    letter.signed_sha256 = ""


def _check_signer(letter, by):
    if not may_sign(by, letter.case):
        raise moves.NotAllowed(
            f"Only the responsible person of {letter.case.organisation.name} can do this. "
            "The rule: regulations 4 and 14(2) of the complaints regulations (2009)."
        )


def _check_may_leave(case, letter):
    if not letter.is_open:
        raise moves.NotAllowed("This letter is finished already. Nothing was sent.")
    if letter.kind not in kinds_for(case):
        raise moves.NotAllowed(
            f"This case has no use for this letter now: {KINDS[letter.kind].title.lower()}. Nothing was sent."
        )
    if not needs_signing(letter):
        return
    if letter.state != State.SIGNED or letter.signed_sha256 != letter.versions.last().sha256:
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
