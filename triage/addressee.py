"""Who a letter goes to, what they need from us, and by which ways it may reach them: the facts of the party.

A way that a person ruled out is used by nothing and nobody, and no other is taken in its place in silence.
Source: the Accessible Information Standard (DCB1605); for e-mail also regulation 15 (2009).
"""

from dataclasses import dataclass

from django.conf import settings

from feedback.models import Feedback, ReplyBy
from triage.models import BY_HAND, PRINT, Case, Party
from triage.moves import NotAllowed

# Shapes that no printer of ours makes: somebody has to order them.
ORDERED = {
    Party.Shape.BRAILLE: "Order the letter in braille from your supplier, then post it.",
    Party.Shape.AUDIO: "Order a recording of the letter from your supplier, then send it.",
    Party.Shape.BSL: "Order a video of the letter in British Sign Language from your supplier, then send it.",
}
# Each way, what it is called, and the wish of the person that rules it out (a value of ReplyBy).
WAYS = {
    "portal": ("Online, with their return code", ReplyBy.CODE),
    "email": ("By e-mail: a note that the letter waits online", ReplyBy.EMAIL),
    PRINT: ("Printed here and posted", ReplyBy.POST),
    "notify": ("Printed and posted by GOV.UK Notify", ReplyBy.POST),
    BY_HAND: ("By hand: read out, handed over or ordered in another format", None),
}
SAID_TO_RULE_OUT = {
    ReplyBy.CODE: "to read it online", ReplyBy.EMAIL: "e-mail", ReplyBy.POST: "post", ReplyBy.TELEPHONE: "telephone",
}  # fmt: skip
NEVER = {
    ReplyBy.CODE: "online", ReplyBy.EMAIL: "by e-mail", ReplyBy.POST: "by post", ReplyBy.TELEPHONE: "by telephone",
}  # fmt: skip
RULED_OUT = "{who} ruled out {way}. Use another way. The rule: the Accessible Information Standard (DCB1605)."


@dataclass(frozen=True)
class Addressee:
    """The person as a letter needs them. `holds_code`: they can read it with the return code of the feedback.

    `email_agreed`: regulation 15 is met: they agreed to e-mail, or chose it themselves.
    """

    name: str = ""
    office: str = ""
    email: str = ""
    telephone: str = ""
    address: str = ""
    needs: str = ""
    shape: str = Party.Shape.STANDARD
    language: str = ""
    prefers: str = ""
    ruled_out: tuple[str, ...] = ()
    email_agreed: bool = False
    holds_code: bool = False

    @property
    def to_order(self) -> str:
        """What must be ordered because this letter cannot simply be printed, or ""."""
        return ORDERED.get(self.shape, "")

    @property
    def never(self) -> str:
        """The ways they ruled out, in words that follow "never": "by telephone or by post". "" for none."""
        return " or ".join(NEVER[way] for way in self.ruled_out if way in NEVER)


def addressee(case: Case, to: Party | None = None) -> Addressee:
    """Who a letter to `to` reaches; without a party, the one whom the reply is addressed to."""
    party = to or answered_party(case)
    return _of_party(case.feedback, party) if party else Addressee()


def answered_party(case: Case) -> Party | None:
    """The party whom the reply is addressed to: the one marked so, else who complains or told us, else None."""
    parties = list(case.parties.all())
    for right in (
        lambda party: party.answered,
        lambda party: party.part == Party.Part.COMPLAINANT,
        lambda party: party.told_us,
    ):
        if found := next(filter(right, parties), None):
            return found
    return None


def usual_party(case: Case, kind: str) -> Party | None:
    """Whom a letter of this kind goes to: consent is asked of the patient, a covering note goes to the MP."""
    part = {"consent": Party.Part.PATIENT, "covering": Party.Part.MP}.get(kind)
    if part is None:
        return answered_party(case)
    return next((party for party in case.parties.all() if party.part == part), None)


def check_wish(ruled_out, wish: str, who: str = "This person") -> None:
    """Raises NotAllowed if `wish` (a value of ReplyBy) is among the ways this person ruled out."""
    if wish in ruled_out:
        raise NotAllowed(RULED_OUT.format(who=who, way=SAID_TO_RULE_OUT[wish]))


def chosen_way(who: Addressee) -> str:
    """The way that short words leave by. Raises NotAllowed where the way they asked for is one they ruled out as well.

    Which of the two they mean, a person finds out: no other way is chosen in silence.
    """
    if who.prefers in who.ruled_out:
        raise NotAllowed(
            f"This person asked for {SAID_TO_RULE_OUT[who.prefers]} and ruled it out as well. Ask them, and change it on "
            "the page People. The rule: the Accessible Information Standard (DCB1605). Nothing was sent."
        )
    return usual_way(who)


def refused_ways(who: Addressee) -> dict[str, str]:
    """Each way that may not be used for this person, and why, in a sentence. Ways not named may be used."""
    return {way: why for way in WAYS if (why := _why_not(way, who))}


def usual_way(who: Addressee) -> str:
    """The way a letter goes unless somebody chooses another: as the person asked, where that may be."""
    refused = refused_ways(who)
    posted = "notify" if "notify" not in refused else PRINT
    wanted = {
        ReplyBy.EMAIL: "email",
        ReplyBy.POST: posted,
        ReplyBy.TELEPHONE: BY_HAND,
        ReplyBy.CODE: "portal",
    }
    order = (wanted.get(who.prefers, "portal"), "portal", posted, "email", BY_HAND)
    if who.to_order:
        return BY_HAND
    return next(way for way in order if way not in refused)


def _why_not(way, who):
    wish = WAYS[way][1]
    if way == "notify" and not settings.NOTIFY_API_KEY:
        return "GOV.UK Notify is not set up here."
    if wish in who.ruled_out:
        return RULED_OUT.format(who="This person", way=SAID_TO_RULE_OUT[wish])
    if way in ("portal", "email") and not who.holds_code:
        return "This person has no return code, so they cannot read it online."
    if way == "email" and not who.email:
        return "We have no e-mail address."
    if way == "email" and not who.email_agreed:
        return (
            "This person has not agreed to e-mail. Record that they agree, or send it another way. "
            "The rule: regulation 15 of the complaints regulations (2009)."
        )
    if way in (PRINT, "notify") and not who.address.strip():
        return "We have no postal address."
    if way in (PRINT, "notify") and who.to_order:
        return (
            f"This person needs {Party.Shape(who.shape).label}. {who.to_order} Then mark it as sent by hand."
        )
    return ""


def _of_party(feedback: Feedback, party: Party) -> Addressee:
    return Addressee(
        name=party.name, office=party.office, email=party.email, telephone=party.telephone,
        address=party.address, needs=party.needs, shape=party.shape, language=party.language,
        prefers=party.prefers, ruled_out=tuple(party.ruled_out),
        email_agreed=party.email_agreed_on is not None or _chose_email(feedback, party),
        holds_code=party.told_us and bool(feedback.return_code_hash),
    )  # fmt: skip


def _chose_email(feedback, party):
    """They asked for e-mail themselves, on our own form, and it is still the same address."""
    if not party.told_us or feedback.reply_by != ReplyBy.EMAIL:
        return False
    contact = getattr(feedback, "contact", None)
    return contact is not None and contact.email == party.email
