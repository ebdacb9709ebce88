"""Which reading of a comment is in force: a person's before a model's, the later before the earlier."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from insights.exports.themes import readings_by_feedback
from sentiment.classify import classify_batch, correct
from sentiment.models import Classification, ModelVersion
from tests.factories import UserFactory, received

pytestmark = pytest.mark.django_db


@pytest.fixture
def comment():
    feedback = received("The waiting room was cold.")
    classify_batch()
    return feedback.comments.get()


def again(comment, name="newer-1", **given):
    model, _ = ModelVersion.objects.get_or_create(name=name)
    return Classification.objects.create(comment=comment, model=model, sentiment=1, **given)


def in_force(comment):
    return Classification.objects.current().get(comment=comment)


def test_a_later_model_replaces_an_earlier_one(comment):
    assert in_force(comment).model.name == "keywords-1"
    newer = again(comment)
    assert in_force(comment) == newer


def test_a_person_stands_against_every_later_model_everywhere(comment):
    said = correct(in_force(comment), sentiment=4, themes=["Parking"], by=UserFactory())
    again(comment)
    assert in_force(comment) == said
    assert readings_by_feedback([comment.feedback]) == {comment.feedback_id: [said]}


def test_of_two_people_the_later_stands(comment):
    correct(in_force(comment), sentiment=4, themes=[], by=UserFactory())
    later = correct(in_force(comment), sentiment=2, themes=[], by=UserFactory())
    assert in_force(comment) == later


def test_what_a_person_took_back_is_no_longer_in_force_and_stays(comment):
    said = correct(in_force(comment), sentiment=4, themes=[], by=UserFactory())
    Classification.objects.filter(pk=said.pk).update(withdrawn_at=timezone.now())
    assert in_force(comment).model.name == "keywords-1"
    assert Classification.objects.filter(pk=said.pk).exists()
    assert not Classification.objects.by_people().exists()


def test_a_models_reading_cannot_be_taken_back(comment):
    with pytest.raises(IntegrityError), transaction.atomic():
        Classification.objects.update(withdrawn_at=timezone.now())


def test_every_scored_reading_says_how_unsure_it_was(comment):
    assert 0 < in_force(comment).uncertainty < 1
    received("Lekarz był miły i wszystko dokładnie mi wyjaśnił, bardzo dziękuję za opiekę.")
    classify_batch()
    assert Classification.objects.latest("id").uncertainty is None
