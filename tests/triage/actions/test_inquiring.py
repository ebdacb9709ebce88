"""An investigation: who looks into it, statements with their own dates, and a chronology that is never edited."""

import datetime as dt
import io

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import OrganisationFactory, ServiceFactory, a_case, a_member, days_ago
from triage import actions, clock
from triage.models import ChronologyEntry, Investigator, StatementRequest
from triage.moves import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return a_case()


@pytest.fixture
def sam(case):
    return a_member(case.organisation)


def ask(case, by, **given):
    return actions.ask_statement(
        case, **{"what": "What happened?", "days": 5, "of_whom": "Sister Field"} | given, by=by
    )


def a_file(case, by, words=b"a note"):
    return actions.attach(
        case, file=io.BytesIO(words), name="note.txt", kind="statement", received_on=days_ago(0), by=by
    ).kept[0]


def test_a_new_lead_replaces_the_old_who_goes_on(case, sam):
    other = a_member(case.organisation)
    first = actions.name_investigator(case, user=sam, lead=True, by=sam)
    second = actions.name_investigator(case, user=other, lead=True, by=sam)
    first.refresh_from_db()
    assert (first.lead, second.lead) == (False, True)
    again = actions.name_investigator(case, user=sam, lead=True, by=sam)
    assert again == first and again.lead
    assert case.investigators.current().filter(lead=True).count() == 1


@pytest.mark.parametrize("given,why", [
    ({}, "Choose a colleague"), ({"name": "Dr Wood"}, "role"), ({"both": True}, "Not both"),
])  # fmt: skip
def test_an_investigator_is_a_colleague_or_a_name_with_a_role(case, sam, given, why):
    given = {"user": sam, "name": "Dr Wood"} if given.pop("both", False) else given
    with pytest.raises(NotAllowed, match=why):
        actions.name_investigator(case, **given, by=sam)


def test_staff_of_another_organisation_cannot_be_named_as_a_colleague(case, sam):
    with pytest.raises(NotAllowed, match="works in this organisation"):
        actions.name_investigator(case, user=a_member(OrganisationFactory()), by=sam)
    assert not Investigator.objects.exists()


def test_whom_was_named_twice_is_said(case, sam):
    actions.name_investigator(case, user=sam, by=sam)
    with pytest.raises(NotAllowed, match="named already"):
        actions.name_investigator(case, user=sam, by=sam)


def test_a_released_investigator_stays_in_the_record(case, sam):
    one = actions.name_investigator(case, user=sam, lead=True, by=sam)
    actions.release_investigator(one, by=sam)
    with pytest.raises(NotAllowed, match="released already"):
        actions.release_investigator(one, by=sam)
    assert case.investigators.count() == 1 and not case.investigators.current().exists()
    actions.name_investigator(case, user=sam, lead=True, by=sam)


def test_names_are_not_readable_in_the_database(case, sam):
    actions.name_investigator(case, name="Dr Wood", role="doctor", by=sam)
    ask(case, sam)
    raw = Investigator.objects.extra(select={"raw": "name"}).values_list("raw", flat=True)
    assert "Wood" not in str(list(raw))


@given(days=st.integers(1, 60))
def test_a_statement_is_due_so_many_working_days_after_asking(days):
    asked_on = dt.date(2026, 12, 21)
    due = clock.add_working_days(asked_on, days)
    between = (asked_on + dt.timedelta(n) for n in range(1, (due - asked_on).days + 1))
    assert sum(clock.working_day(day) for day in between) == days and clock.working_day(due)


@pytest.mark.parametrize("given,why", [
    ({"what": " "}, "what you ask"), ({"of_whom": ""}, "whom you ask"), ({"days": 0}, "1 to 60"), ({"days": 61}, "1 to 60"),
])  # fmt: skip
def test_a_request_without_its_parts_is_refused(case, sam, given, why):
    with pytest.raises(NotAllowed, match=why):
        ask(case, sam, **given)


def test_only_a_service_of_these_organisations_can_be_asked(case, sam):
    with pytest.raises(NotAllowed, match="service of this organisation"):
        ask(case, sam, service=ServiceFactory())
    ward = ServiceFactory(organisation=case.organisation, name="Rowan Ward")
    assert ask(case, sam, service=ward).asked_of == "Rowan Ward, Sister Field"


def test_late_is_what_is_awaited_past_its_date(case, sam):
    late, came, dropped = (ask(case, sam) for _ in range(3))
    tomorrow = late.due_on + dt.timedelta(1)
    actions.receive_statement(came, received_on=timezone.localdate(), words="It was night.", by=sam)
    actions.withdraw_statement(dropped, why="Wrong ward.", by=sam)
    assert list(StatementRequest.objects.late(tomorrow)) == [late]
    assert not StatementRequest.objects.late(late.due_on).exists()


def test_a_statement_may_be_chased_often_and_keeps_its_date(case, sam):
    row = ask(case, sam)
    for _ in range(3):
        actions.chase_statement(row, note="Rang.", by=sam)
    due = row.due_on
    row.refresh_from_db()
    assert row.chasers.count() == 3 and row.due_on == due
    actions.withdraw_statement(row, why="Not needed.", by=sam)
    with pytest.raises(NotAllowed, match="Nothing is awaited"):
        actions.chase_statement(row, by=sam)


def test_what_ended_once_cannot_end_again(case, sam):
    row = ask(case, sam)
    actions.receive_statement(row, received_on=timezone.localdate(), words="It was night.", by=sam)
    for again in (
        lambda: actions.receive_statement(row, received_on=timezone.localdate(), words="Other.", by=sam),
        lambda: actions.withdraw_statement(row, why="Not needed.", by=sam),
    ):
        with pytest.raises(NotAllowed, match="came already"):
            again()
    row.refresh_from_db()
    assert row.words == "It was night."


def test_a_statement_does_not_come_before_it_was_asked_for_or_tomorrow(case, sam):
    row = ask(case, sam)
    for day in (days_ago(1), days_ago(-1)):
        with pytest.raises(NotAllowed, match="between the day you asked and today"):
            actions.receive_statement(row, received_on=day, words="x", by=sam)


def test_neither_another_cases_file_nor_one_set_aside_is_a_statement(case, sam):
    row, today = ask(case, sam), timezone.localdate()
    other = a_case()
    aside = a_file(case, sam)
    actions.set_aside(aside, why="Wrong.", by=sam)
    for file in (a_file(other, a_member(other.organisation)), aside):
        with pytest.raises(NotAllowed, match="file of this case"):
            actions.receive_statement(row, received_on=today, evidence=file, by=sam)


def test_the_chronology_is_in_the_order_things_happened(case, sam):
    day = days_ago(5)
    for what, on, at in (
        ("third", day, dt.time(14)),
        ("second", day, None),
        ("first", days_ago(6), dt.time(9)),
    ):
        actions.chronicle(case, on=on, at_time=at, what=what, source="complaint", by=sam)
    assert [one.what for one in ChronologyEntry.objects.in_order()] == ["first", "second", "third"]


def test_a_correction_is_one_more_entry_and_an_old_one_is_corrected_once(case, sam):
    entry = actions.chronicle(case, on=days_ago(5), what="Fell", source="complaint", by=sam)
    better = actions.chronicle(case, on=days_ago(5), what="Slipped", source="other", corrects=entry, by=sam)
    assert list(ChronologyEntry.objects.stands()) == [better]
    assert ChronologyEntry.objects.get(pk=entry.pk).what == "Fell"
    with pytest.raises(NotAllowed, match="corrected already"):
        actions.chronicle(
            case, on=days_ago(5), what="No", source="other", by=sam,
            corrects=ChronologyEntry.objects.get(pk=entry.pk),
        )  # fmt: skip


@pytest.mark.parametrize("given,why", [
    ({"what": ""}, "what happened"), ({"on": days_ago(-1)}, "today or in the past"), ({"source": "hearsay"}, "from"),
    ({"source": "evidence"}, "Choose the file"),
])  # fmt: skip
def test_an_entry_without_its_parts_is_refused(case, sam, given, why):
    with pytest.raises(NotAllowed, match=why):
        actions.chronicle(case, **{"on": days_ago(5), "what": "Fell", "source": "complaint"} | given, by=sam)


def test_the_database_keeps_what_the_actions_promise(case, sam):
    row = ask(case, sam)
    for wrong in (
        {"received_on": timezone.localdate()},
        {"withdrawn_by": sam},
        {"due_on": row.asked_on},
        {"of_whom": ""},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            StatementRequest.objects.filter(pk=row.pk).update(**wrong)


def test_nobody_is_asked_in_a_closed_case_but_what_comes_is_kept(case, sam):
    row = ask(case, sam)
    actions.close(case, outcome="withdrawn", by=sam)
    with pytest.raises(NotAllowed, match="closed"):
        ask(case, sam)
    row.case.refresh_from_db()
    actions.receive_statement(row, received_on=timezone.localdate(), words="Late, but here.", by=sam)
    case.refresh_from_db()
    assert case.status == "closed"
