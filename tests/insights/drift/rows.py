"""Stored readings of an invented week, many at a time: what people wrote is not what is tested here."""

import datetime as dt
import uuid

from django.utils import timezone

from feedback.models import Channel, Comment, Feedback, Intent, Question
from insights.drift.models import DriftNotice
from insights.drift.weeks import monday
from sentiment.models import Classification, ModelVersion
from tests.factories import OrganisationFactory

UUID_PART = 12


def weeks_ago(weeks):
    """The Monday that many weeks ago; 1 is the last whole week."""
    return monday(timezone.localdate()) - dt.timedelta(weeks=weeks)


def read(week_on, number, *, model="invented-1", sure=0.8, sentiment=2, organisation=None):
    """`number` comments received on the Sunday of a week, each read by a model. Returns the readings."""
    version, _ = ModelVersion.objects.get_or_create(name=model)
    organisation = organisation or OrganisationFactory()
    told = Feedback.objects.bulk_create(
        Feedback(
            reference=uuid.uuid4().hex[:UUID_PART], channel=Channel.IMPORT, source="invented",
            external_id=str(uuid.uuid4()), fingerprint="", organisation=organisation,
            intent=Intent.COMMENT, received_on=week_on + dt.timedelta(days=6),
        )
        for _ in range(number)
    )  # fmt: skip
    comments = Comment.objects.bulk_create(
        Comment(feedback=one, question=Question.NONSPECIFIC, text="Invented.", read_at=timezone.now())
        for one in told
    )
    return read_again(comments, model=version, sure=sure, sentiment=sentiment)


def read_again(comments, *, model, sure=0.8, sentiment=2):
    """The same comments read by a model (a ModelVersion)."""
    return Classification.objects.bulk_create(
        Classification(
            comment=one, model=model, sentiment=sentiment, language="en", themes={"Parking": 0.9},
            probabilities={str(sentiment): sure, "3": (1 - sure) / 2, "4": (1 - sure) / 2}, predicted_themes=["Parking"],
        )
        for one in comments
    )  # fmt: skip


def eight_usual_weeks(number=100):
    """Weeks 2 to 9 ago, each like the others."""
    for weeks in range(2, 10):
        read(weeks_ago(weeks), number)


def a_notice(**given):
    """A movement nobody has noted."""
    version, _ = ModelVersion.objects.get_or_create(name="invented-1")
    defaults = {
        "week_on": weeks_ago(1), "model": version, "measure": "confidence",
        "sentence": "The model was less sure than usual.",
    }  # fmt: skip
    return DriftNotice.objects.create(**(defaults | given))
