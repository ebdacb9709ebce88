"""What comes with a complaint or another case, once it is known that there is one.

Source: routing table F2, F5, F6, F7, F14, P2 and the 2009 regulations.
"""

from triage.routing.facts import Facts
from triage.routing.formal import complained_before
from triage.routing.rule import Rule, when

MONTHS_TO_COMPLAIN = 12  # regulation 12
ORAL = ("spoken", "telephone")


def _two_doors(facts: Facts) -> str:
    if not facts.in_primary_care:
        return ""
    chosen = {"icb": "chose: the ICB", "provider": "chose: the practice"}
    return chosen.get(facts.resolver_choice, "no choice made yet")


def _too_late(facts: Facts) -> str:
    late = facts.months_since is not None and facts.months_since > MONTHS_TO_COMPLAIN
    return "more than 12 months since it happened" if late else ""


def _speaks_for_another(facts: Facts) -> bool:
    return facts.about == "someone_else" and facts.consent in ("", "not_yet")


IN_A_COMPLAINT = (
    Rule(
        id="F2",
        evidence=_two_doors,
        reason="A complaint like this is answered by the practice or by the ICB, whichever the person chooses, "
        "and not by both.",
    ),
    Rule(
        id="F5",
        evidence=when(lambda facts: facts.provider_kind == "care_home", "the provider is a care home"),
        reason="Care in a care home may be paid for by the council, the NHS or the person. A person checks who "
        "else must be part of the answer.",
        needs_person=True,
    ),
    Rule(
        id="F5",
        evidence=lambda facts: complained_before(facts) if facts.provider_kind == "care_home" else "",
        reason="For social care, the ombudsman after a final reply is the one for local government and social care.",
        signposted=("lgsco",),
    ),
    Rule(
        id="F7",
        evidence=_too_late,
        reason="It happened more than 12 months ago. The complaints manager decides whether it can still be "
        "looked into fairly. It is never turned away by a computer.",
        needs_person=True,
    ),
    Rule(
        id="F14",
        evidence=when(lambda facts: facts.provider_kind == "independent_hospital", "an independent hospital"),
        reason="The NHS complaints rules cover care the NHS paid for. For care a person paid for themselves, "
        "another complaints service can help.",
        signposted=("iscas",),
    ),
    Rule(
        id="P2",
        evidence=when(lambda facts: facts.channel in ORAL, "spoken to staff"),
        reason="A spoken complaint that is put right by the end of the next working day ends there. If it is not, "
        "the dates run from the day it was spoken.",
    ),
)

IN_A_CASE = (
    Rule(
        id="F6",
        evidence=when(_speaks_for_another, "about someone else, who has not yet agreed"),
        reason="The person it is about must agree before we share anything about them. We ask them now, and the "
        "dates run on.",
    ),
)
