"""The words a letter begins with: the organisation's own template or the one shipped, merged from the case.

No word about anybody's health comes from the case, but into letters that wait for consent: another may be read
by others, and consent may not be there yet.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from triage.addressee import Addressee, addressee, usual_party
from triage.letter import KINDS, merge
from triage.letters.found import in_words
from triage.models import Case, LetterTemplate, Party, Team

SHIPPED = Path(__file__).parent / "shipped"
TEAMS = {
    Team.PALS: "Patient advice team (PALS)",
    Team.COMPLAINTS: "Complaints team",
    Team.SERVICE: "The team",
}
PLAN = "We plan to reply by {day}. If we need longer, we will tell you before then, and tell you why."
LATE = "We should have replied by {day}. We are sorry. We will tell you soon when you can expect our reply."
ONLINE = "Go to {address} and enter your 16-digit return code."
IN_TOUCH = "Please give your reference when you get in touch."
ADVOCACY = (
    "You can have free help from someone who is not part of the NHS. Ask us for your local complaints advocacy "
    "service, or search for “NHS complaints advocacy”."
)


@dataclass(frozen=True)
class Words:
    """The words of a template and whose they are: `template` is the organisation's row, None for those shipped."""

    text: str
    template: LetterTemplate | None = None


@cache
def shipped(kind: str) -> str:
    """The words the service ships for a kind of letter."""
    return (SHIPPED / f"{kind}.md").read_text("utf-8").strip()


def template_of(organisation, kind: str) -> Words:
    """What stands in an organisation: the newest of its own, else what is shipped."""
    own = LetterTemplate.objects.filter(organisation=organisation, kind=kind).last()
    return Words(own.text, own) if own else Words(shipped(kind))


def begin(case: Case, kind: str, officer, today=None, to: Party | None = None, reason: str = "") -> Words:
    """The words a letter of this kind begins with for this case, its fields filled in.

    `reason` is why it takes longer, where somebody has written that already.
    """
    words = template_of(case.organisation, kind)
    found = values(
        case, addressee(case, to or usual_party(case, kind)), officer, today or timezone.localdate()
    )
    found["reason"] = reason
    if KINDS[kind].answers and "{issues}" in words.text:
        found["issues"] = in_words(case.issues.stands())
    return Words(_no_empty_lines(merge(words.text, found)), words.template)


def values(case: Case, who: Addressee, officer, today) -> dict[str, str]:
    """What each of `letter.FIELDS` is for this case, but those of the care; "" where the case does not know it."""
    # Those who wrote on paper or spoke to staff were never given a code.
    how = ONLINE if case.feedback.return_code_hash else IN_TOUCH
    dates = ("received_on", "acknowledge_by", "respond_by", "agreed_on", "backstop_on")
    return {
        "greeting": f"Dear {who.name}," if who.name else "Hello,",
        "name": who.name,
        "patient": _patient(case),
        "what": case.intent if case.intent in ("complaint", "concern") else "feedback",
        "reference": case.reference,
        "organisation": case.organisation.name,
        "team": TEAMS[Team(case.team)],
        "officer": str(officer),
        "today": _day(today),
        **{name: _day(getattr(case, name)) for name in dates},
        "plan": _plan(case, today),
        "how": how.format(address=f"{settings.PUBLIC_URL}/track/"),
        "advocacy": ADVOCACY if case.intent == "complaint" else NOTHING,
    }


# A field that has no words here and leaves no gap: the line it stands on goes.
NOTHING = "\0"


def _no_empty_lines(text):
    lines = text.split("\n")
    kept = "\n".join(line for line in lines if line.strip() != NOTHING).replace(NOTHING, "")
    while "\n\n\n" in kept:
        kept = kept.replace("\n\n\n", "\n\n")
    return kept.strip()


def _plan(case, today):
    """Never a promise whose day has passed."""
    due_on = max(case.respond_by, case.agreed_on or case.respond_by)
    return (PLAN if today <= due_on else LATE).format(day=_day(due_on))


def _patient(case):
    for party in case.parties.all():
        if party.part == Party.Part.PATIENT and party.name:
            return party.name
    contact = getattr(case.feedback, "contact", None)
    if contact is None:
        return ""
    return contact.patient_name if case.feedback.about == "someone_else" else contact.name


def _day(day):
    return f"{day.day} {day:%B %Y}" if day else ""
