"""The sweep that tells people: the right ones, at the right step, once."""

import datetime as dt

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from feedback.models import Alert
from organisations.models import Kind, Role
from tests.factories import IcbFactory, OrganisationFactory, ServiceFactory, a_member, received
from tests.feedback.paper.rows import a_batch, a_form
from tests.triage.alerting.rows import DANGER, a_turn
from triage import actions
from triage.alerting.escalate import escalate
from triage.alerting.watch import watch
from triage.models import Drill, Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def trust():
    return OrganisationFactory(parent=IcbFactory())


@pytest.fixture
def olu(trust):
    return a_member(trust)


@pytest.fixture
def penny(trust):
    return a_member(trust, Role.PALS_OFFICER)


@pytest.fixture
def alert(trust):
    return received(DANGER, organisation=trust).alerts.get()


def later(minutes):
    return timezone.now() + dt.timedelta(minutes=minutes)


def told():
    return set(Notice.objects.values_list("user", "step"))


def test_the_on_call_person_is_told_by_the_first_sweep_and_once(trust, olu, penny, alert):
    a_turn(olu, trust)
    assert [escalate(), escalate()] == [1, 0]
    assert told() == {(olu.pk, "first")}


def test_after_5_and_15_minutes_others_are_told(trust, olu, penny, alert):
    manager = a_member(trust, Role.SERVICE_MANAGER)
    a_turn(olu, trust)
    a_turn(manager, trust, "site_manager")
    escalate()
    assert escalate(later(5)) == 3
    assert escalate(later(15)) == 2
    assert escalate(later(90)) == 0
    assert told() == {
        (olu.pk, "first"), (olu.pk, "second"), (penny.pk, "second"), (manager.pk, "second"),
        (olu.pk, "third"), (manager.pk, "third"),
    }  # fmt: skip


def test_without_a_rota_everyone_who_may_take_it_is_told_at_once(trust, olu, penny, alert):
    a_member(OrganisationFactory())
    a_member(trust, Role.ADMINISTRATOR)
    a_turn(olu, trust, begins=-600, ends=-1)
    a_turn(penny, trust, begins=1)
    escalate()
    assert told() == {(olu.pk, "first"), (penny.pk, "first")}


def test_the_rota_of_the_body_stands_before_that_of_the_icb(trust, olu, alert):
    lead = a_member(trust.parent, Role.ICB_LEAD)
    a_turn(lead, trust.parent)
    escalate()
    assert told() == {(lead.pk, "first")}
    a_turn(olu, trust)
    escalate()
    assert told() == {(lead.pk, "first"), (olu.pk, "first")}


def test_a_turn_gives_no_right_to_take_alerts(trust, olu, alert):
    a_turn(a_member(OrganisationFactory()), trust)
    gone = a_member(trust, user__is_active=False)
    a_turn(gone, trust)
    escalate()
    assert told() == {(olu.pk, "first")}


def test_a_manager_of_one_ward_is_told_of_that_ward_alone(trust):
    ward = ServiceFactory(organisation=trust)
    manager = a_member(trust, Role.SERVICE_MANAGER, service=ward)
    received(DANGER, organisation=trust)
    assert escalate() == 0
    received(DANGER, service=ward)
    escalate()
    assert told() == {(manager.pk, "first")}


def test_a_site_of_the_trust_is_covered_by_the_trust(trust, olu):
    a_turn(olu, trust)
    received(DANGER, organisation=OrganisationFactory(kind=Kind.SITE, parent=trust))
    escalate()
    assert told() == {(olu.pk, "first")}


def test_who_comes_on_duty_later_is_told_once(trust, olu, penny, alert):
    turn = a_turn(olu, trust)
    escalate(later(20))
    turn.delete()
    a_turn(penny, trust)
    escalate(later(30))
    assert [step for user, step in told() if user == penny.pk] == ["third"]
    assert escalate(later(31)) == 0


def test_one_person_with_two_dangers_rings_once(trust, olu, alert):
    Alert.objects.create(feedback=alert.feedback, kind="threat", raised_by="safety check")
    assert escalate() == 1


def test_what_is_taken_rings_no_more_even_if_it_was_written_already(trust, olu, alert):
    escalate()
    actions.take_alert(alert, note="Rang them.", by=olu)
    assert escalate(later(20)) == 0
    watch()
    assert mail.outbox == []
    assert not Notice.objects.waiting().exists()


def test_the_message_says_where_and_nothing_of_the_patient(trust, olu, alert, settings):
    settings.PUBLIC_URL = "https://patientview.example"
    a_turn(olu, trust)
    watch()
    watch()
    (message,) = mail.outbox
    assert message.to == [olu.email]
    reference = alert.feedback.reference
    assert message.subject == f"Someone may be at risk: {reference}"
    assert f"https://patientview.example/queue/alerts/{alert.pk}/take/" in message.body
    told_of = f"{message.subject} {message.body}".lower()
    assert not [
        word
        for word in ("end my life", "nobody rings", "hurt", "self", trust.name.lower())
        if word in told_of
    ]


def test_all_of_it_works_with_the_model_down(trust, olu, settings, monkeypatch):
    monkeypatch.setattr("sentiment.engines.ENGINES", {})
    received(DANGER, organisation=trust)
    watch()
    assert [one.to for one in mail.outbox] == [[olu.email]]


def test_raising_an_alert_asks_the_watch_to_come_at_once(
    trust, settings, monkeypatch, django_capture_on_commit_callbacks
):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    asked = []
    monkeypatch.setattr("feedback.nudge._send", asked.append)
    with django_capture_on_commit_callbacks(execute=True):
        received(DANGER, organisation=trust)
    assert "escalate_waiting" in asked


def test_a_sweep_with_nothing_open_is_cheap(django_assert_max_num_queries, olu):
    with django_assert_max_num_queries(4):
        assert escalate() == 0


def test_many_alerts_of_one_ward_cost_no_more_than_one(trust, olu, django_assert_max_num_queries):
    a_turn(olu, trust)
    for _ in range(6):
        received(DANGER, organisation=trust)
    with django_assert_max_num_queries(8):
        assert escalate() == 6


def test_the_database_itself_refuses_to_tell_a_person_of_one_step_twice(trust, olu, alert):
    escalate()
    again = Notice.objects.get()
    again.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save(force_insert=True)


def test_a_notice_is_of_an_alert_or_of_a_drill(trust, olu, alert):
    drill = Drill.objects.create(organisation=trust)
    for wrong in ({"alert": alert, "drill": drill}, {}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Notice.objects.create(step="first", user=olu, way="alert_email", **wrong)


def a_scanned_form(trust, **given):
    return a_form(a_batch(trust), **{"urgent": True, "kinds": ["self_harm"]} | given)


def test_a_scanned_form_in_which_danger_was_heard_rings_those_who_can_check_it(trust, olu, penny):
    lead = a_member(trust, Role.ICB_LEAD)  # takes alerts, checks no paper
    a_turn(olu, trust)
    a_turn(lead, trust)
    a_scanned_form(trust)
    assert [escalate(), escalate()] == [1, 0]
    assert told() == {(olu.pk, "first")}
    escalate(later(6))
    assert told() == {(olu.pk, "first"), (olu.pk, "second"), (penny.pk, "second")}


def test_its_message_names_the_form_and_where_to_read_it_and_no_word_of_it(trust, olu):
    form = a_scanned_form(trust)
    watch()
    message = mail.outbox[0]
    assert message.subject == f"Someone may be at risk: scanned form {form.serial:08d}"
    assert f"/paper/checking/urgent/{form.pk}/" in message.body
    assert "self" not in message.body


def test_a_form_that_is_checked_or_calm_or_elsewhere_rings_nobody(trust, olu):
    a_scanned_form(trust, urgent=False)
    a_scanned_form(trust, settled_at=timezone.now(), set_aside="Nothing is written on it")
    a_scanned_form(OrganisationFactory())
    assert escalate() == 0


def test_a_message_about_a_form_that_was_checked_meanwhile_does_not_leave(trust, olu):
    form = a_scanned_form(trust)
    escalate()
    form.settled_at, form.set_aside = timezone.now(), "Nothing is written on it"
    form.save()
    watch()
    assert not mail.outbox
