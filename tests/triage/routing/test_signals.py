"""Who is told: one row for each kind of signal, whatever the person ticked."""

import pytest

from feedback.signals import KINDS, TIER_0, Signal
from tests.triage.routing.test_answers import ids, routed
from triage.routing import SIGNPOSTS, TOLD, facts_of, route
from triage.routing.facts import ALLOWED

# kind of signal -> rule, told, at least these signposts, priority, a person must look
TABLE = {
    "self_harm": ("S1", {"safeguarding"}, {"emergency", "nhs_111", "samaritans", "shout"}, "immediate", True),
    "danger_now": ("S2", {"safeguarding", "cqc"}, {"emergency", "nhs_111"}, "immediate", True),
    "abuse_adult": ("S3", {"safeguarding", "cqc"}, {"emergency", "council_safeguarding"}, "immediate", True),
    "abuse_child": (
        "S4",
        {"safeguarding", "cqc"},
        {"emergency", "childline", "council_safeguarding"},
        "immediate",
        True,
    ),
    "sexual_safety": (
        "S5",
        {"safeguarding", "cqc"},
        {"emergency", "police", "sexual_assault_support"},
        "immediate",
        True,
    ),
    "assault": ("S5", {"safeguarding", "cqc"}, {"emergency", "police"}, "immediate", True),
    "threat": ("S6", {"safeguarding"}, {"emergency"}, "immediate", True),
    "serious_harm": ("H1", {"patient_safety", "icb", "cqc"}, {"advocacy"}, "urgent", True),
    "unsafe_care": ("C1", {"patient_safety", "cqc"}, set(), "urgent", True),
    "neglect": ("S3", {"safeguarding", "cqc"}, {"council_safeguarding"}, "urgent", True),
    "mental_health_act": ("H4", {"cqc"}, {"advocacy", "cqc_mental_health_act"}, "urgent", True),
    "medicine_error": ("H2", {"patient_safety", "cqc"}, set(), "urgent", True),
    "medicine_reaction": ("H2", {"patient_safety"}, {"yellow_card"}, "standard", True),
    "discrimination": ("C1", {"cqc"}, set(), "standard", True),
    "privacy": ("F12", {"information_governance"}, {"ico"}, "urgent", False),
    "legal": ("F9", {"claims"}, set(), "standard", False),
    "already_complained": ("F8", set(), {"phso"}, "standard", False),
    "asks_complaint": ("F1", set(), {"advocacy"}, "standard", True),
    "asks_help": ("P1", set(), set(), "standard", True),
    "staff_speaking_up": ("F11", {"freedom_to_speak_up"}, {"freedom_to_speak_up"}, "urgent", True),
    "no_trust_in_provider": ("F3", set(), {"healthwatch"}, "standard", True),
    "clinician_fitness": ("F13", set(), {"professional_regulator"}, "standard", True),
    "access": ("G4", {"healthwatch"}, set(), "standard", False),
    "joined_up": ("G4", {"healthwatch"}, set(), "standard", False),
}


def test_every_kind_of_signal_has_its_row():
    assert TABLE.keys() == KINDS.keys()


@pytest.mark.parametrize("kind", TABLE)
def test_a_signal_in_an_anonymous_comment_tells_the_right_bodies(kind):
    rule, told, signposted, priority, needs_person = TABLE[kind]
    routing = routed(kind, intent="comment", reply_wanted=False)
    assert rule in ids(routing)
    assert set(routing.told) == told
    assert set(routing.signposted) == signposted
    assert (routing.priority, routing.needs_person) == (priority, needs_person)
    assert f"invented words: {kind}" in [fired.evidence for fired in routing.rules]


@pytest.mark.parametrize("intent", ALLOWED["intent"])
@pytest.mark.parametrize("kind", [kind for kind in TABLE if KINDS[kind].tier in (0, 1)])
def test_safety_and_harm_tell_the_same_bodies_whatever_was_ticked(kind, intent):
    assert TABLE[kind][1] <= set(routed(kind, intent=intent).told)


@pytest.mark.parametrize("kind", sorted(TIER_0))
def test_danger_leaves_the_one_who_answers_as_they_were(kind):
    assert routed(kind).resolver == "none"
    assert routed(kind, intent="compliment").resolver == "service"
    assert routed(kind, intent="complaint").resolver == "complaints"


def test_a_complaint_that_speaks_of_ending_it_is_both():
    routing = routed("self_harm", intent="complaint")
    assert (routing.resolver, routing.clock, routing.priority) == ("complaints", True, "immediate")
    assert routing.signposted[:2] == ("emergency", "nhs_111")


def test_a_signal_a_model_added_without_words_still_fires():
    facts = facts_of(provider_kind="acute_trust", intent="comment", signals=[Signal("self_harm", "")])
    assert route(facts).rules[0].evidence == f"read as: {KINDS['self_harm'].means}"


def test_each_body_is_told_why_in_the_words_of_its_own_rules():
    routing = routed("self_harm", "serious_harm", intent="complaint")
    assert "hurting themselves" in routing.why_told("safeguarding")
    assert "seriously harmed" in routing.why_told("cqc")
    assert "hurting themselves" not in routing.why_told("cqc")
    assert routing.why_told("healthwatch") == ""


def test_every_body_the_rules_name_has_words_and_every_word_is_used():
    told, signposted = set(), set()
    for kind in TABLE:
        for provider in ("acute_trust", "care_home", "independent_hospital"):
            routing = routed(kind, provider_kind=provider, intent="complaint")
            told |= set(routing.told)
            signposted |= set(routing.signposted)
    assert told == set(TOLD)
    assert signposted == set(SIGNPOSTS)
