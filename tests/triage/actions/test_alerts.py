"""An alert stays until a named person takes it, with a note."""

import pytest
from django.db import IntegrityError, transaction

from feedback.models import Alert
from tests.factories import UserFactory, received
from triage import actions
from triage.moves import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def alert():
    feedback = received()
    return Alert.objects.create(feedback=feedback, kind="self_harm", words="", raised_by="safety check")


def test_taking_an_alert_needs_a_note(alert):
    with pytest.raises(NotAllowed):
        actions.take_alert(alert, note=" ", by=UserFactory())
    assert Alert.objects.open().exists()


def test_an_alert_is_taken_once_and_the_second_person_learns_by_whom(alert):
    sam = UserFactory(name="Sam Okoro")
    actions.take_alert(alert, note="Ringing her now.", by=sam)
    with pytest.raises(NotAllowed, match="Sam Okoro has already taken"):
        actions.take_alert(alert, note="Me too.", by=UserFactory())
    alert.refresh_from_db()
    assert (alert.taken_by, alert.note) == (sam, "Ringing her now.")


def test_the_database_itself_refuses_an_alert_closed_without_a_name(alert):
    with pytest.raises(IntegrityError), transaction.atomic():
        Alert.objects.update(taken_at="2026-01-01T00:00:00Z")
