"""From words to work: what was received is read once, decided once, and answered for."""

import pytest

from feedback.models import Alert, Comment, Feedback
from sentiment.models import Classification
from sentiment.tasks import classify_waiting
from tests.factories import NationalBodyFactory, OrganisationFactory, ServiceFactory, received
from triage.models import Case, Decision, Event, Referral
from triage.tasks import deliver_waiting, triage_waiting

pytestmark = pytest.mark.django_db


def work():
    classify_waiting()
    triage_waiting()
    deliver_waiting()


def test_a_complaint_becomes_one_case_with_its_clocks_running():
    feedback = received(intent="complaint", reply_wanted=True, reply_by="code")
    work()
    case = Case.objects.get(feedback=feedback)
    assert (case.team, case.status, case.received_on) == ("complaints", "new", feedback.received_on)
    assert case.next_due_on == case.acknowledge_by
    assert list(case.events.values_list("kind", flat=True)) == ["open"]


def test_doing_everything_twice_changes_nothing():
    received(intent="complaint", reply_wanted=True, reply_by="code")
    received(intent="comment")
    work()
    before = [model.objects.count() for model in (Classification, Decision, Case, Event, Referral, Alert)]
    work()
    assert [
        model.objects.count() for model in (Classification, Decision, Case, Event, Referral, Alert)
    ] == before


def test_an_anonymous_comment_is_read_and_decided_without_a_case():
    received()
    work()
    assert (Decision.objects.count(), Case.objects.count()) == (1, 0)
    assert not Comment.objects.unread().exists()
    assert not Feedback.objects.undecided().exists()


def test_an_answer_without_words_is_decided_too():
    feedback = received(comments=(), fft_answer=2)
    work()
    assert feedback.decisions.count() == 1


def test_feedback_waits_for_all_its_comments_to_be_read():
    received()
    triage_waiting()
    assert Decision.objects.count() == 0


def test_a_complaint_does_not_wait_for_a_model_that_never_comes_back():
    feedback = received(intent="complaint", reply_wanted=True, reply_by="code")
    Feedback.objects.update(received_at="2026-01-05T09:00:00Z")
    triage_waiting()
    assert Case.objects.filter(feedback=feedback).exists()


def test_danger_raises_an_alert_in_the_request_before_any_model():
    received("I want to end my life tonight.")
    assert Alert.objects.open().count() == 1


def test_danger_tells_the_safeguarding_lead_of_the_provider_itself():
    service = ServiceFactory()
    received("I want to end my life tonight.", service=service)
    work()
    assert Referral.objects.get(body="safeguarding").organisation == service.organisation


def test_feedback_to_a_site_is_answered_by_the_trust_that_runs_it():
    trust = OrganisationFactory()
    site = OrganisationFactory(ods_code=f"{trust.ods_code}01", kind="site", parent=trust)
    received(
        intent="complaint", reply_wanted=True, reply_by="code", service=ServiceFactory(organisation=site)
    )
    work()
    assert Case.objects.get().organisation == trust


def test_a_regulator_is_told_of_alleged_neglect():
    cqc = NationalBodyFactory()
    received("My mother was left in a wet bed for nine hours and nobody came.", intent="concern")
    work()
    assert Referral.objects.get(body="cqc").organisation == cqc


def test_a_body_that_nobody_stands_for_is_put_before_a_person():
    received("My mother was left in a wet bed for nine hours and nobody came.", intent="concern")
    work()
    assert Decision.objects.get().needs_person


def test_writing_back_lands_on_the_same_case():
    first = received(intent="complaint", reply_wanted=True, reply_by="code")
    work()
    received(
        "I have one more thing to say.", follows=first, organisation=first.organisation, intent="comment"
    )
    work()
    case = Case.objects.get()
    assert case.needs_person
    assert case.events.last().kind == "write_back"
