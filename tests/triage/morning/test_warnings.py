"""Warnings on the case: once a date, however often we look, and again for a date agreed anew."""

import datetime as dt

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.factories import UserFactory, a_case, a_member, days_ago, signed_reply
from triage import actions
from triage.case.history import sentence
from triage.models import DueSoon

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_wednesday():
    with time_machine.travel(dt.datetime(2026, 6, 10, 12, tzinfo=dt.UTC), tick=False) as moment:
        yield moment


def warned():
    return set(DueSoon.objects.values_list("clock", "when"))


def acknowledged(**given):
    case = a_case(**given)
    actions.acknowledge(case, text="We have it.", by=UserFactory())
    return case


def test_a_week_before_the_four_weeks_end_it_is_said_once(a_wednesday):
    case = acknowledged(received_on=days_ago(21))
    assert [actions.note_warnings(), actions.note_warnings()] == [1, 0]
    event = case.events.last()
    assert (event.kind, event.clock, event.public, event.by) == ("warn", "respond_by", False, None)
    assert sentence(event) == "A date is near: Reply by Wed 17 Jun 2026"
    a_wednesday.shift(dt.timedelta(days=6))
    assert actions.note_warnings() == 1
    assert warned() == {("respond_by", "week"), ("respond_by", "day")}


def test_nothing_is_near_in_the_middle():
    acknowledged(received_on=days_ago(10))
    assert actions.note_warnings() == 0


def test_a_new_case_is_warned_of_on_the_working_day_before_its_acknowledgement(a_wednesday):
    a_case()  # acknowledged by Monday 15 June
    assert actions.note_warnings() == 0
    a_wednesday.shift(dt.timedelta(days=2))
    assert actions.note_warnings() == 1
    assert warned() == {("acknowledge_by", "day")}


def test_what_is_met_or_late_is_not_warned_of():
    answered = acknowledged(received_on=days_ago(24))
    signed_reply(answered)
    acknowledged(received_on=days_ago(29))
    assert actions.note_warnings() == 0


def test_a_date_agreed_anew_is_warned_of_anew(a_wednesday):
    case = acknowledged(received_on=days_ago(10))
    for _ in range(2):
        day = timezone.localdate() + dt.timedelta(days=1)
        actions.agree_date(case, agreed_on=day, note="By telephone.", how="telephone", by=UserFactory())
        assert actions.note_warnings() == 1
        a_wednesday.shift(dt.timedelta(days=1))
    assert warned() == {("agreed_on", "day")}
    assert DueSoon.objects.count() == 2


def test_a_case_opened_again_is_warned_of_its_new_date(a_wednesday):
    case = acknowledged()
    signed_reply(case)
    actions.reopen(case, note="She is not content.", by=UserFactory())
    a_wednesday.move_to(dt.datetime.combine(case.look_again_on, dt.time(12), tzinfo=dt.UTC))
    assert actions.note_warnings() == 1
    assert warned() == {("look_again_on", "day")}


def test_the_warning_is_on_the_case_for_staff_and_not_for_the_person(signed_in):
    case = acknowledged(received_on=days_ago(21))
    actions.note_warnings()
    page = signed_in(a_member(case.organisation)).get(f"/cases/{case.reference}/").text
    assert "A date is near: Reply by Wed 17 Jun 2026" in page
    assert not case.events.filter(kind="warn", public=True).exists()


def test_the_database_itself_refuses_a_second_warning():
    acknowledged(received_on=days_ago(21))
    actions.note_warnings()
    again = DueSoon.objects.get()
    again.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save(force_insert=True)
