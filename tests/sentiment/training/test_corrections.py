"""Corrections as rows for training."""

import pytest
from django.utils import timezone

from sentiment.classify import classify_batch, correct
from sentiment.models import Classification, ModelVersion
from sentiment.themes import NAMES
from sentiment.training.corrections import corrections
from sentiment.training.rows import Row
from tests.factories import UserFactory, received

pytestmark = pytest.mark.django_db


def said(words, *, sentiment=4, themes=("Parking",), by=None):
    """A comment that a person has corrected."""
    comment = received(words).comments.get()
    classify_batch()
    read = comment.classifications.by_machine().get()
    return correct(read, sentiment=sentiment, themes=themes, by=by or UserFactory())


def test_a_correction_is_a_row_with_the_question_and_the_words_as_its_group():
    said("The car park  was FULL.", themes=["Parking", "Service location"])
    (row,) = corrections()
    assert (row.question, row.sentiment, row.group) == ("nonspecific", 4, "the car park was full")
    assert [name for name, yes in zip(NAMES, row.themes, strict=True) if yes] == [
        "Service location",
        "Parking",
    ]


def test_what_only_a_model_read_is_not_a_correction():
    received()
    classify_batch()
    assert corrections() == []


def test_the_latest_person_counts_and_a_later_model_does_not():
    first = said("The car park was full.", sentiment=4)
    correct(first, sentiment=2, themes=[], by=UserFactory())
    newer = ModelVersion.objects.create(name="newer-1")
    Classification.objects.create(comment=first.comment, model=newer, sentiment=5)
    assert [row.sentiment for row in corrections()] == [2]


def test_what_was_taken_back_is_left_out():
    one = said("The car park was full.")
    Classification.objects.filter(pk=one.pk).update(withdrawn_at=timezone.now())
    assert corrections() == []


def test_words_that_are_measured_never_train():
    said("The car park was full.")
    said("The lift was broken.")
    measured = [Row(text="the CAR park was full", question="", group="somebody")]
    assert [row.group for row in corrections(measured)] == ["the lift was broken"]
