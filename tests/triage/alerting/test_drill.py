"""A drill goes the way of an alert, is marked as none, and says how long it took."""

from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from feedback.models import Alert, Feedback
from organisations.models import Role
from tests.factories import OrganisationFactory, a_member
from tests.triage.alerting.rows import a_turn
from triage import actions
from triage.alerting.watch import watch
from triage.management.commands import alert_drill
from triage.models import Drill, Notice
from triage.moves import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def trust():
    return OrganisationFactory()


@pytest.fixture
def olu(trust):
    olu = a_member(trust)
    a_turn(olu, trust)
    return olu


def drilled(trust, **options):
    out = StringIO()
    call_command("alert_drill", organisation=trust.ods_code.lower(), stdout=out, **options)
    return out.getvalue()


def test_the_background_work_sends_it_and_the_command_says_how_long_it_took(trust, olu, monkeypatch):
    monkeypatch.setattr(alert_drill, "pause", watch)
    said = drilled(trust)
    assert said.startswith(f"At once: {olu} by e-mail, written after 0.")
    assert "sent after 0." in said
    drill = Drill.objects.get()
    assert f"/alerting/drills/{drill.pk}/" in said
    (message,) = mail.outbox
    assert message.subject == f"DRILL, nobody is at risk: drill {drill.pk}"
    assert f"/alerting/drills/{drill.pk}/" in message.body
    assert not Alert.objects.exists()
    assert not Feedback.objects.exists()


def test_with_the_background_work_stopped_the_command_fails(trust, olu, monkeypatch):
    monkeypatch.setattr(alert_drill, "pause", lambda: None)
    with pytest.raises(CommandError, match="Nobody was told"):
        drilled(trust, wait=0)


def test_with_the_mail_down_the_command_says_so_and_fails(trust, olu, monkeypatch):
    def refuse(*args):
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    monkeypatch.setattr(alert_drill, "pause", watch)
    with pytest.raises(CommandError, match="Not every message left"):
        drilled(trust, wait=0.2)
    assert Notice.objects.get().last_error == "ConnectionRefusedError"


def test_a_body_nobody_knows_is_refused():
    with pytest.raises(CommandError, match="No organisation has the code ZZZ"):
        call_command("alert_drill", organisation="ZZZ")


def test_a_drill_is_answered_on_its_page_by_name_and_rings_no_more(trust, olu, signed_in):
    drill = actions.begin_drill(trust)
    client = signed_in(olu)
    assert "Nobody has said yet" in client.get(f"/alerting/drills/{drill.pk}/").text
    text = client.post(f"/alerting/drills/{drill.pk}/", follow=True).text
    assert f"{olu} said after" in text
    watch()
    assert mail.outbox == []
    with pytest.raises(NotAllowed, match=f"{olu} has already answered"):
        actions.acknowledge_drill(drill, by=a_member(trust))


def test_the_last_drill_and_its_times_are_on_the_alive_page(trust, olu, signed_in):
    actions.begin_drill(trust)
    watch()
    text = signed_in(olu).get("/alerting/").text
    assert "At once" in text
    assert "Nobody has said yet that it reached them." in text
    assert "There has been none" in signed_in(a_member(OrganisationFactory())).get("/alerting/").text


def test_another_organisation_finds_no_drill(trust, signed_in):
    drill = actions.begin_drill(trust)
    client = signed_in(a_member(OrganisationFactory()))
    assert client.get(f"/alerting/drills/{drill.pk}/").status_code == 404
    assert client.post(f"/alerting/drills/{drill.pk}/").status_code == 404
    assert (
        signed_in(a_member(trust, Role.ADMINISTRATOR)).get(f"/alerting/drills/{drill.pk}/").status_code == 403
    )
