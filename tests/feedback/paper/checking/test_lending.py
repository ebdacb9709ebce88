"""Which field is lent to whom, in which order, and what is read afresh."""

from datetime import timedelta

import pytest
from django.utils import timezone

from feedback.models import FormField, Scan
from feedback.paper.checking.answering import answer
from feedback.paper.checking.lending import LENT, lend
from organisations.models import Role
from tests.factories import UserFactory, a_member
from tests.feedback.paper.checking.asking import ADDRESS, EVERYTHING, next_for, say
from tests.feedback.paper.rows import a_field, a_form, doubtful

pytestmark = pytest.mark.django_db
SETTLED = {"settled_at": timezone.now(), "set_aside": "Nothing is written on it"}


def test_one_kind_at_a_time_urgent_first_then_the_oldest(batch, officer):
    first, second, urgent = (a_form(batch, urgent=on) for on in (False, False, True))
    wanted = [
        doubtful(urgent, "could_improve"),
        doubtful(first, "fft_answer"),
        doubtful(second, "fft_answer"),
        doubtful(second, "intent"),
        doubtful(first, "what_good"),
        doubtful(first, "stamp"),
        doubtful(second, "name"),
    ]
    came = []
    while row := next_for(officer):
        came.append((row.form_id, row.name))
        answer(row, value="", by=officer)
    assert came == [(row.form_id, row.name) for row in wanted]


def test_two_people_are_never_given_the_same_field(batch, trust, officer):
    rows = [doubtful(a_form(batch), "fft_answer") for _ in range(5)]
    colleague = a_member(trust, Role.PALS_OFFICER)
    mine, theirs = lend(officer, EVERYTHING, answered=0), lend(colleague, EVERYTHING, answered=0)
    assert [one.pk for one in mine + theirs] == [row.pk for row in rows[:4]]
    assert next_for(officer) == mine[0]  # asked again: still theirs
    third = a_member(trust)
    assert [one.pk for one in lend(third, EVERYTHING, answered=0)] == [rows[4].pk]
    assert next_for(a_member(trust)) is None


def test_a_loan_ends_after_ten_minutes(batch, trust, officer):
    row = doubtful(a_form(batch), "fft_answer")
    next_for(officer)
    colleague = a_member(trust)
    assert next_for(colleague) is None
    FormField.objects.update(lent_at=timezone.now() - LENT)
    assert next_for(colleague) == row


def test_a_loan_of_a_person_who_left_the_service_does_not_block(batch, officer):
    row = doubtful(
        a_form(batch), "fft_answer", lent_to=UserFactory(), lent_at=timezone.now() - timedelta(days=1)
    )
    assert next_for(officer) == row


def test_what_passed_unseen_is_now_and_then_read_afresh_without_the_machines_value(batch, officer, desk):
    row = a_field(a_form(batch, picture=True, **SETTLED), "what_good", "Machine words", rekey=True)
    page = desk.get(ADDRESS).text
    assert "read it afresh" in page
    assert "Machine words" not in page
    say(desk, row, "Machine word")
    row.refresh_from_db()
    assert (row.human_value, row.trusted) == ("Machine word", True)
    assert 0 < row.errors < 0.2
    assert "Nothing to check" in desk.get(ADDRESS).text


def test_every_tenth_is_one_to_read_afresh(batch, officer):
    a_field(a_form(batch, picture=True, **SETTLED), "intent", "complaint", rekey=True)
    doubtful(a_form(batch), "fft_answer")
    assert [next_for(officer, answered=done).name for done in (0, 8, 9)] == [
        "fft_answer",
        "fft_answer",
        "intent",
    ]


def test_nothing_is_read_afresh_before_its_form_is_settled(batch, officer):
    """A hasty answer there would change what is about to be settled."""
    a_field(a_form(batch, picture=True), "intent", "complaint", rekey=True)
    assert next_for(officer) is None


def test_without_its_picture_nothing_is_read_afresh(batch, officer):
    a_field(a_form(batch, picture=True, **SETTLED), "intent", "complaint", rekey=True)
    Scan.objects.update(straight="")
    assert next_for(officer) is None
