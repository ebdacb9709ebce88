"""A member of staff takes in what came by telephone, letter, e-mail or in person: a case, opened while they wait."""

from dataclasses import dataclass, field

from django.db import transaction

from feedback import intake
from feedback.intake import Received
from feedback.models import About, ReplyBy
from feedback.submission import Submission
from triage.actions.deciding import decide_now
from triage.actions.people import find_by_names
from triage.models import Case, Event, Party

SAME = ("name", "email", "telephone", "address", "needs")


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """How the person needs and wants to be written to: the Accessible Information Standard, and regulation 15."""

    shape: str = Party.Shape.STANDARD
    ruled_out: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Mp:
    """The MP who wrote for a constituent. The reply is addressed to them."""

    name: str
    office: str = ""
    email: str = ""
    address: str = ""
    copy_wanted: bool = field(default=False)


@transaction.atomic
def take_in(
    submission: Submission, *, wishes: Wishes | None = None, mp: Mp | None = None, by
) -> tuple[Received, Case | None]:
    """Store it, decide on its words, open its case, and say who is who in it. Taking in the same twice does it once.

    The case is None only where the rules gave it to nobody: a person then finds it on the list to check.
    Raises what `intake.receive` raises: then nothing is kept.
    """
    received = intake.receive(submission)
    feedback = received.feedback
    case = decide_now(feedback)
    if not received.created or case is None:
        return received, case
    contact = getattr(feedback, "contact", None)
    if mp or contact:
        _parties(case, contact, wishes or Wishes(), mp, by)
    Event.objects.create(
        case=case, kind="take_in", by=by,
        note="The constituent wants a copy of the reply." if mp and mp.copy_wanted else "",
        detail={"door": "mp" if mp else feedback.channel},
    )  # fmt: skip
    return received, case


def _parties(case, contact, wishes, mp, by):
    """The person who complains, the patient where that is another, and the MP. A party there already is completed."""
    feedback = case.feedback
    teller = _teller(case) or Party(case=case, part=Party.Part.COMPLAINANT, added_by=by)
    if contact:
        for name in SAME:
            setattr(teller, name, getattr(teller, name) or getattr(contact, name))
    teller.relationship = teller.relationship or feedback.relationship
    teller.prefers = teller.prefers or feedback.reply_by
    teller.shape, teller.ruled_out = wishes.shape, list(wishes.ruled_out)
    if feedback.reply_by == ReplyBy.EMAIL:
        teller.email_agreed_on = teller.email_agreed_on or feedback.received_on
    teller.save()
    if feedback.about == About.SOMEONE_ELSE:
        Party.objects.get_or_create(
            case=case,
            part=Party.Part.PATIENT,
            defaults={"name": contact.patient_name if contact else "", "added_by": by},
        )
    if mp:
        Party.objects.filter(case=case, answered=True).exclude(part=Party.Part.MP).update(answered=False)
        Party.objects.update_or_create(
            case=case, part=Party.Part.MP,
            defaults={
                "name": mp.name, "office": mp.office, "email": mp.email, "address": mp.address, "answered": True,
                "added_by": by,
            },
        )  # fmt: skip
    find_by_names(case)


def _teller(case):
    """Who told us, if the case names them already."""
    told = {party.part: party for party in case.parties.all()}
    return told.get(Party.Part.COMPLAINANT) or told.get(Party.Part.REPRESENTATIVE)
