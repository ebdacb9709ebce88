"""The investigation of a case in pages: whose it is, what each form does and refuses, and what it costs."""

import datetime as dt
import io

import pytest
from django.utils import timezone

from tests.factories import OrganisationFactory, ServiceFactory, a_case, a_member, days_ago
from triage import actions, clock
from triage.models import Access, ChronologyEntry, Flag, StatementRequest

pytestmark = pytest.mark.django_db
MOST_QUERIES = 24


@pytest.fixture
def case(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return a_case(service=ServiceFactory(name="Rowan Ward"))


@pytest.fixture
def sam(case):
    return a_member(case.organisation)


@pytest.fixture
def desk(sam, signed_in):
    return signed_in(sam)


def at(case, rest=""):
    return f"/cases/{case.reference}/investigation/{rest}"


def send(desk, case, rest, **said):
    case.refresh_from_db()
    return desk.post(at(case, rest), {"version": case.version, **said}, follow=True)


def on(day, name):
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


def asked(case, by, **given):
    return actions.ask_statement(
        case, **{"what": "What happened at night?", "days": 5, "of_whom": "Sister Field"} | given, by=by
    )


def a_file(case, by):
    file = io.BytesIO(b"I was on the ward that night.")
    return actions.attach(
        case, file=file, name="note.txt", kind="statement", received_on=days_ago(0), by=by
    ).kept[0]


def test_somebody_is_named_to_lead_and_released(case, desk, sam):
    shown = send(desk, case, "investigators/name/", user=sam.pk, lead="on").text
    assert "Leads" in shown and str(sam) in shown
    investigator = case.investigators.get()
    shown = send(desk, case, f"investigators/{investigator.pk}/release/").text
    assert "Nobody is named yet" in shown and f"Before: {sam}" in shown


def test_a_name_without_a_role_is_refused_and_stays_typed(case, desk):
    response = send(desk, case, "investigators/name/", name="Dr A. Wood")
    assert response.status_code == 422
    assert "Say what their role is" in response.text and "Dr A. Wood" in response.text


def test_a_statement_is_asked_for_chased_and_kept(case, desk):
    shown = send(
        desk, case, "statements/ask/", what="What happened at night?", days="5", of_whom="Sister Field"
    ).text
    row = StatementRequest.objects.get()
    assert row.due_on == clock.add_working_days(timezone.localdate(), 5)
    assert "Awaited" in shown
    assert "Chased" in send(desk, case, f"statements/{row.pk}/chase/", note="Rang.").text
    said = {"words": "Two nurses were ill.", **on(timezone.localdate(), "received_on")}
    shown = send(desk, case, f"statements/{row.pk}/receive/", **said).text
    assert "Two nurses were ill." in shown and "Came on" in shown


def test_a_statement_may_be_a_file_and_neither_words_nor_a_file_is_refused(case, desk, sam):
    row, file = asked(case, sam), a_file(case, sam)
    today = on(timezone.localdate(), "received_on")
    assert send(desk, case, f"statements/{row.pk}/receive/", **today).status_code == 422
    send(desk, case, f"statements/{row.pk}/receive/", evidence=file.pk, **today)
    row.refresh_from_db()
    assert row.evidence == file


def test_a_request_that_is_not_needed_is_withdrawn_with_the_reason(case, desk, sam):
    row = asked(case, sam)
    assert (
        "Asked the wrong ward."
        in send(desk, case, f"statements/{row.pk}/withdraw/", why="Asked the wrong ward.").text
    )


def test_the_queue_finds_cases_with_a_late_statement(case, desk, sam):
    row = asked(case, sam)
    other = a_case(organisation=case.organisation)
    asked(other, sam)
    StatementRequest.objects.filter(pk=row.pk).update(asked_on=days_ago(20), due_on=days_ago(1))
    shown = desk.get("/queue/?needs=statement").text
    assert case.reference in shown and other.reference not in shown


@pytest.mark.parametrize(
    "kind,body", [("candour", "patient_safety"), ("safeguarding", "safeguarding"), ("claim", "claims")]
)
def test_a_yes_tells_nobody_and_offers_to_tell_the_right_body(case, desk, kind, body):
    shown = send(
        desk, case, f"decide/{kind}/", answer="yes", reason="She was harmed.", follows="I ring today."
    ).text
    assert not case.feedback.referrals.filter(by__isnull=False).exists()
    assert f"/do/tell/?body={body}" in shown
    page = desk.get(f"/cases/{case.reference}/do/tell/?body={body}").text
    assert f'value="{body}" checked' in page


def test_a_decision_stands_on_top_of_the_case_until_it_is_no(case, desk):
    send(desk, case, "decide/safeguarding/", answer="yes", reason="A child.", follows="I ring.")
    assert "Safeguarding" in desk.get(f"/cases/{case.reference}/").text
    send(desk, case, "decide/safeguarding/", answer="no", reason="They looked: nothing.")
    assert "Safeguarding" not in desk.get(f"/cases/{case.reference}/").text
    assert Flag.objects.count() == 2


def test_an_unknown_kind_of_decision_is_not_there(case, desk):
    assert desk.get(at(case, "decide/weather/")).status_code == 404


def test_an_entry_is_corrected_by_another_and_stays_struck_through(case, desk):
    day = days_ago(30)
    send(
        desk,
        case,
        "chronology/add/",
        what="Fell in the corridor",
        where="complaint",
        at_time="14:30",
        **on(day, "on"),
    )
    entry = ChronologyEntry.objects.get()
    form = desk.get(at(case, f"chronology/{entry.pk}/correct/")).text
    assert "Fell in the corridor" in form and "14:30" in form
    shown = send(desk, case, f"chronology/{entry.pk}/correct/", what="Fell in the bathroom", where="other", about="on",
                 **on(day, "on")).text  # fmt: skip
    assert "<s>Fell in the corridor</s>" in shown and "Fell in the bathroom" in shown and "about" in shown


def test_an_entry_names_its_file(case, desk, sam):
    file = a_file(case, sam)
    shown = send(
        desk, case, "chronology/add/", what="She rang", where=f"evidence-{file.pk}", **on(days_ago(2), "on")
    ).text
    assert "File: note" in shown
    assert "File: note" in desk.get(at(case, "chronology/")).text


@pytest.mark.parametrize("said,why", [({"what": ""}, "Write what happened"), ({"at_time": "half"}, "24-hour clock"),
                                      ({"where": "evidence-999"}, "choose")])  # fmt: skip
def test_a_bad_entry_is_refused_kindly(case, desk, said, why):
    given = {"what": "She rang", "where": "complaint", **on(days_ago(2), "on"), **said}
    response = send(desk, case, "chronology/add/", **given)
    assert response.status_code == 422 and why.lower() in response.text.lower()


def test_a_day_to_come_is_refused(case, desk):
    tomorrow = timezone.localdate() + dt.timedelta(1)
    response = send(desk, case, "chronology/add/", what="She rang", where="complaint", **on(tomorrow, "on"))
    assert "today or in the past" in response.text


def test_who_was_quicker_is_said_and_what_was_typed_stays(case, desk):
    stale = {"version": 999, "what": "What happened?", "days": "5", "of_whom": "Sister Field"}
    response = desk.post(at(case, "statements/ask/"), stale)
    assert response.status_code == 409 and "What happened?" in response.text


def test_every_read_leaves_a_row(case, desk, sam):
    desk.get(at(case))
    desk.get(at(case, "chronology/"))
    assert Access.objects.filter(what="investigation", by=sam).count() == 2


def test_another_organisation_finds_nothing(case, sam, signed_in):
    row = asked(case, sam)
    entry = actions.chronicle(case, on=days_ago(3), what="Fell", source="complaint", by=sam)
    named = actions.name_investigator(case, user=sam, by=sam)
    stranger = signed_in(a_member(OrganisationFactory()))
    pages = ["", "chronology/", "chronology/add/", f"chronology/{entry.pk}/correct/", "investigators/name/",
             "statements/ask/", f"statements/{row.pk}/chase/", "decide/candour/"]  # fmt: skip
    assert {stranger.get(at(case, page)).status_code for page in pages} == {404}
    assert stranger.post(at(case, f"investigators/{named.pk}/release/")).status_code == 404


def test_a_row_of_another_case_is_not_found_under_this_one(case, desk, sam):
    other = a_case(organisation=case.organisation)
    row = asked(other, sam)
    assert desk.get(at(case, f"statements/{row.pk}/chase/")).status_code == 404


def test_the_page_costs_the_same_however_much_was_found(case, desk, sam, django_assert_max_num_queries):
    for n in range(4):
        row = asked(case, sam, of_whom=f"Nurse {n}")
        actions.chase_statement(row, by=sam)
        entry = actions.chronicle(case, on=days_ago(9), what=f"Step {n}", source="complaint", by=sam)
        actions.chronicle(case, on=days_ago(9), what="Better", source="complaint", corrects=entry, by=sam)
        actions.decide_flag(case, kind="claim", answer="no", reason="None.", by=sam)
        actions.name_investigator(case, name=f"Dr {n}", role="doctor", by=sam)
    with django_assert_max_num_queries(MOST_QUERIES):
        desk.get(at(case))
