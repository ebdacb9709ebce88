"""Tier 2, formal: what else must happen because of what was said, whoever answers.

Source: routing table F3, F8, F9, F11, F12, F13.
"""

from triage.routing.facts import Facts
from triage.routing.rule import Rule, says

TICKED_BEFORE = "ticked: I have already complained about this"


def complained_before(facts: Facts) -> str:
    """The tick comes before the words: it is what the person was asked."""
    return TICKED_BEFORE if facts.already_complained else facts.words_for("already_complained")


FORMAL = (
    Rule(
        id="F11",
        evidence=says("staff_speaking_up"),
        reason="A member of staff may be speaking up about their work. The Freedom to Speak Up Guardian is told "
        "and can help in confidence.",
        told=("freedom_to_speak_up",),
        signposted=("freedom_to_speak_up",),
        priority="urgent",
        needs_person=True,
    ),
    Rule(
        id="F12",
        evidence=says("privacy"),
        reason="Private information may have been lost, or seen by the wrong person. The information governance "
        "team is told, because a breach has to be dealt with within 72 hours.",
        told=("information_governance",),
        signposted=("ico",),
        priority="urgent",
    ),
    Rule(
        id="F9",
        evidence=says("legal"),
        reason="A legal claim or compensation is spoken of. The claims team is told. Everything else goes on alongside.",
        told=("claims",),
    ),
    Rule(
        id="F8",
        evidence=complained_before,
        reason="The person has complained about this before. Once there is a final reply they may go to the "
        "Ombudsman.",
        signposted=("phso",),
    ),
    Rule(
        id="F13",
        evidence=says("clinician_fitness"),
        reason="This is about whether a named professional is fit to practise. Their regulator decides on that; "
        "the provider looks at the care.",
        signposted=("professional_regulator",),
        needs_person=True,
    ),
    Rule(
        id="F3",
        evidence=says("no_trust_in_provider"),
        reason="The person may not trust the provider to look into this. A person checks who should answer.",
        signposted=("healthwatch",),
        needs_person=True,
    ),
)
