"""What moved is put before administrators once, by page and by mail, until one of them notes it."""

import pytest
from celery import current_app
from django.core import mail
from django.db import IntegrityError, transaction

from insights.drift import email
from insights.drift.actions import note_all, raise_notices, tell_administrators
from insights.drift.weeks import count_weeks
from insights.models import DriftNotice
from insights.tasks import note_drift
from organisations.models import Role
from tests.factories import OrganisationFactory, UserFactory, a_member, days_ago
from tests.insights.drift.rows import a_notice, eight_usual_weeks, read, weeks_ago

pytestmark = pytest.mark.django_db


@pytest.fixture
def shifted():
    eight_usual_weeks()
    read(weeks_ago(1), 100, sure=0.45, sentiment=5)


@pytest.fixture
def administrator():
    return a_member(OrganisationFactory(), Role.ADMINISTRATOR)


def test_a_shift_is_put_before_administrators_once(shifted):
    note_drift()
    told = list(DriftNotice.objects.values_list("measure", "week_on"))
    assert {measure for measure, _ in told} == {"confidence", "unsure", "feelings"}
    assert {week_on for _, week_on in told} == {weeks_ago(1)}
    note_drift()
    assert DriftNotice.objects.count() == len(told)


def test_usual_weeks_raise_nothing():
    eight_usual_weeks()
    read(weeks_ago(1), 100)
    note_drift()
    assert not DriftNotice.objects.exists()


def test_a_week_that_has_not_ended_is_not_judged():
    eight_usual_weeks()
    read(weeks_ago(1), 100)
    read(weeks_ago(0), 100, sure=0.45)
    count_weeks()
    assert raise_notices() == 0


def test_a_week_long_past_raises_nothing_when_the_service_starts():
    for weeks in range(10, 18):
        read(weeks_ago(weeks), 100)
    read(weeks_ago(9), 100, sure=0.45)
    count_weeks()
    assert raise_notices() == 0


def test_one_models_weeks_are_never_compared_with_anothers():
    eight_usual_weeks()
    read(weeks_ago(1), 100, sure=0.45, model="invented-2")
    count_weeks()
    assert raise_notices() == 0


def test_administrators_are_written_to_once_and_unseen_by_each_other(settings, shifted, administrator):
    settings.EMAIL_URL = "mail.patientview.example"
    gone = a_member(OrganisationFactory(), Role.ADMINISTRATOR, valid_to=days_ago(1))
    lead = a_member(OrganisationFactory(), Role.ICB_LEAD)
    note_drift()
    note_drift()
    (letter,) = mail.outbox
    assert (letter.bcc, letter.to) == ([administrator.email], [])
    assert gone.email not in letter.recipients() and lead.email not in letter.recipients()
    assert "the model was less sure" in letter.body and "/insights/drift/" in letter.body


def test_without_a_mail_server_nothing_is_sent(shifted, administrator):
    note_drift()
    assert DriftNotice.objects.open().exists() and not mail.outbox


def test_mail_that_does_not_leave_is_tried_again(settings, monkeypatch, caplog, administrator):
    settings.EMAIL_URL = "mail.patientview.example"
    notice = a_notice()
    with monkeypatch.context() as down:
        down.setattr(email.EmailMessage, "send", _refuses)
        assert tell_administrators() == 0
    assert administrator.email not in caplog.text
    assert tell_administrators() == 1
    notice.refresh_from_db()
    assert notice.mailed_at and len(mail.outbox) == 1


def _refuses(message):
    raise ConnectionRefusedError(message.bcc)


def test_what_was_noted_is_not_written_about(settings, administrator):
    settings.EMAIL_URL = "mail.patientview.example"
    notice = a_notice()
    note_all(up_to=notice.pk, note="A new survey.", by=administrator)
    assert tell_administrators() == 0


def test_one_sentence_notes_what_the_person_was_shown_and_the_first_stands(administrator):
    shown = a_notice()
    later = a_notice(measure="unsure")
    assert note_all(up_to=shown.pk, note="A new survey began.", by=administrator) == 1
    assert note_all(up_to=shown.pk, note="Nothing.", by=UserFactory()) == 0
    shown.refresh_from_db()
    assert (shown.note, shown.noted_by) == ("A new survey began.", administrator)
    assert list(DriftNotice.objects.open()) == [later]


def test_a_notice_is_noted_by_a_named_person_with_words_or_not_at_all(administrator):
    notice = a_notice()
    for half in ({"note": "Seen."}, {"noted_by": administrator}):
        with pytest.raises(IntegrityError), transaction.atomic():
            DriftNotice.objects.filter(pk=notice.pk).update(**half)


def test_it_is_on_the_schedule():
    assert "note_drift" in current_app.conf.beat_schedule
