"""Letters, written in versions. Words alone are saved without a change to the case, so that a colleague's form on it stays good.

A letter is locked through its case, always: two who lock in different orders would wait for each other for ever.
"""

import hashlib
from contextlib import contextmanager

from django.db import transaction

from triage import moves
from triage.actions.changing import changing
from triage.addressee import addressee, usual_party
from triage.agreement import speaks_for_another
from triage.letter import KINDS
from triage.models import Case, Letter, LetterVersion, Party, State, Team


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
        raise moves.NotAllowed("Choose the patient: the request for consent goes to them.")
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
        locked = locked_letter(letter, seen)
        if not locked.is_open:
            raise moves.NotAllowed("This letter is finished. Begin another one.")
        newest = locked.versions.last()
        changed = text.strip() != newest.text
        if changed:
            newest = _add_version(locked, text, by)
        if locked.state in (State.TO_SIGN, State.SIGNED) and (changed or shape != locked.shape):
            back_to_draft(locked, "unsign", "", by)
        locked.shape = shape
        locked.save()
    letter.refresh_from_db()
    return newest


def put_aside(letter: Letter, *, by) -> None:
    """It will not be sent. Its versions stay, to be read; it cannot be taken up again."""
    with moving(letter, "put_aside", None, by) as locked:
        if not locked.is_open:
            raise moves.NotAllowed("This letter is finished already.")
        clear_signature(locked)
        locked.state = State.ASIDE


def kinds_for(case: Case) -> list[str]:
    """The kinds of letter this case may need now, in the order of `letter.KINDS`."""
    complaint = case.team == Team.COMPLAINTS
    wanted = {
        "acknowledgement": case.acknowledged_at is None,
        "consent": speaks_for_another(case),
        "holding": case.replied_at is None,
        "extension": case.replied_at is None,
        "final": complaint,
        "answer": not complaint,
        "ombudsman": complaint,
        "covering": any(party.part == Party.Part.MP for party in case.parties.all()),
        "other": True,
    }
    return [kind for kind in KINDS if wanted[kind] and case.status in moves.MOVES[KINDS[kind].move]]


@contextmanager
def moving(letter, move, seen, by):
    """Lock the case and then the letter, let the caller change the letter, store it with one Event on the case."""
    with changing(letter.case, move, by=by, letter=letter.pk, letter_kind=letter.kind) as case:
        locked = locked_letter(letter, seen)
        locked.case = case
        yield locked
        locked.save()
    letter.refresh_from_db()


def locked_letter(letter, seen=None):
    # The case first, always: two who lock in different orders would wait for each other for ever.
    Case.objects.select_for_update(of=("self",)).get(pk=letter.case_id)
    locked = Letter.objects.select_for_update(of=("self",)).get(pk=letter.pk)
    newest = locked.versions.select_related("saved_by").last()
    if seen is not None and newest.number != seen:
        raise LetterChanged(newest)
    return locked


def back_to_draft(letter, move, note, by):
    with changing(letter.case, move, by=by, note=note, letter=letter.pk, letter_kind=letter.kind):
        clear_signature(letter)
        letter.state = State.DRAFT


def clear_signature(letter):
    letter.put_forward_at = letter.put_forward_by = None
    letter.signed_at = letter.signed_by = letter.signed_for = None
    letter.signed_sha256 = ""


def fingerprint(words: str) -> str:
    """SHA-256 of the words as UTF-8, in hexadecimal."""
    return hashlib.sha256(words.encode()).hexdigest()


def _add_version(letter, text, by):
    words = text.strip()
    newest = letter.versions.last()
    return LetterVersion.objects.create(
        letter=letter, number=newest.number + 1 if newest else 1, text=words, saved_by=by,
        sha256=fingerprint(words),
    )  # fmt: skip
