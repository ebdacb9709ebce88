"""What the person may know: plain, dated, honest, and nobody's surname."""

import datetime as dt

import pytest
from django.utils import timezone

from feedback.models import About, Consent, Intent
from tests.factories import NationalBodyFactory, a_letter, days_ago, received, signed_reply
from tests.triage.track.conftest import code_of, decide, told
from triage import actions
from triage.models import Case, Event, Referral
from triage.signing import signature
from triage.track import words
from triage.track.timeline import TITLES, find, timeline


def titles(feedback):
    return [event["title"] for event in timeline(feedback)["events"]]


def test_before_a_decision_it_says_that_we_are_reading(ward):
    account = timeline(received(service=ward))
    assert account["state"] == "waiting"
    assert "have not decided yet" in account["says"]
    assert account["promises"] == []


def test_where_no_reply_was_asked_for_it_says_that_none_will_come(ward):
    account = timeline(told(ward, reply_wanted=False))
    assert account["state"] == "no_reply"
    assert "will not send one" in account["says"]


def test_an_open_case_says_who_answers_and_by_when(complaint):
    account = timeline(complaint)
    case = complaint.case
    assert account["state"] == "open"
    assert account["says"] == "The complaints team at Elder Vale Hospital Trust will look into this."
    assert [(one["what"], one["by"], one["late"]) for one in account["promises"]] == [
        ("acknowledge", case.acknowledge_by, False),
        ("answer", case.respond_by, False),
    ]
    assert account["promises"][1]["says"] == f"We will answer by {words.day(case.respond_by)}."
    assert titles(complaint) == ["We decided who answers you", "We received what you told us"]


def test_a_date_reads_as_people_write_it():
    assert words.day(dt.date(2026, 4, 30)) == "30 April 2026"


def test_late_is_said_honestly(ward):
    late = timeline(told(ward, intent=Intent.COMPLAINT, received_on=days_ago(40)))
    assert [one["late"] for one in late["promises"]] == [True, True]
    assert all("sorry" in one["says"] for one in late["promises"])
    assert "You will still get an answer from the complaints team" in late["promises"][1]["says"]


def test_the_due_day_itself_is_not_late(ward):
    account = timeline(told(ward, intent=Intent.COMPLAINT, received_on=days_ago(28)))
    assert account["promises"][1]["late"] is False


def test_an_agreed_date_is_the_one_promised(complaint, officer):
    agreed = timezone.localdate() + dt.timedelta(days=60)
    actions.agree_date(
        complaint.case, agreed_on=agreed, note="She agreed by telephone", how="telephone", by=officer
    )
    account = timeline(complaint)
    assert account["promises"][-1]["by"] == agreed
    assert "We agreed with you" in account["promises"][-1]["says"]
    assert account["events"][0]["text"] == f"We will answer by {words.day(agreed)}."


def test_the_acknowledgement_and_the_reply_are_there_in_full(complaint, officer):
    actions.take(complaint.case, by=officer)
    assert timeline(complaint)["says"].endswith("is looking into this.")
    actions.acknowledge(complaint.case, text="We have your complaint.\nIt goes on.", by=officer)
    assert [one["what"] for one in timeline(complaint)["promises"]] == ["answer"]
    letter = a_letter("We are sorry.\nWe changed the rota.")
    signed_reply(complaint.case, letter, by=officer)
    account = timeline(complaint)
    assert account["state"] == "replied"
    assert account["promises"] == []
    assert [event["text"] for event in account["events"][:2]] == [
        f"{letter}\n\n{signature(complaint.case.letters.get())}",
        "We have your complaint.\nIt goes on.",
    ]
    assert account["events"][0]["by"] == "the complaints team at Elder Vale Hospital Trust"


def test_why_we_are_late_is_told_in_the_words_written_for_the_person(ward, officer):
    feedback = told(ward, intent="complaint", reply_wanted=True, reply_by="code", received_on=days_ago(40))
    actions.explain(feedback.case, reason="We are sorry.\nThe records came late.", by=officer)
    event = timeline(feedback)["events"][0]
    assert (event["title"], event["text"]) == (
        "We told you why we are late",
        "We are sorry.\nThe records came late.",
    )


def test_no_name_of_staff_and_no_note_is_ever_told(complaint, officer):
    case = complaint.case
    actions.take(case, by=officer)
    actions.note(case, text="SECRET note", by=officer)
    actions.agree_date(
        case,
        agreed_on=timezone.localdate() + dt.timedelta(days=9),
        note="SECRET call",
        how="letter",
        by=officer,
    )
    actions.refer(case, team="pals", organisation=case.organisation, note="SECRET reason", by=officer)
    actions.reply(case, text="We are sorry. The lift is mended.", by=officer)
    actions.close(case, outcome="upheld", note="SECRET end", by=officer)
    actions.reopen(case, note="SECRET again", by=officer)
    account = str(timeline(complaint))
    assert "SECRET" not in account
    assert "Quill" not in account


def test_passing_it_on_says_who_answers_now(complaint, officer, trust):
    actions.refer(
        complaint.case,
        team="complaints",
        organisation=trust.parent,
        note="They commission it",
        agreed="SECRET",
        by=officer,
    )
    account = timeline(complaint)
    assert account["who"] == "the complaints team at Vale and Moor ICB"
    assert account["events"][0]["text"] == "The complaints team at Vale and Moor ICB will answer you."
    assert account["events"][1]["text"] == "The complaints team will answer you."


def test_after_the_answer_to_a_complaint_the_ombudsman_is_named(complaint, officer):
    assert timeline(complaint)["if_unhappy"] == ""
    signed_reply(complaint.case, finding="partly", by=officer)
    actions.close(complaint.case, outcome="partly", by=officer)
    account = timeline(complaint)
    assert account["state"] == "closed"
    assert "Ombudsman" in account["if_unhappy"]


def test_after_the_answer_to_a_concern_a_complaint_comes_first(ward, officer):
    concern = told(ward, intent=Intent.CONCERN, reply_wanted=True, reply_by="code")
    actions.reply(concern.case, text="We are sorry. The lift is mended.", by=officer)
    assert timeline(concern)["if_unhappy"] == words.MAKE_A_COMPLAINT


def test_six_months_without_an_answer_open_the_way_to_the_ombudsman(ward):
    account = timeline(told(ward, intent=Intent.COMPLAINT, received_on=days_ago(200)))
    assert "six months" in account["if_unhappy"]


def test_a_case_that_ended_without_an_answer_names_no_ombudsman(complaint, officer):
    actions.close(complaint.case, outcome="withdrawn", by=officer)
    account = timeline(complaint)
    assert account["if_unhappy"] == ""
    assert account["events"][0]["text"] == "You asked us to stop."


def test_waiting_for_consent_is_said_and_stops_when_it_is_there(ward, officer):
    feedback = told(ward, intent=Intent.COMPLAINT, about=About.SOMEONE_ELSE, consent=Consent.NOT_YET)
    assert "agree" in timeline(feedback)["waiting_for_consent"]
    actions.record_consent(feedback.case, told="telephone", note="Signed form", by=officer)
    assert timeline(feedback)["waiting_for_consent"] == ""


def test_bodies_told_are_named_with_the_reason_but_not_those_told_in_confidence(complaint, trust):
    cqc = NationalBodyFactory(name="Care Quality Commission")
    for body, organisation in (
        ("cqc", cqc),
        ("patient_safety", trust),
        ("safeguarding", trust),
        ("new_team", trust),
    ):
        Referral.objects.get_or_create(
            feedback=complaint,
            body=body,
            defaults={"organisation": organisation, "reason": "SECRET", "way": "portal"},
        )
    account = timeline(complaint)
    assert [one["name"] for one in account["told"]] == [
        "Care Quality Commission",
        "The patient safety team at Elder Vale Hospital Trust",
        "Another team at Elder Vale Hospital Trust",
    ]
    assert all(one["why"] and "SECRET" not in one["why"] for one in account["told"])


@pytest.mark.parametrize("told_of", ["safeguarding", "freedom_to_speak_up", "security"])
def test_who_reads_over_a_shoulder_learns_of_no_protection(complaint, trust, told_of):
    Referral.objects.create(feedback=complaint, body=told_of, organisation=trust, reason="x", way="portal")
    assert timeline(complaint)["told"] == []


def test_an_event_that_is_not_public_is_not_told(complaint):
    Event.objects.create(case=complaint.case, kind="close", public=False, detail={"outcome": "upheld"})
    assert "We closed this" not in titles(complaint)


def test_every_public_event_of_the_actions_has_words_or_a_row_of_its_own(complaint, officer, trust):
    NationalBodyFactory()
    case = complaint.case
    actions.acknowledge(case, text="We have it.", by=officer)
    actions.agree_date(
        case,
        agreed_on=timezone.localdate() + dt.timedelta(days=9),
        note="By telephone",
        how="telephone",
        by=officer,
    )
    actions.refer(case, team="pals", organisation=trust, note="Theirs", by=officer)
    actions.tell(case, body="cqc", reason="They should know", by=officer)
    actions.reply(case, text="We are sorry. The lift is mended.", by=officer)
    actions.close(case, outcome="upheld", by=officer)
    actions.reopen(case, note="Again", by=officer)
    kinds = set(Event.objects.filter(public=True).values_list("kind", flat=True))
    assert kinds - set(TITLES) == {"acknowledge", "reply", "tell"}


def test_the_newest_comes_first_and_receipt_last(ward, officer):
    feedback = told(ward, intent=Intent.COMPLAINT)
    actions.acknowledge(feedback.case, text="We have it.", by=officer)
    assert titles(feedback) == [
        "We told you that we have this",
        "We decided who answers you",
        "We received what you told us",
    ]


def test_what_the_person_wrote_after_our_answer_is_not_forgotten(complaint, officer, ward):
    signed_reply(complaint.case, by=officer)
    decide(
        received("It happened again.", service=ward, follows=complaint, source="track", intent=Intent.CONCERN)
    )
    account = timeline(complaint)
    assert account["says"].endswith("Someone will read it.")
    assert account["events"][0]["title"] == "You wrote to us"
    assert account["events"][0]["text"] == "It happened again."
    assert Case.objects.count() == 1


def test_the_number_of_queries_does_not_grow(complaint, officer, ward, django_assert_max_num_queries):
    actions.acknowledge(complaint.case, text="We have it.", by=officer)
    for number in range(5):
        decide(received(f"Message {number}", service=ward, follows=complaint, source="track"))
    with django_assert_max_num_queries(8):
        timeline(complaint)


def test_a_code_opens_its_own_feedback_only(complaint, ward):
    other = received("Other words.", service=ward)
    code = code_of(complaint)
    assert find(code) == find(f" {code[:4]}-{code[4:8]} {code[8:]}") == complaint
    assert find(code, complaint.reference.lower()) == complaint
    assert find(code, other.reference) is None
    assert find("4218096630157749") is None
    assert find("") is None


def test_feedback_without_a_code_is_opened_by_none(ward):
    received("Imported words.", service=ward, with_return_code=False)
    assert find("") is None
