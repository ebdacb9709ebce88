"""The mail server is down for an hour: nothing is sent twice, nothing is lost, and officers see what waits."""

import threading
from email import message_from_bytes

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP
from django.conf import settings as django_settings
from django.utils import timezone

from tests.factories import OrganisationFactory, UserFactory, a_case, a_member, a_party, signed_reply
from tests.running import free_port
from triage import actions, delivery
from triage.delivery import email
from triage.models import Reply
from triage.tasks import deliver_waiting

pytestmark = pytest.mark.django_db
DOWN = {
    "refuses everybody": ("handle_MAIL", "421 4.3.2 Not now"),
    "refuses this address": ("handle_RCPT", "450 4.2.1 Mailbox busy"),
    "refuses at the last word": ("handle_DATA", "451 4.3.0 Try later"),
}


class PostOffice:
    """A real SMTP server on the loopback that can be told to refuse."""

    def __init__(self):
        self.received, self.refuses = [], None
        self.lock = threading.Lock()

    def _answer(self, step):
        name, words = DOWN.get(self.refuses, ("", ""))
        return words if name == step else "250 OK"

    async def handle_MAIL(self, server, session, envelope, address, options):
        answer = self._answer("handle_MAIL")
        if answer.startswith("250"):
            envelope.mail_from = address
        return answer

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = self._answer("handle_RCPT")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server, session, envelope):
        answer = self._answer("handle_DATA")
        if answer.startswith("250"):
            with self.lock:
                self.received.append((envelope.rcpt_tos[0], message_from_bytes(envelope.content)))
        return answer


class Plain(Controller):
    def factory(self):
        return SMTP(self.handler, enable_SMTPUTF8=True)


@pytest.fixture
def office(settings):
    office, port = PostOffice(), free_port()
    server = Plain(office, hostname="127.0.0.1", port=port)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", port, False
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    yield office
    server.stop()


@pytest.fixture
def trust():
    return OrganisationFactory()


def written(trust, name):
    case = a_case(organisation=trust, reply_by="email", contact={"email": f"{name}@patientview.example"})
    return signed_reply(case)


def sweep(minutes):
    """What the beat does for so many minutes, one sweep a minute."""
    for _ in range(minutes):
        Reply.objects.filter(delivered_at=None).update(next_try_at=_a_minute_less())
        deliver_waiting()


def _a_minute_less():
    from django.db.models import F

    return F("next_try_at") - timezone.timedelta(minutes=1)


@pytest.mark.parametrize("refuses", DOWN)
def test_an_hour_without_mail_costs_nothing_but_time(refuses, office, trust):
    names = ["ada", "ben", "cleo"]
    rows = [written(trust, name) for name in names]
    office.refuses = refuses
    sweep(60)
    assert office.received == []
    waiting = Reply.objects.waiting()
    assert waiting.count() == 3
    assert all(row.attempts >= 3 and row.last_error.startswith("SMTP") for row in waiting)
    assert set(Reply.objects.stuck()) == set(rows)

    office.refuses = None
    sweep(120)
    assert sorted(to for to, _ in office.received) == [f"{name}@patientview.example" for name in names]
    assert not Reply.objects.waiting().exists() and not Reply.objects.stuck().exists()
    sweep(60)
    assert len(office.received) == 3


def test_a_server_that_is_not_there_at_all_is_the_same(office, trust, settings):
    written(trust, "ada")
    there, settings.EMAIL_PORT = settings.EMAIL_PORT, free_port()
    sweep(20)
    assert Reply.objects.get().last_error == "ConnectionRefusedError"
    settings.EMAIL_PORT = there
    sweep(120)
    assert len(office.received) == 1


def test_officers_see_in_the_queue_and_on_the_case_what_waits(office, trust, signed_in):
    reply = written(trust, "ada")
    office.refuses = "refuses everybody"
    deliver_waiting()
    client = signed_in(a_member(trust))
    assert '<strong>1</strong> <a href="?needs=sending' in client.get("/queue/").text
    assert reply.case.reference in client.get("/queue/?needs=sending&status=all").text
    assert "Waits to leave, tried once" in client.get(f"/cases/{reply.case.reference}/letters/").text
    other = signed_in(a_member(OrganisationFactory()))
    assert '<strong>0</strong> <a href="?needs=sending' in other.get("/queue/").text


def test_one_address_that_is_refused_holds_up_nobody_else(office, trust, monkeypatch):
    for name in ("ada", "ben"):
        written(trust, name)
    refuse = type(office).handle_RCPT

    async def not_ada(self, server, session, envelope, address, options):
        self.refuses = "refuses this address" if address.startswith("ada") else None
        return await refuse(self, server, session, envelope, address, options)

    monkeypatch.setattr(PostOffice, "handle_RCPT", not_ada)
    deliver_waiting()
    assert [to for to, _ in office.received] == ["ben@patientview.example"]


class Killed(BaseException):
    """What a worker sees when it is killed: nothing below gets to tidy up."""


@pytest.fixture
def killed_after_sending(monkeypatch):
    """The next note leaves, and the worker dies before it can say so."""
    sent = delivery.WAYS["email"]

    def leaves_and_dies(reply):
        monkeypatch.setitem(delivery.WAYS, "email", sent)
        sent(reply)
        raise Killed

    monkeypatch.setitem(delivery.WAYS, "email", leaves_and_dies)


def test_a_worker_killed_after_sending_sends_a_second_copy_that_says_it_is_one(
    office, trust, killed_after_sending
):
    reply = written(trust, "ada")
    with pytest.raises(Killed):
        deliver_waiting()
    assert Reply.objects.waiting().count() == 1  # at least once: it may not be lost
    deliver_waiting()
    assert len(office.received) == 1  # not at once: the row is claimed until its next try
    sweep(5)
    assert Reply.objects.get().delivered_at
    ids = {message["Message-ID"] for _, message in office.received}
    assert (len(office.received), ids) == (2, {email.message_id(reply)})


def test_a_note_names_nobody_and_goes_to_the_address_of_the_party(office, trust):
    case = a_case(
        organisation=trust, reply_by="email", contact={"name": "Ada", "email": "old@patientview.example"}
    )
    a_party(case, name="Ada Invented", email="new@patientview.example", email_agreed_on=case.received_on)
    reply = signed_reply(case, way="email")
    deliver_waiting()
    ((to, message),) = office.received
    assert to == "new@patientview.example"
    assert "Ada" not in message.as_string() and reply.case.reference in message["Subject"]
    assert message["Message-ID"].endswith(django_settings.DEFAULT_FROM_EMAIL.rpartition("@")[2])


def test_who_rules_out_email_while_the_note_waits_gets_none_and_a_person_looks(office, trust):
    case = a_case(organisation=trust)
    party = a_party(case, email="ada@patientview.example", email_agreed_on=case.received_on, prefers="email")
    signed_reply(case)
    office.refuses = "refuses everybody"
    deliver_waiting()
    party.ruled_out = ["email"]
    party.save()
    office.refuses = None
    sweep(10)
    row = Reply.objects.get()
    assert office.received == []
    assert row.last_error.startswith("This person ruled out e-mail.") and "DCB1605" in row.last_error
    assert row.failed_at and row in Reply.objects.stuck()


def test_an_acknowledgement_waits_in_the_same_way(office, trust):
    case = a_case(organisation=trust, reply_by="email", contact={"email": "ada@patientview.example"})
    office.refuses = "refuses at the last word"
    actions.acknowledge(case, text="We have it.", by=UserFactory())
    sweep(10)
    assert office.received == []
    office.refuses = None
    sweep(60)
    assert len(office.received) == 1
