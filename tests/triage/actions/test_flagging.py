"""Decisions that the law asks for: by whom, why, and what follows; the latest stands, all stay."""

import pytest

from tests.factories import a_case, a_member
from triage import actions
from triage.models import Flag, Referral
from triage.moves import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return a_case()


@pytest.fixture
def sam(case):
    return a_member(case.organisation)


def decide(case, by, **given):
    given = {
        "kind": "candour",
        "answer": "yes",
        "reason": "She was harmed.",
        "follows": "I ring today.",
    } | given
    return actions.decide_flag(case, **given, by=by)


def test_a_decision_says_who_and_why_and_the_history_says_so(case, sam):
    one = decide(case, sam)
    assert (one.decided_by, one.answer, case.events.last().kind) == (sam, "yes", "decide_flag")


@pytest.mark.parametrize("kind", Flag.Kind.values)
def test_nobody_is_told_by_a_decision(case, sam, kind):
    before = Referral.objects.count()
    decide(case, sam, kind=kind)
    assert Referral.objects.count() == before


def test_the_latest_of_each_kind_stands_and_the_earlier_stay(case, sam):
    decide(case, sam, answer="not_yet")
    decide(case, sam, kind="claim", answer="no")
    last = decide(case, sam, answer="yes")
    assert set(case.flags.current()) == {last, Flag.objects.get(kind="claim")}
    assert case.flags.count() == 3


@pytest.mark.parametrize("given,why", [
    ({"reason": " "}, "Say why"), ({"follows": ""}, "what follows"), ({"answer": "maybe"}, "what you decide"),
    ({"kind": "weather"}, "what you decide"), ({"reference": "ABC-12345"}, "Only a patient safety event"),
    ({"kind": "safety", "reference": "no such thing!"}, "letters, figures"), ({"kind": "safety", "reference": "1"}, "five"),
])  # fmt: skip
def test_a_decision_without_its_parts_is_refused(case, sam, given, why):
    with pytest.raises(NotAllowed, match=why):
        decide(case, sam, **given)
    assert not Flag.objects.exists()


def test_no_needs_no_more_than_a_reason(case, sam):
    decide(case, sam, answer="no", follows="")


def test_a_patient_safety_event_keeps_its_reference(case, sam):
    assert decide(case, sam, kind="safety", reference=" lfpse-2026-00123 ").reference == "LFPSE-2026-00123"
