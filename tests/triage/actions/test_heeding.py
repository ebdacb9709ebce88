"""Danger that a later reading found: a person is told, whatever became of the feedback."""

import pytest

from feedback.models import Alert
from sentiment.classify import classify_batch
from sentiment.models import Classification, ModelVersion
from tests.factories import OrganisationFactory, a_case, a_member, received
from triage import actions
from triage.models import Case, Decision
from triage.queue.reach import checks_of
from triage.tasks import heed_waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def trust():
    return OrganisationFactory()


def decided(trust, **given):
    """Feedback that was read and decided, and owes no reply."""
    feedback = received("An invented story of a quiet afternoon.", organisation=trust, **given)
    while classify_batch():
        pass
    while actions.decide_batch():
        pass
    return feedback


def found(feedback, *kinds):
    """A newer model finds danger in the same words."""
    model, _ = ModelVersion.objects.get_or_create(name="newer-1@12345678")
    return Classification.objects.create(
        comment=feedback.comments.get(), model=model, sentiment=4, danger_waits=True,
        signals=[{"kind": kind, "words": "the very words"} for kind in kinds],
    )  # fmt: skip


def test_a_person_at_risk_raises_an_alert_that_names_the_model(trust):
    feedback = decided(trust)
    found(feedback, "self_harm")
    heed_waiting()
    alert = Alert.objects.open().get(feedback=feedback)
    assert (alert.kind, alert.words, alert.raised_by) == ("self_harm", "the very words", "newer-1@12345678")
    assert not Classification.objects.with_unheeded_danger().exists()


def test_an_alert_that_somebody_took_is_not_raised_again(trust):
    feedback = received("I want to end my life tonight.", organisation=trust)
    while classify_batch():
        pass
    while actions.decide_batch():
        pass
    actions.take_alert(Alert.objects.get(), note="I have rung.", by=a_member(trust))
    found(feedback, "self_harm", "threat")
    heed_waiting()
    assert [one.kind for one in Alert.objects.open()] == ["threat"]


@pytest.mark.parametrize("kind", ["self_harm", "neglect"])
def test_without_a_case_it_is_on_the_list_to_check(kind, trust, signed_in):
    feedback, officer = decided(trust), a_member(trust)
    assert not checks_of(officer).exists()
    found(feedback, kind)
    heed_waiting()
    client = signed_in(officer)
    assert feedback.reference in client.get("/queue/to-check/").text
    assert "the very words" in client.get(f"/queue/to-check/{feedback.reference}/").text


def test_what_a_person_had_settled_comes_back_and_their_decision_stays(trust):
    feedback, officer = decided(trust), a_member(trust)
    actions.settle_check(feedback.decisions.get(), open_a_case=False, note="Nothing in it.", by=officer)
    before = Decision.objects.values_list("pk", "by", "priority", "note")
    found(feedback, "neglect")
    kept = list(before.all())
    heed_waiting()
    assert list(before.all()) == kept
    assert checks_of(officer).get().by == officer


def test_an_open_case_asks_to_be_looked_at_and_says_why(trust, signed_in):
    case = a_case("An invented story of a quiet afternoon.", organisation=trust)
    Case.objects.update(needs_person=False)
    found(case.feedback, "neglect", "unsafe_care")
    heed_waiting()
    case.refresh_from_db()
    assert case.needs_person
    assert not Alert.objects.exists()
    page = signed_in(a_member(trust)).get(f"/cases/{case.reference}/").text
    assert "A newer reading of their words found: basic needs left unmet in care" in page
    assert [event.kind for event in case.events.all()] == ["open", "find", "find"]


def test_a_closed_case_stays_closed_and_raises_an_alert_for_harm_too(trust):
    officer = a_member(trust)
    case = a_case("An invented story of a quiet afternoon.", organisation=trust)
    actions.close(case, outcome="withdrawn", by=officer)
    found(case.feedback, "neglect")
    heed_waiting()
    case.refresh_from_db()
    assert (case.status, case.needs_person) == ("closed", False)
    assert Alert.objects.open().get().kind == "neglect"


def test_feedback_that_was_never_decided_waits_for_its_decision(trust):
    feedback = received("An invented story of a quiet afternoon.", organisation=trust)
    found(feedback, "self_harm")
    assert actions.heed_batch() == 0
    while classify_batch():
        pass
    while actions.decide_batch():
        pass
    heed_waiting()
    assert Alert.objects.open().get().kind == "self_harm"


def test_the_persons_correction_does_not_hide_what_was_found(trust, signed_in):
    officer = a_member(trust)
    case = a_case("An invented story of a quiet afternoon.", organisation=trust)
    read = Classification.objects.get()
    actions.correct_classification(case, classification=read, sentiment=1, themes=[], by=officer)
    found(case.feedback, "neglect")
    heed_waiting()
    assert "the very words" in signed_in(officer).get(f"/cases/{case.reference}/").text


def test_heeding_twice_changes_nothing(trust):
    found(decided(trust), "self_harm")
    heed_waiting()
    heed_waiting()
    assert Alert.objects.count() == 1
