"""What the law asks a named person to decide on a case: yes, no, or not yet. Nobody is told by it."""

import re

from triage.actions.changing import changing
from triage.models import Case, Flag
from triage.moves import NotAllowed

# Loosely: the national service has changed its numbers before. Letters, figures and hyphens.
LFPSE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{4,39}")


def decide_flag(
    case: Case,
    *,
    kind: str,
    answer: str,
    reason: str,
    follows: str = "",
    reference: str = "",
    version=None,
    by,
) -> Flag:
    """Record a decision; the latest of its kind stands, the earlier ones stay.

    Sources: regulation 20 of the Health and Social Care Act 2008 (Regulated Activities) Regulations 2014 (duty
    of candour); the Care Act 2014, section 42 (safeguarding); LFPSE, the national record of patient safety events.
    """
    reason, follows, reference = reason.strip(), follows.strip(), reference.strip()
    if kind not in Flag.Kind.values or answer not in Flag.Answer.values:
        raise NotAllowed("Choose what you decide.")
    if not reason:
        raise NotAllowed("Say why. A decision without a reason cannot be explained later.")
    if answer == Flag.Answer.YES and not follows:
        raise NotAllowed("Say what follows, and who does it.")
    if reference and (kind, answer) != (Flag.Kind.SAFETY, Flag.Answer.YES):
        raise NotAllowed("Only a patient safety event has an LFPSE reference.")
    if reference and not LFPSE.fullmatch(reference):
        raise NotAllowed(
            "An LFPSE reference has letters, figures and hyphens, five or more. Copy it from the record."
        )
    with changing(
        case, "decide_flag", by=by, version=version, note=reason, flag=kind, answer=answer
    ) as locked:
        return Flag.objects.create(
            case=locked, kind=kind, answer=answer, reason=reason, follows=follows, reference=reference.upper(),
            decided_by=by,
        )  # fmt: skip
