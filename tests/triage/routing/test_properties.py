"""What must hold of every routing, whatever the facts."""

import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.signals import KINDS, TIER_0, Signal
from triage.routing import BadFact, Facts, facts_of, route
from triage.routing.bodies import SIGNPOSTS, TOLD
from triage.routing.facts import ALLOWED, PRIMARY_CARE
from triage.routing.rule import PRIORITIES

signals = st.builds(Signal, st.sampled_from(sorted(KINDS)), st.text(max_size=12))
facts = st.builds(
    Facts,
    **{name: st.sampled_from(allowed) for name, allowed in ALLOWED.items()},
    **{name: st.booleans() for name in ("reply_wanted", "already_complained", "follows_case")},
    signals=st.lists(signals, max_size=4).map(tuple),
    language=st.sampled_from(["en", "", "pl"]),
    months_since=st.none() | st.integers(0, 60),
    channel=st.sampled_from(["", "web", "spoken"]),
    sentiment=st.none() | st.integers(1, 5),
)


@given(facts)
def test_there_is_one_resolver_and_every_word_is_known(these):
    routing = route(these)
    assert routing.resolver in ("pals", "complaints", "service", "none")
    assert routing.resolver_body in ("provider", "icb")
    assert routing.priority in PRIORITIES
    assert set(routing.told) <= set(TOLD)
    assert len(set(routing.told)) == len(routing.told)
    assert set(routing.signposted) <= set(SIGNPOSTS)
    assert all(fired.id and fired.reason and fired.evidence for fired in routing.rules)
    assert all(routing.why_told(body) for body in routing.told)


@given(facts)
def test_the_same_facts_give_the_same_routing(these):
    assert route(these) == route(dataclasses.replace(these))
    assert json.loads(json.dumps(route(these).as_dict())) == route(these).as_dict()


@given(facts, signals)
def test_one_more_signal_never_tells_fewer_or_makes_it_less_pressing(these, more):
    before, after = route(these), route(dataclasses.replace(these, signals=(*these.signals, more)))
    assert set(before.told) <= set(after.told)
    assert PRIORITIES.index(before.priority) <= PRIORITIES.index(after.priority)
    assert before.needs_person <= after.needs_person


@given(facts)
def test_danger_is_always_told_to_safeguarding_at_once_and_seen_by_a_person(these):
    routing = route(these)
    danger = any(signal.kind in TIER_0 for signal in these.signals)
    assert (routing.priority == "immediate") is danger
    if danger:
        assert "safeguarding" in routing.told
        assert "emergency" in routing.signposted
        assert routing.needs_person


@given(facts)
def test_primary_care_never_gets_pals(these):
    assert these.provider_kind not in PRIMARY_CARE or route(these).resolver != "pals"


@given(facts)
def test_a_complaint_always_has_the_complaints_team_and_a_clock(these):
    routing = route(these)
    if these.intent == "complaint":
        assert routing.resolver == "complaints"
    if routing.resolver == "complaints":
        assert routing.clock


@given(facts)
def test_a_wanted_reply_starts_the_clock_unless_the_guardian_answers(these):
    routing = route(these)
    staff = any(signal.kind == "staff_speaking_up" for signal in these.signals)
    assert routing.clock or not these.reply_wanted or staff
    assert not (routing.clock and routing.resolver == "none")


@given(facts)
def test_what_raises_no_signal_tells_nobody(these):
    assert route(dataclasses.replace(these, signals=())).told == ()


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("provider_kind", "hospital", 'provider_kind is "hospital". Use one of: acute_trust,'),
        ("intent", 3, "intent is not a word but int"),
        ("intent", None, "intent is missing. Use one of: compliment,"),
        ("intent", ["concern"], "intent is not a word but list"),
        ("about", "x" * 500, f'about is "{"x" * 40}". Use one of: self, someone_else'),
        ("reply_wanted", "yes", 'reply_wanted is "yes". Use true or false'),
        ("resolver_choice", "both", "Use one of: provider, icb"),
    ],
)
def test_a_fact_that_cannot_be_used_is_named_with_what_is_allowed(name, value, says):
    known = {"provider_kind": "acute_trust", "intent": "concern", name: value}
    with pytest.raises(BadFact) as refused:
        facts_of(**known)
    assert says in str(refused.value)


def test_a_kind_of_signal_that_no_rule_knows_is_refused_rather_than_dropped():
    with pytest.raises(BadFact, match="not a kind of signal"):
        facts_of(
            provider_kind="acute_trust", intent="comment", signals=[{"kind": "brand_new", "words": "so"}]
        )


def test_a_stored_signal_and_one_found_again_count_once(monkeypatch):
    found = Signal("unsafe_care", "nobody checked")
    monkeypatch.setattr("triage.routing.facts.hear", lambda text: (found,))
    stored = {"kind": "unsafe_care", "words": "nobody checked"}
    facts = facts_of(texts=["one", "two"], signals=[stored], provider_kind="pharmacy", intent="comment")
    assert facts.signals == (found,)
