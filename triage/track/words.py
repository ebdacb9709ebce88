"""What the person reads about their own feedback: one place for its plain words."""

from django.utils.dateformat import format as format_date

from triage.destinations import NATIONAL
from triage.models import Outcome, Team

TEAMS = {Team.PALS: "the patient advice team (PALS)", Team.COMPLAINTS: "the complaints team"}

# Bodies that are told in confidence. Whoever holds the code can read this page, and that may be the
# very person someone is afraid of; or a colleague of the member of staff who spoke up.
IN_CONFIDENCE = ("safeguarding", "freedom_to_speak_up", "security")

# Bodies of their own are called by their name in the directory; teams of the provider by what they do.
TEAMS_TOLD = {
    "patient_safety": "The patient safety team",
    "information_governance": "The information governance team",
    "claims": "The claims team",
}
WHY_TOLD = {
    "cqc": "It checks that care is safe. It uses what you told us when it inspects. It will not answer you itself.",
    "healthwatch": "It speaks up for people who use care. It does not look into one person's case.",
    "icb": "It plans and pays for NHS care in your area, and checks that the care is good.",
    "patient_safety": "It finds out what went wrong, so that it does not happen again.",
    "information_governance": "It makes sure that private information is kept safe.",
    "claims": "It deals with legal claims. We look into what you told us as well.",
}
WHY_TOLD_OTHERS = "They should know, so that care gets better."

HOW_CLOSED = {
    Outcome.SETTLED: "We settled this with you.",
    Outcome.WITHDRAWN: "You asked us to stop.",
}
HOW_CLOSED_OTHERS = "Our answer says what we found."

JOINED = (
    "You told us this more than once. We answer it under {reference}, with one reply for all of it. "
    "You can read the reply here and there."
)
JOINED_HERE = "You told us this more than once, also under {reference}. You get one reply for all of it."
ASKED_PART = "We asked {organisation} what happened there. You get one reply, from us."
SPLIT = "We look at this and at {reference} each by itself again. You get a reply to each."

OMBUDSMAN = (
    "If you are not happy with our final answer, you can ask the Parliamentary and Health Service Ombudsman to look "
    "at it. The Ombudsman is free and does not belong to the NHS. Ask within a year. "
    "Call 0345 015 4033 or go to www.ombudsman.org.uk."
)
OMBUDSMAN_AFTER_SIX_MONTHS = (
    "More than six months have passed without our final answer. You do not have to wait for us any longer: you can "
    "ask the Parliamentary and Health Service Ombudsman for help. The Ombudsman is free and does not belong to the "
    "NHS. Call 0345 015 4033 or go to www.ombudsman.org.uk."
)
MAKE_A_COMPLAINT = "If you are not happy with our answer, you can make this a complaint. Write back to us on this page and say so."
WAITING_FOR_CONSENT = (
    "This is about someone else. We are looking into it now, but we need that person to agree before we can share "
    "our answer with you. The dates do not change."
)


def day(date) -> str:
    """Such as "30 April 2026"."""
    return format_date(date, "j F Y")


def team_of(team: str, organisation: str, service: str = "") -> str:
    """Who answers, by role and never by name: "the complaints team at Elder Vale Hospital Trust"."""
    if team in TEAMS:
        return f"{TEAMS[team]} at {organisation}"
    return f"the team at {service}, {organisation}" if service else f"the team at {organisation}"


def body_of(body: str, organisation: str) -> str:
    """Who was told: a body of its own by its name, a team of the provider by what it does."""
    if body in NATIONAL or body == "icb":
        return organisation
    return f"{TEAMS_TOLD.get(body, 'Another team')} at {organisation}"


def first_up(words: str) -> str:
    """The same words, fit to begin a sentence."""
    return words[:1].upper() + words[1:]
