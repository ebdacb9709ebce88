"""Who answers: every kind of provider with every intent, and what words may and may not change."""

import pytest

from feedback.signals import Signal
from triage.routing import facts_of, route
from triage.routing.facts import ALLOWED

TRUSTS = ("acute_trust", "mental_health_trust", "ambulance_trust", "community_trust")
PRIMARY_CARE = ("gp_practice", "dental_practice", "pharmacy", "optician")
OTHERS = ("care_home", "independent_hospital")


def routed(*kinds, **facts):
    known = {"provider_kind": "acute_trust", "intent": "comment"} | facts
    return route(facts_of(signals=[Signal(kind, f"invented words: {kind}") for kind in kinds], **known))


def ids(routing):
    return [fired.id for fired in routing.rules]


# provider kinds, intent, reply wanted -> resolver, clock, id of the rule
TABLE = [
    (ALLOWED["provider_kind"], "complaint", False, "complaints", True, "F1"),
    (ALLOWED["provider_kind"], "complaint", True, "complaints", True, "F1"),
    ((*TRUSTS, "icb"), "concern", True, "pals", True, "P1"),
    ((*TRUSTS, "icb"), "concern", False, "pals", False, "P1"),
    ((*PRIMARY_CARE, *OTHERS), "concern", True, "service", True, "P3"),
    ((*PRIMARY_CARE, *OTHERS), "concern", False, "service", False, "P3"),
    (ALLOWED["provider_kind"], "comment", False, "none", False, "G1"),
    ((*TRUSTS, "icb"), "comment", True, "pals", True, "G3"),
    ((*PRIMARY_CARE, *OTHERS), "comment", True, "service", True, "G3"),
    (ALLOWED["provider_kind"], "compliment", False, "service", False, "G2"),
    (ALLOWED["provider_kind"], "compliment", True, "service", True, "G2"),
]


@pytest.mark.parametrize(
    ("kind", "intent", "reply_wanted", "resolver", "clock", "rule"),
    [(kind, *rest) for kinds, *rest in TABLE for kind in kinds],
)
def test_who_answers_by_provider_and_intent(kind, intent, reply_wanted, resolver, clock, rule):
    routing = routed(provider_kind=kind, intent=intent, reply_wanted=reply_wanted)
    assert (routing.resolver, routing.clock) == (resolver, clock)
    assert routing.resolver_body == ("icb" if kind == "icb" else "provider")
    assert rule in ids(routing)
    assert (routing.told, routing.priority) == ((), "standard")


def test_every_provider_and_intent_is_in_the_table():
    covered = {(kind, intent, reply) for kinds, intent, reply, *_ in TABLE for kind in kinds}
    assert len(covered) == len(ALLOWED["provider_kind"]) * len(ALLOWED["intent"]) * 2


@pytest.mark.parametrize("kind", PRIMARY_CARE)
@pytest.mark.parametrize(("choice", "body"), [("", "provider"), ("provider", "provider"), ("icb", "icb")])
def test_in_primary_care_the_person_chooses_the_practice_or_the_icb_and_only_one_has_it(kind, choice, body):
    routing = routed(provider_kind=kind, intent="complaint", resolver_choice=choice)
    assert (routing.resolver, routing.resolver_body, routing.told) == ("complaints", body, ())
    assert ids(routing) == ["F1", "F2"]


def test_a_complaint_is_offered_free_independent_help():
    assert routed(intent="complaint").signposted == ("advocacy",)


@pytest.mark.parametrize("kind", ["gp_practice", "acute_trust", "care_home"])
def test_a_complaint_of_someone_who_does_not_trust_the_provider_goes_to_the_icb(kind):
    routing = routed("no_trust_in_provider", provider_kind=kind, intent="complaint")
    assert (routing.resolver, routing.resolver_body) == ("complaints", "icb")
    assert "F3" in ids(routing)
    assert "healthwatch" in routing.signposted


def test_the_persons_own_choice_of_the_practice_stands_over_their_words():
    routing = routed(
        "no_trust_in_provider", provider_kind="gp_practice", intent="complaint", resolver_choice="provider"
    )
    assert routing.resolver_body == "provider"
    assert routing.needs_person


@pytest.mark.parametrize(
    ("kind", "resolver", "body"),
    [
        ("gp_practice", "complaints", "icb"),
        ("care_home", "complaints", "icb"),
        ("acute_trust", "pals", "provider"),
    ],
)
def test_a_concern_about_a_feared_practice_does_not_go_to_that_practice(kind, resolver, body):
    routing = routed("no_trust_in_provider", provider_kind=kind, intent="concern", reply_wanted=True)
    assert (routing.resolver, routing.resolver_body, routing.needs_person) == (resolver, body, True)


@pytest.mark.parametrize("intent", ["compliment", "comment", "concern"])
def test_words_that_ask_for_a_complaint_are_not_lost_and_a_person_checks(intent):
    routing = routed("asks_complaint", intent=intent)
    assert (routing.resolver, routing.clock, routing.needs_person) == ("complaints", True, True)


def test_a_ticked_complaint_needs_nobody_to_confirm_it():
    assert not routed("asks_complaint", intent="complaint").needs_person


@pytest.mark.parametrize(
    ("intent", "reply_wanted", "resolver"),
    [
        ("complaint", False, "complaints"),
        ("concern", False, "complaints"),
        ("comment", True, "complaints"),
        ("comment", False, "none"),
        ("compliment", False, "service"),
    ],
)
@pytest.mark.parametrize("how", ["ticked", "in words"])
def test_who_complained_before_is_looked_at_once_more_and_may_go_to_the_ombudsman(
    intent, reply_wanted, resolver, how
):
    kinds = ["already_complained"] if how == "in words" else []
    routing = routed(*kinds, intent=intent, reply_wanted=reply_wanted, already_complained=how == "ticked")
    assert routing.resolver == resolver
    assert "phso" in routing.signposted
    assert "phso" not in routing.told


@pytest.mark.parametrize("kind", ALLOWED["provider_kind"])
def test_the_ombudsman_is_not_named_before_there_was_a_complaint(kind):
    assert not {"phso", "lgsco"} & set(routed(provider_kind=kind, intent="complaint").signposted)


@pytest.mark.parametrize(
    ("intent", "resolver", "clock"),
    [("concern", "none", False), ("comment", "none", False), ("complaint", "complaints", True)],
)
def test_staff_speaking_up_go_to_the_guardian_but_a_ticked_complaint_keeps_its_clock(intent, resolver, clock):
    routing = routed("staff_speaking_up", intent=intent, reply_wanted=True)
    assert (routing.resolver, routing.clock) == (resolver, clock)
    assert routing.told == ("freedom_to_speak_up",)
    assert routing.needs_person


def test_words_about_work_do_not_undo_a_tick_of_having_complained():
    routing = routed("staff_speaking_up", intent="concern", already_complained=True)
    assert (routing.resolver, routing.told) == ("complaints", ("freedom_to_speak_up",))


@pytest.mark.parametrize(
    ("consent", "fires"), [("", True), ("not_yet", True), ("given", False), ("not_needed", False)]
)
def test_consent_is_asked_for_someone_else_and_the_clock_runs_on(consent, fires):
    routing = routed(intent="complaint", about="someone_else", consent=consent)
    assert ("F6" in ids(routing)) is fires
    assert routing.clock


def test_consent_is_not_asked_where_nothing_will_be_shared():
    assert "F6" not in ids(routed(intent="comment", about="someone_else"))
    assert "F6" not in ids(routed(intent="complaint", about="self"))


@pytest.mark.parametrize(
    ("months", "fires"), [(None, False), (0, False), (12, False), (13, True), (40, True)]
)
def test_a_complaint_after_twelve_months_goes_to_a_person_and_is_never_turned_away(months, fires):
    routing = routed(intent="complaint", months_since=months)
    assert ("F7" in ids(routing)) is routing.needs_person is fires
    assert (routing.resolver, routing.clock) == ("complaints", True)


def test_what_follows_an_earlier_case_is_never_left_unread():
    routing = routed(intent="comment", follows_case=True)
    assert (routing.resolver, routing.clock) == ("pals", False)


def test_a_care_home_and_an_independent_hospital_have_their_own_last_doors():
    home = routed(provider_kind="care_home", intent="complaint", already_complained=True)
    assert {"phso", "lgsco"} < set(home.signposted)
    hospital = routed(provider_kind="independent_hospital", intent="complaint")
    assert "iscas" in hospital.signposted


def test_a_spoken_complaint_keeps_the_date_it_was_spoken():
    assert "P2" in ids(routed(intent="complaint", channel="spoken"))
    assert "P2" not in ids(routed(intent="complaint", channel="web"))


@pytest.mark.parametrize(("language", "fires"), [("en", False), ("", False), ("pl", True), ("cy", True)])
def test_words_our_safety_check_cannot_read_go_to_a_person(language, fires):
    routing = routed(language=language)
    assert ("X1" in ids(routing)) is routing.needs_person is (routing.priority == "urgent") is fires


@pytest.mark.parametrize(
    ("sentiment", "fires"), [(None, False), (1, False), (3, False), (4, True), (5, True)]
)
def test_thanks_that_read_unhappy_are_read_by_a_person(sentiment, fires):
    routing = routed(intent="compliment", sentiment=sentiment)
    assert routing.needs_person is fires
    assert routing.resolver == "service"
