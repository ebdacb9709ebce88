"""Mail that refuses, a watch that fails, and the signs they leave."""

import contextlib
import datetime as dt
import smtplib
import socket
import threading

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from patientview.celery import app
from tests.factories import OrganisationFactory, a_member, received
from tests.triage.alerting.rows import DANGER
from triage.alerting import heartbeats
from triage.alerting.watch import watch
from triage.models import Heartbeat, Notice

pytestmark = pytest.mark.django_db
app.loader.import_default_modules()


@pytest.fixture(autouse=True)
def no_sign_yet(monkeypatch):
    monkeypatch.setattr(heartbeats, "_written", {})


@pytest.fixture
def alert():
    trust = OrganisationFactory()
    a_member(trust)
    return received(DANGER, organisation=trust).alerts.get()


@pytest.fixture
def refusing(monkeypatch, settings):
    settings.EMAIL_URL = "mail.patientview.example"

    def refuse(*args):
        raise smtplib.SMTPConnectError(421, "somebody@patientview.example is not welcome")

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.open", refuse)
    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)


def beat(name):
    return Heartbeat.objects.get(name=name)


def test_a_round_leaves_a_sign_and_tries_the_mail(alert):
    watch()
    assert beat("escalate_waiting").worked_at
    assert (beat("mail").worked_at is not None, beat("mail").failed_at) == (True, None)


def test_a_message_that_was_refused_waits_half_a_minute_and_is_sent_once(alert, refusing, monkeypatch):
    watch()
    notice = Notice.objects.get()
    assert (notice.attempts, notice.delivered_at, notice.last_error) == (1, None, "SMTPConnectError")
    assert notice.next_try_at - timezone.now() <= dt.timedelta(seconds=30)
    assert beat("mail").error == "SMTPConnectError"
    assert beat("mail").worked_at is None

    monkeypatch.undo()
    watch()
    assert mail.outbox == []
    Notice.objects.update(next_try_at=timezone.now())
    watch()
    watch()
    assert len(mail.outbox) == 1


def test_the_command_makes_one_round_when_asked(alert):
    call_command("watch_alerts", once=True)
    assert len(mail.outbox) == 1


class EnoughRounds(Exception):
    """Ends what has no end."""


def test_a_round_that_fails_does_not_end_the_watch(alert, monkeypatch, caplog):
    rounds = []

    def once_in_three():
        rounds.append(1)
        if len(rounds) < 3:
            raise RuntimeError("a person's words")
        watch()

    def rest(seconds):
        if len(rounds) == 4:
            raise EnoughRounds

    monkeypatch.setattr("triage.alerting.watch.close_old_connections", lambda: None)
    monkeypatch.setattr("triage.alerting.watch.watch", once_in_three)
    monkeypatch.setattr("triage.alerting.watch.sleep", rest)
    with pytest.raises(EnoughRounds):
        call_command("watch_alerts")
    assert len(mail.outbox) == 1
    assert "RuntimeError" in caplog.text
    assert "person's words" not in caplog.text


def test_a_real_server_that_refuses_loses_nothing_and_its_words_stay_out_of_the_log(alert, settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    with socket.create_server(("127.0.0.1", 0)) as server:
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.getsockname()
        settings.EMAIL_URL = settings.EMAIL_HOST
        settings.EMAIL_USE_TLS = False
        answering = threading.Thread(target=refuse_all, args=(server,), daemon=True)
        answering.start()
        watch()
        assert Notice.objects.get().last_error == beat("mail").error == "SMTPConnectError"
        assert Notice.objects.waiting().count() == 1
    assert "invented" not in caplog.text


def refuse_all(server):
    """An SMTP server that greets everyone with a refusal."""
    with contextlib.suppress(OSError):
        while True:
            asking, _ = server.accept()
            with asking:
                asking.sendall(b"554 an invented refusal of officer@patientview.example\r\n")
                asking.recv(200)


def test_after_the_last_attempt_it_is_put_before_a_person(alert, refusing):
    watch()
    Notice.objects.update(attempts=20, next_try_at=timezone.now())
    watch()
    assert Notice.objects.failed().count() == 1


def test_a_sweep_that_works_or_fails_leaves_its_sign_by_itself():
    task = app.tasks["escalate_waiting"]
    heartbeats._after_success(sender=task)
    first = beat("escalate_waiting").worked_at
    heartbeats._after_success(sender=task)
    assert beat("escalate_waiting").worked_at == first, "one sign in five seconds is enough"
    heartbeats._after_failure(sender=task, exception=RuntimeError("a person's words"))
    assert beat("escalate_waiting").error == "RuntimeError"
    assert beat("escalate_waiting").worked_at == first


def test_a_task_nobody_watches_leaves_none():
    heartbeats._after_success(sender=app.tasks["expire_scans_waiting"])
    assert not Heartbeat.objects.exists()


def test_the_signals_of_celery_are_heard():
    app.tasks["heed_waiting"].apply()
    assert beat("heed_waiting").worked_at
