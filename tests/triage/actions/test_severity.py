"""Where the severity of a case comes from, and what may change it."""

import pytest
from django.db import IntegrityError, transaction

from feedback.models import Question
from sentiment.classify import classify_batch
from sentiment.models import Classification
from tests.factories import OrganisationFactory, a_member, received
from triage import actions
from triage.models import Case

pytestmark = pytest.mark.django_db


def decided(words, severities, **given):
    """Feedback read with these severities, one a comment, then decided."""
    questions = (Question.WHAT_HAPPENED, Question.COULD_IMPROVE)
    given = {"intent": "complaint", "reply_wanted": True, "reply_by": "code"} | given
    feedback = received(comments=tuple(zip(questions, words, strict=False)), **given)
    while classify_batch():
        pass
    for comment, severity in zip(feedback.comments.order_by("id"), severities, strict=True):
        Classification.objects.filter(comment=comment).update(severity=severity)
    while actions.decide_batch():
        pass
    return feedback


def test_a_case_is_as_severe_as_the_worst_of_its_comments():
    feedback = decided(("The tea was good.", "Nobody came when I rang."), (0.1, 0.85))
    assert feedback.case.severity == 0.85


def test_a_case_nobody_gave_a_severity_is_of_none():
    assert decided(("Nobody came when I rang.",), (None,)).case.severity == 0


def test_later_words_raise_it_and_never_lower_it():
    trust = OrganisationFactory()
    case = decided(("Nobody came when I rang.",), (0.5,), organisation=trust).case
    for severity, expected in ((0.9, 0.9), (0.2, 0.9), (None, 0.9)):
        decided(("Still nothing.",), (severity,), organisation=trust, follows=case.feedback)
        assert Case.objects.get().severity == expected


def test_a_case_that_a_person_opens_has_it_too():
    trust = OrganisationFactory()
    feedback = decided(
        ("Nobody came when I rang.",),
        (0.7,),
        organisation=trust,
        intent="concern",
        reply_wanted=False,
        reply_by="",
    )
    decision = feedback.decisions.get()
    case = actions.settle_check(
        decision, open_a_case=True, resolver="pals", note="They need an answer.", by=a_member(trust)
    )
    assert case.severity == 0.7


@pytest.mark.parametrize("severity", [-0.1, 1.1])
def test_the_database_refuses_what_is_no_share(severity):
    case = decided(("Nobody came when I rang.",), (0.5,)).case
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(severity=severity)
