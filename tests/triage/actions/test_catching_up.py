"""What a model finds in words that were decided before it had read them is taken in, and only raises."""

import pytest
from django.utils import timezone

from feedback.models import Alert, Comment
from sentiment.models import Classification, ModelVersion
from tests.factories import OrganisationFactory, a_member, a_submission
from triage import actions
from triage.models import Case, Decision, Priority

pytestmark = pytest.mark.django_db
WORDS = "The waiting room was cold and nobody told us why."


@pytest.fixture
def trust():
    return OrganisationFactory()


def taken_in(trust, **given):
    given = {"channel": "letter", "source": "desk", "intent": "complaint", "reply_wanted": True} | given
    _, case = actions.take_in(a_submission(WORDS, organisation=trust, **given), by=a_member(trust))
    return case


def read(feedback, **found):
    """A model reads the words."""
    model, _ = ModelVersion.objects.get_or_create(name="invented")
    for comment in feedback.comments.all():
        Classification.objects.create(comment=comment, model=model, **{"sentiment": 4} | found)
    Comment.objects.filter(feedback=feedback).update(read_at=timezone.now())


def caught_up():
    return actions.catch_up_batch()


def test_nothing_is_taken_in_while_a_comment_waits_to_be_read(trust):
    taken_in(trust)
    assert Decision.objects.get().unread
    assert caught_up() == 0


def test_the_severity_is_taken_in_and_nobody_who_has_the_page_open_is_told_off(trust):
    case = taken_in(trust)
    read(case.feedback, severity=0.9)
    assert caught_up() == 1
    again = Case.objects.get()
    assert (again.severity, again.version) == (0.9, case.version)
    assert caught_up() == 0


def test_danger_that_only_the_model_saw_is_an_alert_and_raises_the_case(trust):
    case = taken_in(trust)
    read(case.feedback, signals=[{"kind": "self_harm", "words": ""}])
    caught_up()
    case.refresh_from_db()
    assert Alert.objects.open().get().kind == "self_harm"
    assert (case.priority, case.needs_person) == (Priority.IMMEDIATE, True)
    assert case.events.last().kind == "find"
    assert case.feedback.referrals.filter(body="safeguarding").exists()


def test_a_language_nobody_scored_brings_it_before_a_person(trust):
    case = taken_in(trust)
    read(case.feedback, sentiment=None, language="pl")
    caught_up()
    case.refresh_from_db()
    assert (case.priority, case.needs_person, case.events.last().kind) == (Priority.URGENT, True, "read")


def test_a_calm_reading_changes_nothing(trust):
    case = taken_in(trust)
    read(case.feedback, severity=0.0)
    caught_up()
    again = Case.objects.get()
    assert (again.version, again.needs_person, again.priority) == (case.version, False, case.priority)


def test_a_person_who_raised_it_is_not_overruled(trust):
    case = taken_in(trust)
    actions.correct_decision(case, priority="immediate", note="Rang: frail.", by=a_member(trust))
    read(case.feedback, sentiment=None, language="pl")
    caught_up()
    assert Case.objects.get().priority == Priority.IMMEDIATE


def test_without_a_case_a_person_finds_it_on_the_list_to_check(trust):
    received = actions.log_spoken(
        a_submission(WORDS, organisation=trust, channel="spoken", source="spoken", intent="complaint"),
        by=a_member(trust),
    )
    read(received.feedback, signals=[{"kind": "serious_harm", "words": ""}])
    caught_up()
    assert Decision.objects.get().needs_person
