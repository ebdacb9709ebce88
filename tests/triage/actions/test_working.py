"""What staff do with a case: each action moves it, says so in the history, and refuses what it must."""

import datetime as dt

import pytest
from django.utils import timezone

from organisations.models import Kind
from tests.factories import (
    IcbFactory,
    NationalBodyFactory,
    OrganisationFactory,
    PracticeFactory,
    UserFactory,
    a_case,
    a_letter,
    a_member,
    days_ago,
    signed_reply,
)
from triage import actions
from triage.actions.changing import NO_DATE
from triage.models import Case, Event, Referral
from triage.moves import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return a_case()


@pytest.fixture
def sam(case):
    return a_member(case.organisation)


def last(case):
    return case.events.last()


def test_taking_a_case_makes_the_person_its_handler(case, sam):
    actions.take(case, version=case.version, by=sam)
    assert (case.handler, case.status, last(case).kind, last(case).by) == (sam, "open", "take", sam)


def test_the_second_of_two_people_is_told_and_nothing_is_written_over(case, sam):
    seen = case.version
    actions.take(case, version=seen, by=sam)
    with pytest.raises(actions.ChangedMeanwhile) as told:
        actions.close(case, outcome="withdrawn", version=seen, by=UserFactory())
    assert told.value.event.by == sam
    assert Case.objects.get().status == "open"


def test_a_case_can_be_given_to_a_colleague_and_to_nobody(case, sam):
    actions.assign(case, handler=sam, by=sam)
    assert case.handler == sam
    actions.assign(case, handler=None, by=sam)
    assert case.handler is None


def test_a_note_needs_words(case, sam):
    with pytest.raises(NotAllowed):
        actions.note(case, text="  ", by=sam)
    actions.note(case, text="Rang the ward.", by=sam)
    assert (last(case).note, last(case).public) == ("Rang the ward.", False)


def test_the_agreed_date_stands_beside_the_four_weeks(case, sam):
    before = case.respond_by
    agreed_on = timezone.localdate() + dt.timedelta(days=40)
    actions.agree_date(case, agreed_on=agreed_on, note="Agreed by telephone today.", how="telephone", by=sam)
    assert (case.agreed_on, case.respond_by) == (agreed_on, before)


def test_a_date_in_the_past_cannot_be_agreed(case, sam):
    with pytest.raises(NotAllowed, match="future"):
        actions.agree_date(case, agreed_on=timezone.localdate(), note="x", how="telephone", by=sam)


def test_a_case_passed_on_keeps_its_dates_and_loses_its_handler(case, sam):
    other = OrganisationFactory()
    actions.take(case, by=sam)
    dates = (case.received_on, case.acknowledge_by, case.respond_by, case.backstop_on)
    actions.refer(
        case, team="complaints", organisation=other, note="It happened there.", agreed="By telephone.", by=sam
    )
    assert (case.organisation, case.handler, case.status) == (other, None, "new")
    assert (case.received_on, case.acknowledge_by, case.respond_by, case.backstop_on) == dates


def test_a_practice_has_no_pals_to_pass_a_case_to(case, sam):
    with pytest.raises(NotAllowed, match="no PALS"):
        actions.refer(case, team="pals", organisation=PracticeFactory(), note="x", by=sam)


def test_telling_a_body_keeps_the_case_where_it_is(case, sam):
    cqc = NationalBodyFactory()
    actions.tell(case, body="cqc", reason="Staffing at night.", by=sam)
    told = Referral.objects.get(body="cqc")
    assert (told.organisation, told.by, case.team) == (cqc, sam, "complaints")
    with pytest.raises(NotAllowed, match="already"):
        actions.tell(case, body="cqc", reason="Again.", by=sam)


def test_the_icb_that_is_told_is_the_one_above_the_provider(sam):
    icb = IcbFactory()
    case = a_case(organisation=OrganisationFactory(kind=Kind.ACUTE, parent=icb))
    actions.tell(case, body="icb", reason="A pattern across wards.", by=sam)
    assert Referral.objects.get(body="icb").organisation == icb


def test_a_body_nobody_stands_for_is_refused_in_words(case, sam):
    with pytest.raises(NotAllowed, match="Nobody stands"):
        actions.tell(case, body="cqc", reason="x", by=sam)


def test_a_complaint_cannot_be_closed_unanswered(case, sam):
    with pytest.raises(NotAllowed, match="Reply first"):
        actions.close(case, outcome="upheld", by=sam)
    assert Case.objects.get().is_open


def test_closing_after_the_reply_leaves_no_date_to_meet(case, sam):
    signed_reply(case, a_letter("We are sorry. We have mended the lift."), by=sam)
    actions.close(case, outcome="upheld", by=sam)
    assert (case.status, case.outcome, case.next_due_on) == ("closed", "upheld", NO_DATE)
    assert case.closed_at is not None


def test_a_reopened_case_has_its_first_dates(case, sam):
    signed_reply(case, by=sam)
    actions.close(case, outcome="upheld", by=sam)
    actions.reopen(case, note="She is not content.", by=sam)
    assert (case.status, case.outcome, case.closed_at) == ("open", "", None)


def test_a_breach_is_noted_once_however_often_we_look():
    case = a_case(received_on=days_ago(40))
    assert actions.note_breaches() == 2  # the acknowledgement and the four weeks
    assert actions.note_breaches() == 0
    assert set(Event.objects.filter(kind="breach").values_list("clock", flat=True)) == {
        "acknowledge_by",
        "respond_by",
    }
    assert case.is_open


def test_a_case_due_today_is_not_late():
    case = a_case(received_on=days_ago(28))
    actions.acknowledge(case, text="We have it.", by=UserFactory())
    assert actions.note_breaches() == 0
    assert not Case.objects.overdue(timezone.localdate()).exists()


def test_a_case_opened_again_has_a_new_date_to_meet(case, sam):
    signed_reply(case, by=sam)
    assert case.next_due_on == NO_DATE
    actions.reopen(case, note="She is not content.", by=sam)
    assert case.next_due_on == case.look_again_on > timezone.localdate()
    signed_reply(case, a_letter("We looked again."), by=sam)
    assert case.next_due_on == NO_DATE


def test_a_case_withdrawn_and_opened_again_still_owes_its_first_dates(case, sam):
    actions.close(case, outcome="withdrawn", by=sam)
    actions.reopen(case, note="He changed his mind.", by=sam)
    assert (case.look_again_on, case.next_due_on) == (None, case.acknowledge_by)
