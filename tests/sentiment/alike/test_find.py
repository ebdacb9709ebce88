import datetime as dt

import pytest

from feedback.models import Comment, Feedback, Question
from sentiment.alike.find import WINDOW, twins
from sentiment.alike.models import Band, Signature
from sentiment.alike.note import note_batch, note_signatures
from sentiment.tasks import compare_waiting
from tests.factories import OrganisationFactory, ServiceFactory, days_ago, received

pytestmark = pytest.mark.django_db

STORY = (
    "My grandad sat in a corridor from breakfast until the lights were dimmed. "
    "The screen kept showing a number that was never called, and we paid forty pounds for a taxi home."
)
AGAIN = "Hello again. My granddad sat in a coridor from breakfast until the lights were dimmed. The screen kept showing a number"


@pytest.fixture
def ward():
    return ServiceFactory()


def found(feedback):
    compare_waiting()
    return [twin.feedback for twin in twins(feedback, among=Feedback.objects.all())]


def test_a_story_told_twice_is_found_from_either_side(ward):
    one, other = received(STORY, service=ward), received(AGAIN, service=ward)
    received("The tea was cold but the view over the park was a comfort to us all in there.", service=ward)
    assert found(one) == [other]
    assert found(other) == [one]


def test_how_much_is_shared_is_said(ward):
    one = received(STORY, service=ward)
    received(STORY, service=ward)
    compare_waiting()
    assert [twin.share for twin in twins(one, among=Feedback.objects.all())] == [1.0]


def test_another_service_another_season_and_what_may_not_be_seen_are_no_twins(ward):
    one = received(STORY, service=ward, received_on=days_ago(0))
    received(STORY, service=ServiceFactory(organisation=ward.organisation))
    received(STORY, organisation=ward.organisation)
    received(STORY, service=ward, received_on=days_ago(WINDOW + 1))
    hidden = received(STORY, service=ward)
    compare_waiting()
    assert not twins(one, among=Feedback.objects.exclude(pk=hidden.pk))


def test_the_edge_of_the_window_is_inside(ward):
    one, other = received(STORY, service=ward), received(STORY, service=ward, received_on=days_ago(WINDOW))
    assert found(one) == [other]


def test_without_a_service_the_organisation_is_the_place():
    trust = OrganisationFactory()
    one, other = received(STORY, organisation=trust), received(STORY, organisation=trust)
    assert found(one) == [other]


def test_two_answers_of_one_person_are_no_twins(ward):
    one = received(service=ward, comments=((Question.WHAT_HAPPENED, STORY), (Question.COULD_IMPROVE, STORY)))
    assert not found(one)


def test_stock_answers_are_signed_and_never_found(ward):
    one = received("very good", service=ward)
    received("very good", service=ward)
    assert not found(one)
    assert Signature.objects.count() == 2 and not Band.objects.exists()


def test_each_comment_is_signed_once_whoever_comes_first(ward):
    received(STORY, service=ward)
    comments = list(Comment.objects.all())
    note_signatures(comments)
    kept = list(Band.objects.values_list("pk", flat=True))
    note_signatures(comments)
    assert note_batch() == 0
    assert list(Band.objects.values_list("pk", flat=True)) == kept


def test_signing_costs_the_same_however_many(ward, django_assert_max_num_queries):
    for number in range(30):
        received(f"{STORY} Visit {number}.", service=ward)
    # Five, and on PostgreSQL two savepoints of two each.
    with django_assert_max_num_queries(9):
        assert note_batch() == 30


def test_finding_costs_four_queries_however_many_are_alike(ward, django_assert_max_num_queries):
    one = received(STORY, service=ward, received_on=days_ago(3))
    for day in range(30):
        received(STORY, service=ward, received_on=days_ago(day))
    compare_waiting()
    with django_assert_max_num_queries(4):
        assert len(twins(one, among=Feedback.objects.all())) == 20


def test_an_imported_letter_is_compared_by_the_day_it_was_received(ward):
    old = received(STORY, service=ward, received_on=dt.date(2024, 2, 1))
    older = received(STORY, service=ward, received_on=dt.date(2024, 1, 10))
    assert found(old) == [older]
