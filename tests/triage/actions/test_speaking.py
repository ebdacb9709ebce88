"""What is said to staff: settled in time, or a complaint of the day it was said. Nobody loses it."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from feedback.models import Alert, Channel, Feedback
from tests.factories import OrganisationFactory, a_member, a_submission
from triage import actions
from triage.models import Case, Event, Spoken
from triage.moves import NotAllowed

pytestmark = pytest.mark.django_db
WORDS = "The toast was cold again and nobody came to take the tray."
DONE = "Brought fresh toast and said sorry."


@pytest.fixture(autouse=True)
def thursday(time_machine):
    """Before Easter: the next working day is Tuesday 7 April."""
    time_machine.move_to(dt.datetime(2026, 4, 2, 15, tzinfo=dt.UTC))


@pytest.fixture
def trust():
    return OrganisationFactory()


@pytest.fixture
def nurse(trust):
    return a_member(trust)


def said(trust, nurse, words=WORDS, **given):
    settling = {name: given.pop(name) for name in ("done", "agreed", "settled_on") if name in given}
    given = {
        "channel": Channel.SPOKEN, "source": "spoken", "intent": "complaint", "with_return_code": False,
        "received_on": dt.date(2026, 4, 2), "written_by": nurse,
    } | given  # fmt: skip
    received = actions.log_spoken(a_submission(words, organisation=trust, **given), **settling, by=nurse)
    return received.feedback.spoken


def test_what_is_not_settled_waits_until_the_next_working_day_and_has_no_case(trust, nurse):
    row = said(trust, nurse)
    assert (row.settle_by, row.is_open) == (dt.date(2026, 4, 7), True)
    assert row.feedback.written_by == nurse
    assert not Case.objects.exists()


def test_what_is_settled_at_once_is_kept_without_a_clock(trust, nurse):
    row = said(trust, nurse, done=DONE, agreed=True)
    assert (row.done, row.settled_on, row.settled_by) == (DONE, dt.date(2026, 4, 2), nurse)
    assert row.feedback.decisions.get().clock is False
    assert not Case.objects.exists()


def test_what_the_person_does_not_call_settled_is_not_and_nothing_is_kept(trust, nurse):
    with pytest.raises(NotAllowed, match="Only the person"):
        said(trust, nurse, done=DONE, agreed=False)
    assert not Feedback.objects.exists()


def test_it_is_settled_on_the_last_day_by_a_named_person(trust, nurse, time_machine):
    row = said(trust, nurse)
    time_machine.move_to(dt.datetime(2026, 4, 7, 20, tzinfo=dt.UTC))
    actions.settle_spoken(row, done=DONE, agreed=True, by=nurse)
    assert (row.settled_by, row.settled_on) == (nurse, dt.date(2026, 4, 7))
    decision = row.feedback.decisions.latest("id")
    assert (decision.by, decision.clock) == (nurse, False)
    time_machine.move_to(dt.datetime(2026, 4, 9, 9, tzinfo=dt.UTC))
    assert actions.end_spoken_batch() == 0
    assert not Case.objects.exists()


def test_after_the_last_day_it_is_a_complaint_by_itself_with_the_day_it_was_said(trust, nurse, time_machine):
    row = said(trust, nurse)
    time_machine.move_to(dt.datetime(2026, 4, 7, 22, 59, tzinfo=dt.UTC))
    assert actions.end_spoken_batch() == 0
    time_machine.move_to(dt.datetime(2026, 4, 7, 23, 1, tzinfo=dt.UTC))  # a minute past midnight in London
    assert actions.end_spoken_batch() == 1
    case = Case.objects.get(feedback=row.feedback)
    assert (case.intent, case.team, case.received_on) == ("complaint", "complaints", dt.date(2026, 4, 2))
    assert case.respond_by == dt.date(2026, 4, 30)
    assert [event.kind for event in case.events.all()] == ["open", "become"]
    row.refresh_from_db()
    assert row.complaint_at and row.complaint_by is None
    assert actions.end_spoken_batch() == 0


def test_a_person_may_make_a_complaint_of_it_sooner(trust, nurse):
    row = said(trust, nurse)
    case = actions.make_complaint(row, by=nurse)
    assert row.complaint_by == nurse
    assert Event.objects.get(case=case, kind="become").by == nurse


def test_what_has_ended_does_not_end_again(trust, nurse):
    settled, complaint = said(trust, nurse), said(trust, nurse)
    actions.settle_spoken(settled, done=DONE, agreed=True, by=nurse)
    actions.make_complaint(complaint, by=nurse)
    with pytest.raises(NotAllowed, match="settled this already"):
        actions.make_complaint(settled, by=nurse)
    with pytest.raises(NotAllowed, match="a complaint already"):
        actions.settle_spoken(complaint, done=DONE, agreed=True, by=nurse)


def test_too_late_to_settle_is_refused_even_before_the_sweep_has_run(trust, nurse, time_machine):
    row = said(trust, nurse)
    time_machine.move_to(dt.datetime(2026, 4, 8, 9, tzinfo=dt.UTC))
    with pytest.raises(NotAllowed, match="make it one"):
        actions.settle_spoken(row, done=DONE, agreed=True, by=nurse)


def test_one_written_down_too_late_is_a_complaint_at_once(trust, nurse):
    row = said(trust, nurse, received_on=dt.date(2026, 3, 27))
    assert row.feedback.case.received_on == dt.date(2026, 3, 27)
    row.refresh_from_db()
    assert not row.is_open


def test_the_same_sent_twice_is_kept_once(trust, nurse):
    first = said(trust, nurse, external_id="the-same")
    assert said(trust, nurse, external_id="the-same") == first
    assert Spoken.objects.count() == 1


def test_danger_is_an_alert_at_once_also_where_it_was_settled(trust, nurse):
    row = said(trust, nurse, "He says he wants to end his life tonight.", done=DONE, agreed=True)
    assert Alert.objects.open().filter(feedback=row.feedback).exists()
    assert row.feedback.referrals.filter(body="safeguarding").exists()


def test_what_intake_refuses_leaves_nothing(trust, nurse):
    with pytest.raises(ValidationError):
        said(trust, nurse, received_on=dt.date(2026, 4, 3))
    assert not Spoken.objects.exists()


def test_a_person_who_checks_it_and_opens_a_case_ends_the_wait(trust, nurse):
    row = said(trust, nurse, "He says he wants to end his life tonight.")
    decision = row.feedback.decisions.get()
    assert decision.needs_person
    actions.settle_check(decision, open_a_case=True, resolver="complaints", note="Rang him.", by=nurse)
    row.refresh_from_db()
    assert not row.is_open
