"""Is the alerting alive? Each way in which it can die is seen, said in words on every staff page, and 503."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.utils import timezone

from organisations.models import Role
from sentiment.engines import EngineUnavailable
from tests.factories import OrganisationFactory, a_case, a_member, received
from tests.triage.alerting.rows import DANGER, a_turn
from triage.alerting import KEY, heartbeats
from triage.alerting.signs import Facts, judge
from triage.alerting.watch import watch
from triage.models import Heartbeat, Notice

NOW = dt.datetime(2026, 3, 29, 1, 30, tzinfo=dt.UTC)
BANNER = "pv-alerting-heading"


def ago(**span):
    return NOW - dt.timedelta(**span)


WELL = {"watched_at": ago(seconds=4), "mail_worked_at": ago(seconds=50), "read_at": ago(seconds=5)}


def judged(**facts):
    return {one.name: one for one in judge(Facts(**WELL | facts), NOW, lambda at: f"{at:%H:%M}")}


def test_all_is_well_when_nothing_is_wrong():
    assert not [one for one in judged().values() if one.bad or one.note]


@pytest.mark.parametrize(
    ("sign", "facts", "words"),
    [
        ("watch", {"watched_at": None}, "not begun"),
        ("watch", {"watched_at": ago(minutes=3)}, "since 01:27"),
        ("watch", {"watched_at": ago(minutes=3), "watch_error": "MemoryError"}, "MemoryError"),
        ("mail", {"mail_set_up": False}, "No mail server"),
        ("mail", {"mail_worked_at": None}, "Nobody has tried yet"),
        ("mail", {"mail_worked_at": ago(minutes=11)}, "Nobody has tried since 01:19"),
        ("mail", {"mail_failed_at": ago(seconds=9), "mail_error": "TimeoutError"}, "did not answer at 01:29 (TimeoutError)"),
        ("mail", {"mail_worked_at": None, "mail_failed_at": ago(seconds=9)}, "never answered"),
        ("told", {"untold_since": ago(minutes=2)}, "Nobody was told of an alert that was raised at 01:28"),
        ("sent", {"unsent_since": ago(minutes=3)}, "waits to be sent since 01:27"),
        ("sent", {"given_up": 2}, "2 messages"),
    ],
)  # fmt: skip
def test_what_keeps_an_alert_from_people_is_bad_and_said(sign, facts, words):
    found = judged(**facts)
    assert [name for name, one in found.items() if one.bad] == [sign]
    assert words in found[sign].words


@pytest.mark.parametrize(
    ("sign", "facts"),
    [
        ("watch", {"watched_at": ago(seconds=60)}),
        ("mail", {"mail_failed_at": ago(minutes=5)}),
        ("told", {"untold_since": ago(seconds=30)}),
        ("sent", {"unsent_since": ago(seconds=90)}),
    ],
)
def test_what_is_passing_or_mended_is_not_bad(sign, facts):
    assert not judged(**facts)[sign].bad


@pytest.mark.parametrize(
    "facts", [{"read_failed_at": ago(seconds=1), "read_error": "EngineUnavailable"}, {"read_at": None}]
)
def test_a_model_that_is_down_is_said_and_does_not_stop_alerts(facts):
    sign = judged(**facts)["engine"]
    assert (sign.bad, sign.note) == (False, True)
    assert "check at the door" in sign.words


def test_a_copy_on_a_desk_without_mail_says_so_quietly():
    sign = judged(mail_set_up=False, hosted=False)["mail"]
    assert (sign.bad, sign.note) == (False, True)


def test_e_mails_kept_in_a_folder_are_not_called_sent():
    sign = judged(mail_to_folder=True, mail_worked_at=None)["mail"]
    assert (sign.bad, sign.note, "not sent" in sign.words) == (False, True, True)


@pytest.fixture
def trust():
    return OrganisationFactory()


@pytest.fixture
def alive(db, settings, monkeypatch):
    """A service whose watch has just been round."""
    settings.EMAIL_URL = "mail.patientview.example"
    monkeypatch.setattr(heartbeats, "_written", {})
    watch()
    heartbeats.worked("classify_waiting")
    cache.delete(KEY)


def health(client):
    answer = client.get("/healthy/alerting")
    said = answer.json()
    assert said["alive"] == (answer.status_code == 200)
    return answer.status_code, [name for name, one in said["signs"].items() if one["bad"]]


def stale(name, minutes=3):
    Heartbeat.objects.filter(name=name).update(worked_at=timezone.now() - dt.timedelta(minutes=minutes))
    cache.delete(KEY)


def test_a_machine_is_told_without_signing_in(alive, client):
    assert health(client) == (200, [])
    assert "no-store" in client.get("/healthy/alerting")["Cache-Control"]


def test_a_service_that_never_began_is_not_alive(db, client):
    assert "watch" in health(client)[1]


def test_a_sweep_that_stopped_is_loud_on_every_staff_page(alive, trust, client, signed_in):
    officer, case = a_member(trust), a_case(organisation=trust)
    pages = ["/queue/", "/queue/alerts/", "/queue/to-check/", f"/cases/{case.reference}/", "/alerting/"]
    for address in pages:
        assert BANNER not in signed_in(officer).get(address).text, address
    stale("escalate_waiting")
    assert health(client) == (503, ["watch"])
    for address in pages:
        text = signed_in(officer).get(address).text
        assert "Alerts may not reach anybody" in text, address
        assert "the background work has stopped" in text, address
    administrator = a_member(trust, Role.ADMINISTRATOR)
    assert BANNER in signed_in(administrator).get("/alerting/").text


def test_mail_that_refuses_is_loud(alive, trust, client, signed_in, monkeypatch):
    def refuse(*args):
        raise ConnectionRefusedError

    stale("mail")
    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.open", refuse)
    watch()
    assert health(client) == (503, ["mail"])
    assert "The mail server did not answer" in signed_in(a_member(trust)).get("/queue/").text


def test_an_alert_nobody_could_be_told_of_is_loud(alive, trust, client):
    received(DANGER, organisation=trust)
    watch()
    assert health(client) == (200, [])
    alert = trust.feedback.get().alerts
    alert.update(raised_at=timezone.now() - dt.timedelta(minutes=2))
    assert health(client) == (503, ["told"])
    a_member(trust)
    watch()
    assert health(client) == (200, [])


def test_a_message_that_does_not_leave_is_loud_until_somebody_takes_the_alert(alive, trust, client):
    officer = a_member(trust)
    alert = received(DANGER, organisation=trust).alerts.get()
    Notice.objects.create(
        alert=alert, step="first", user=officer, way="alert_email",
        written_at=timezone.now() - dt.timedelta(minutes=4), next_try_at=timezone.now() + dt.timedelta(minutes=1),
    )  # fmt: skip
    assert health(client) == (503, ["sent"])
    alert.taken_at, alert.taken_by, alert.note = timezone.now(), officer, "Rang them."
    alert.save()
    assert health(client) == (200, [])


def test_an_empty_rota_is_said_and_everyone_is_told_instead(alive, trust, client, signed_in):
    officer = a_member(trust)
    text = signed_in(officer).get("/alerting/").text
    assert "Nobody is on call now." in text
    assert "1 person" in text
    a_turn(officer, trust)
    assert f"On call now: {officer}" in signed_in(officer).get("/alerting/").text
    assert health(client) == (200, [])


def test_the_model_down_is_said_and_alerts_still_reach_people(alive, trust, client, signed_in):
    heartbeats._after_failure(
        sender=type("task", (), {"name": "classify_waiting"}), exception=EngineUnavailable("no weights")
    )
    assert health(client) == (200, [])
    assert "The model cannot read comments" in signed_in(a_member(trust)).get("/alerting/").text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.PALS_OFFICER, 200), (Role.ADMINISTRATOR, 200), (Role.ICB_LEAD, 200), (Role.REGULATOR, 403)],
)
def test_those_who_take_alerts_and_administrators_read_the_page(role, status, trust, signed_in):
    assert signed_in(a_member(trust, role)).get("/alerting/").status_code == status


def test_the_page_costs_few_queries(alive, trust, signed_in, django_assert_max_num_queries):
    client = signed_in(a_member(trust))
    with django_assert_max_num_queries(19):
        client.get("/alerting/")


def test_the_banner_is_asked_for_once_in_a_while(alive, trust, signed_in, django_assert_max_num_queries):
    client = signed_in(a_member(trust))
    client.get("/queue/to-check/")
    assert cache.get(KEY) == []
