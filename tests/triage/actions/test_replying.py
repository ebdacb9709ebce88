"""The person hears back, and only as they may."""

import pytest
from django.core import mail

from tests.factories import UserFactory, a_case, a_letter, signed_reply
from triage import actions
from triage.delivery import printing
from triage.models import Reply
from triage.moves import NotAllowed
from triage.tasks import deliver_waiting

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def sam():
    return UserFactory()


def test_an_acknowledgement_meets_its_clock(sam):
    case = a_case()
    actions.acknowledge(case, text="We have your complaint.", by=sam)
    assert case.acknowledged_at
    assert case.next_due_on == case.respond_by


def test_a_case_is_acknowledged_once(sam):
    case = a_case()
    actions.acknowledge(case, text="We have your complaint.", by=sam)
    with pytest.raises(NotAllowed, match="already"):
        actions.acknowledge(case, text="We have your complaint.", by=sam)
    assert Reply.objects.count() == 1


def test_an_empty_reply_is_refused(sam):
    with pytest.raises(NotAllowed, match="Nothing was sent"):
        actions.reply(a_case(), text=" \n", by=sam)


@pytest.mark.parametrize("write", [actions.acknowledge, actions.reply])
def test_no_caller_can_send_words_with_a_gap(write, sam):
    case = a_case(intent="concern")
    with pytest.raises(NotAllowed, match=r"\[name\]"):
        write(case, text="Dear [name], it is mended.", by=sam)
    assert not Reply.objects.exists()
    case.refresh_from_db()
    assert (case.acknowledged_at, case.replied_at) == (None, None)


@pytest.mark.parametrize("words", ["We are sorry.", a_letter()])
def test_nobody_can_answer_a_complaint_without_the_responsible_persons_name(words, sam):
    case = a_case()
    with pytest.raises(NotAllowed, match=r"signed by the responsible person.* regulation 14\(2\)"):
        actions.reply(case, text=words, by=sam)
    assert not Reply.objects.exists()


def test_a_complaint_that_was_opened_again_is_answered_by_a_signed_letter_again(sam):
    case = a_case()
    signed_reply(case, by=sam)
    actions.reopen(case, note="One point was left out.", by=sam)
    with pytest.raises(NotAllowed, match="signed by the responsible person"):
        actions.reply(case, text="We looked again.", by=sam)
    signed_reply(case, by=sam)
    assert case.replies.count() == 2


def test_a_concern_and_a_word_after_the_reply_may_be_short(sam):
    actions.reply(a_case(intent="concern"), text="We are sorry. The lift is mended.", by=sam)
    case = a_case()
    signed_reply(case, by=sam)
    actions.reply(case, text="You are welcome.", by=sam)
    assert case.replies.count() == 2


def test_a_reply_about_someone_else_waits_for_consent_and_the_clock_does_not(sam):
    case = a_case(about="someone_else", relationship="daughter", consent="not_yet")
    due = case.next_due_on
    with pytest.raises(NotAllowed, match="consent"):
        signed_reply(case, a_letter("We are sorry about your father's care."), by=sam)
    assert (Reply.objects.count(), case.next_due_on) == (0, due)
    actions.record_consent(case, told="telephone", note="Signed form received.", by=sam)
    actions.send_letter(case.letters.get(), way="portal", seen=1, by=sam)
    assert case.status == "replied"


def test_an_email_says_that_words_wait_and_never_the_words(sam):
    case = a_case(reply_by="email", contact={"email": "ada@patientview.example", "name": "Ada"})
    signed_reply(case, a_letter("The biopsy was read by two doctors."), by=sam)
    assert mail.outbox == []  # nothing leaves inside the request
    deliver_waiting()
    (message,) = mail.outbox
    assert message.to == ["ada@patientview.example"]
    assert case.reference in message.subject
    assert "biopsy" not in message.body and "Ada" not in message.body
    assert Reply.objects.get().delivered_at


def test_an_email_leaves_once_however_often_we_sweep(sam):
    case = a_case(reply_by="email", contact={"email": "ada@patientview.example"})
    signed_reply(case, by=sam)
    deliver_waiting()
    deliver_waiting()
    assert len(mail.outbox) == 1


def test_a_mail_server_that_is_down_costs_nothing_but_time(sam, monkeypatch):
    case = a_case(reply_by="email", contact={"email": "ada@patientview.example"})
    signed_reply(case, by=sam)

    def refuse(*args, **kwargs):
        raise ConnectionRefusedError

    with monkeypatch.context() as broken:
        broken.setattr("triage.delivery.email.EmailMessage.send", refuse)
        deliver_waiting()
    row = Reply.objects.get()
    assert (row.attempts, row.last_error, row.delivered_at) == (1, "ConnectionRefusedError", None)
    assert not Reply.objects.undelivered().exists()  # not yet: the next try has its time
    Reply.objects.update(next_try_at=row.written_at)
    deliver_waiting()
    assert len(mail.outbox) == 1


def test_after_the_last_try_it_is_put_before_a_person(sam, monkeypatch):
    case = a_case(reply_by="email", contact={"email": "ada@patientview.example"})
    signed_reply(case, by=sam)

    def refuse(*args, **kwargs):
        raise ConnectionRefusedError

    monkeypatch.setattr("triage.delivery.email.EmailMessage.send", refuse)
    for _ in range(9):
        Reply.objects.update(next_try_at="2026-01-01T00:00:00Z")
        deliver_waiting()
    assert Reply.objects.failed().count() == 1


def test_a_letter_waits_until_a_colleague_says_it_was_posted(sam):
    case = a_case(reply_by="post", contact={"address": "1 Mill Lane"})
    letter = signed_reply(case, by=sam)
    deliver_waiting()
    letter.refresh_from_db()
    assert (letter.way, letter.delivered_at) == ("print", None)
    with pytest.raises(NotAllowed, match="Print it first"):
        actions.mark_sent(letter, by=sam)
    printing.kept(letter)
    actions.mark_sent(letter, by=sam)
    letter.refresh_from_db()
    assert letter.delivered_at
    with pytest.raises(NotAllowed):
        actions.mark_sent(letter, by=sam)


def test_who_writes_to_the_person_has_the_case_if_nobody_had_it(sam):
    case = a_case()
    actions.acknowledge(case, text="We have your complaint.", by=sam)
    signed_reply(case, by=UserFactory())
    assert case.handler == sam
