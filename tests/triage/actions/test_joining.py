"""A joint case: one body leads, the other answers its part, and sees the words only if the person agreed."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.factories import OrganisationFactory, a_case, a_member
from triage import actions, clock
from triage.agreement import shows_words
from triage.moves import NotAllowed

pytestmark = pytest.mark.django_db
ASKED = "Who took the call at ten, and what was said?"


@pytest.fixture
def case():
    return a_case()


@pytest.fixture
def other():
    return OrganisationFactory(name="Vale Ambulance Trust")


@pytest.fixture
def sam(case):
    return a_member(case.organisation)


def asked(case, by, **given):
    return actions.ask_part(case, **{"asked": ASKED, "days": 5} | given, by=by)


def test_the_other_body_has_a_day_of_its_own_and_no_clock_of_ours_moves(case, other, sam):
    before = {name: getattr(case, name) for name in clock.CLOCKS}
    part = asked(case, sam, organisation=other)
    assert part.due_on == clock.add_working_days(timezone.localdate(), 5)
    assert {name: getattr(case, name) for name in clock.CLOCKS} == before
    told = case.events.last()
    assert told.detail == {"organisation": "Vale Ambulance Trust", "due_on": str(part.due_on)}
    assert ASKED not in told.note


def test_they_answer_once(case, other, sam):
    part, theirs = asked(case, sam, organisation=other), a_member(other)
    actions.answer_part(part, text=" The crew was sent at once. ", by=theirs)
    assert (part.answer, part.answered_by, part.is_waiting) == ("The crew was sent at once.", theirs, False)
    for again in (
        lambda: actions.answer_part(part, text="No.", by=theirs),
        lambda: actions.withdraw_part(part, why="No.", by=sam),
    ):
        with pytest.raises(NotAllowed, match="answered or taken back already"):
            again()
    assert case.events.last().kind == "answer_part"


def test_the_words_are_not_shared_without_agreement(case, other, sam):
    with pytest.raises(NotAllowed, match="only if the person agreed"):
        asked(case, sam, organisation=other, share_words=True, words_agreed=" ")
    assert not shows_words(asked(case, sam, organisation=other, words_agreed="Not ticked."))
    assert shows_words(asked(case, sam, organisation=other, share_words=True, words_agreed="By telephone."))


def test_the_words_of_a_patient_wait_for_their_consent_and_go_with_it(other):
    case = a_case(about="someone_else", relationship="Daughter", consent="not_yet")
    sam = a_member(case.organisation)
    sharing = {"organisation": other, "share_words": True, "words_agreed": "She agreed."}
    with pytest.raises(NotAllowed, match="patient's consent is not recorded"):
        asked(case, sam, **sharing)
    actions.record_consent(case, note="By letter.", told="telephone", by=sam)
    part = asked(case, sam, **sharing)
    assert shows_words(part)
    actions.record_consent(case, note="Rang: no more.", answer="refused", by=sam)
    part.refresh_from_db()
    assert not shows_words(part)


def test_what_is_taken_back_shows_no_words(case, other, sam):
    part = asked(case, sam, organisation=other, share_words=True, words_agreed="By telephone.")
    actions.withdraw_part(part, why="They had no part in it.", by=sam)
    assert not shows_words(part)
    assert case.events.last().note == "They had no part in it."


def test_a_body_outside_is_a_name_and_dates_kept_by_hand(case, sam):
    part = asked(case, sam, outside="Vale Council")
    assert part.whose == "Vale Council"
    tomorrow = timezone.localdate() + dt.timedelta(1)
    with pytest.raises(NotAllowed, match="between the day you asked and today"):
        actions.answer_part(part, text="A letter.", answered_on=tomorrow, by=sam)
    actions.answer_part(part, text="A letter.", answered_on=timezone.localdate(), by=sam)
    assert part.answered_on == timezone.localdate()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "Choose an organisation"), ({"outside": "Vale Council", "both": True}, "Not both"),
        ({"outside": "Vale Council", "asked": " "}, "Write what you ask"),
        ({"outside": "Vale Council", "days": 0}, "working days"), ({"outside": "Vale Council", "days": 41}, "working days"),
    ],
)  # fmt: skip
def test_a_part_must_be_asked_of_one_body_with_words_and_a_day(case, other, sam, given, words):
    more = {"organisation": other} if given.pop("both", False) else {}
    with pytest.raises(NotAllowed, match=words):
        asked(case, sam, **given, **more)


def test_the_body_that_leads_is_not_asked(case, sam):
    with pytest.raises(NotAllowed, match="leads"):
        asked(case, sam, organisation=case.organisation)
