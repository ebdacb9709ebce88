"""The final reply to a complaint: put forward, signed by the responsible person, or sent back.

Source: regulation 14(2) of the 2009 complaints regulations; regulation 4 on whom they may authorise.
"""

from django.db import transaction
from django.utils import timezone

from organisations.models import Organisation
from triage import moves, outcome
from triage.actions.writing import back_to_draft, locked_letter, moving
from triage.letter import KINDS, check_gaps, check_parts
from triage.models import Letter, State
from triage.signing import may_sign, signers


def put_forward(letter: Letter, *, seen: int, by) -> None:
    """Ask the responsible person to sign. Raises NotAllowed while a legal part is missing, or nobody could sign."""
    with moving(letter, "put_forward", seen, by) as locked:
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
    with moving(letter, "sign", seen, by) as locked:
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
        locked = locked_letter(letter)
        _check_signer(locked, by)
        if locked.state not in (State.TO_SIGN, State.SIGNED):
            raise moves.NotAllowed("Only a letter that was put forward can be sent back.")
        back_to_draft(locked, "send_back", note.strip(), by)
        locked.save()
    letter.refresh_from_db()


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
        outcome.check_decided(letter.case.issues.findings(), complaint=True)
    check_gaps(text)


def nobody_signs(organisation: Organisation) -> str:
    """Why a final reply cannot be put forward where nobody signs."""
    return (
        f"Nobody can sign for {organisation.name}. Ask an administrator to give the role of responsible person. "
        "The rule: regulation 14(2) of the complaints regulations (2009): the reply is signed by the responsible person."
    )


def _check_signer(letter, by):
    if not may_sign(by, letter.case):
        raise moves.NotAllowed(
            f"Only the responsible person of {letter.case.organisation.name} can do this. "
            "The rule: regulations 4 and 14(2) of the complaints regulations (2009)."
        )
