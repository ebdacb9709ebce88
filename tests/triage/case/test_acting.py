"""Doing something with a case: each step, what it refuses, and that nothing typed is lost."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from organisations.models import Role
from sentiment.models import Classification
from tests.factories import (
    IcbFactory,
    NationalBodyFactory,
    OrganisationFactory,
    PracticeFactory,
    ServiceFactory,
    a_case,
    a_letter,
    a_member,
    days_ago,
)
from triage import actions
from triage.case.steps import STEPS
from triage.models import Case, Event, Referral, Reply

pytestmark = pytest.mark.django_db
WORDS = a_letter("The ward had nobody to send.")


def today():
    day = timezone.localdate()
    return {"said_on_day": day.day, "said_on_month": day.month, "said_on_year": day.year}


@pytest.fixture
def trust():
    return OrganisationFactory(parent=IcbFactory())


@pytest.fixture
def officer(trust):
    return a_member(trust)


@pytest.fixture
def colleague(trust):
    return a_member(trust)


@pytest.fixture
def case(trust):
    return a_case(organisation=trust)


@pytest.fixture
def concern(trust):
    """Answered in short words: the answer to a complaint is a letter that is signed first."""
    return a_case(organisation=trust, intent="concern")


@pytest.fixture
def desk(officer, signed_in):
    return signed_in(officer)


def do(case, slug):
    return f"/cases/{case.reference}/do/{slug}/"


def send(desk, case, slug, **said):
    case.refresh_from_db()
    response = desk.post(do(case, slug), {"version": case.version, **said})
    case.refresh_from_db()
    return response


def on(day, name="answered_on"):
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


def in_a_month():
    day = timezone.localdate() + dt.timedelta(30)
    return {"agreed_on_day": day.day, "agreed_on_month": day.month, "agreed_on_year": day.year}


def test_a_case_runs_from_new_to_closed_and_back(desk, concern, officer):
    case = concern
    said = [
        ("take", {}, "open"),
        ("acknowledge", {"text": "We have your complaint."}, "open"),
        ("agree-date", {**in_a_month(), **today(), "how": "telephone", "note": "By phone today."}, "open"),
        ("note", {"text": "Rang the ward."}, "open"),
        ("correct-priority", {"priority": "urgent", "note": "There may be others."}, "open"),
        ("reply", {"text": WORDS}, "replied"),
        ("close", {"outcome": "upheld"}, "closed"),
        ("reopen", {"note": "They are not content."}, "open"),
    ]
    for slug, words, status in said:
        response = send(desk, case, slug, **words)
        assert response["Location"] == f"/cases/{case.reference}/", slug
        assert case.status == status, slug
    assert case.handler == officer
    assert case.priority == 1
    assert [event.kind for event in case.events.all()] == [
        "open", "take", "acknowledge", "agree_date", "note", "correct", "reply", "close", "reopen",
    ]  # fmt: skip


def test_every_step_that_is_offered_has_its_page(desk, case):
    NationalBodyFactory()
    page = desk.get(f"/cases/{case.reference}/").text
    offered = set(re.findall(r"/do/([a-z-]+)/", page))
    assert offered >= {
        "take",
        "acknowledge",
        "close",
        "assign",
        "agree-date",
        "refer",
        "tell",
        "correct-priority",
        "note",
    }
    assert "reply" not in offered
    for slug in offered:
        response = desk.get(do(case, slug))
        assert response.status_code == 200, slug
        assert STEPS[slug].button in response.text


@pytest.mark.parametrize("slug", sorted(STEPS))
def test_another_organisation_a_regulator_and_a_stranger_cannot(slug, case, trust, signed_in):
    stranger = signed_in(a_member(OrganisationFactory()))
    assert stranger.get(do(case, slug)).status_code == stranger.post(do(case, slug)).status_code == 404
    regulator = signed_in(a_member(trust, Role.REGULATOR))
    assert regulator.get(do(case, slug)).status_code == regulator.post(do(case, slug)).status_code == 403
    regulator.logout()
    assert regulator.get(do(case, slug)).status_code == regulator.post(do(case, slug)).status_code == 302
    assert Event.objects.filter(case=case).count() == 1


def test_the_reply_to_a_complaint_is_written_on_the_page_of_letters(desk, case):
    letters = f"/cases/{case.reference}/letters/"
    assert (
        f'href="{letters}">Write the reply, or another letter' in desk.get(f"/cases/{case.reference}/").text
    )
    response = desk.get(do(case, "reply"), follow=True)
    assert response.redirect_chain == [(letters, 302)]
    assert "signed by the responsible person" in response.text


def test_a_step_that_does_not_exist_is_not_found(desk, case):
    assert desk.get(do(case, "fly")).status_code == 404


def test_the_second_of_two_officers_is_told_who_was_quicker_and_keeps_what_they_wrote(
    desk, concern, colleague
):
    case = concern
    seen = case.version
    actions.take(case, by=colleague)

    response = desk.post(do(case, "reply"), {"version": seen, "text": WORDS})

    assert response.status_code == 409
    assert f"{colleague} took this case at {timezone.localtime():%H:}" in response.text
    assert "Nothing of yours was saved over it." in response.text
    assert WORDS in response.text
    assert not Reply.objects.exists()
    case.refresh_from_db()
    assert case.handler == colleague

    # Having read that, the same form goes through.
    version = re.search(r'name="version" value="(\d+)"', response.text)[1]
    assert desk.post(do(case, "reply"), {"version": version, "text": WORDS}).status_code == 302
    assert Reply.objects.get().text == WORDS


def test_a_stale_form_is_told_even_if_its_step_is_over(desk, case, colleague):
    seen = case.version
    actions.close(case, outcome="withdrawn", by=colleague)
    response = desk.post(do(case, "reply"), {"version": seen, "text": WORDS})
    assert response.status_code == 409
    assert f"{colleague} closed this case: withdrawn by the person" in response.text
    assert WORDS in response.text


def test_an_illegal_move_is_refused_with_its_reason_and_the_words_kept(desk, case, colleague):
    actions.close(case, outcome="withdrawn", by=colleague)
    response = send(desk, case, "reply", text=WORDS)
    assert response.status_code == 422
    assert "You cannot reply to a case that is closed." in response.text
    assert WORDS in response.text


def test_a_step_that_is_over_leads_back_to_the_case_with_a_word(desk, case):
    response = desk.get(do(case, "reopen"), follow=True)
    assert response.redirect_chain == [(f"/cases/{case.reference}/", 302)]
    assert "You cannot do that now: open this case again." in response.text


def test_a_form_without_a_version_changes_nothing(desk, case):
    assert desk.post(do(case, "take")).status_code == 422
    case.refresh_from_db()
    assert case.handler is None


REFUSED = [
    ("acknowledge", {"text": " "}, "Write the words first"),
    ("reply", {"text": "[Write here what you found]"}, "Fill in each part in square brackets"),
    ("reply", {"text": a_letter("Dear [name], we are sorry.")}, "or take it out: [name]"),
    ("reply", {"text": "We are sorry."}, "The reply to a complaint is signed by the responsible person"),
    ("note", {"text": ""}, "Write the note first"),
    ("close", {"note": "Kept words."}, "Choose how it ended"),
    ("close", {"outcome": "upheld", "note": "Kept words."}, "Reply first."),
    ("refer", {"note": "Kept words."}, "Choose the team"),
    ("tell", {"reason": "Kept words."}, "Choose who should know"),
    ("agree-date", {"note": "Kept words."}, "Enter the date you agreed"),
    ("agree-date", {"agreed_on_day": 31, "agreed_on_month": 2, "agreed_on_year": 2027, "note": "Kept words."}, "real date"),
    ("agree-date", {"agreed_on_day": 2, "agreed_on_month": 4, "agreed_on_year": 2026, "how": "letter", "note": "Kept words.",
                    **today()}, "in the future"),
    ("correct-priority", {"priority": "urgent", "note": ""}, "Say why"),
]  # fmt: skip


@pytest.mark.parametrize(("slug", "said", "why"), REFUSED)
def test_a_step_is_refused_in_words_and_keeps_what_was_typed(slug, said, why, desk, case):
    response = send(desk, case, slug, **said)
    assert response.status_code == 422
    assert why in response.text
    assert "There is a problem" in response.text
    for typed in said.values():
        assert str(typed).strip() in response.text
    assert case.events.count() == 1


def test_a_reply_waits_for_consent_and_says_so_before_anybody_writes(trust, desk):
    case = a_case(
        organisation=trust, intent="concern", about="someone_else", relationship="daughter", consent="not_yet"
    )
    page = desk.get(do(case, "reply")).text
    assert "You cannot reply yet" in page
    assert "regulation 5" in page

    response = send(desk, case, "reply", text=WORDS)
    assert response.status_code == 422
    assert "their consent is not recorded" in response.text
    assert WORDS in response.text

    said = {
        "answer": "given",
        "told": "telephone",
        "note": "She rang and agreed.",
        **on(timezone.localdate()),
    }
    assert send(desk, case, "record-consent", **said).status_code == 302
    assert send(desk, case, "reply", text=WORDS).status_code == 302
    assert case.status == "replied"


def test_an_acknowledgement_begins_with_plain_words_that_name_the_reference_and_the_date(desk, case, officer):
    page = desk.get(do(case, "acknowledge")).text
    for words in (
        case.reference,
        f"{case.respond_by.day} {case.respond_by:%B %Y}",
        "Complaints team",
        officer.name,
    ):
        assert words in page


def test_what_the_person_needs_is_shown_wherever_we_write_to_them(trust, desk):
    case = a_case(
        organisation=trust, intent="concern", reply_by="post",
        contact={"address": "1 Hill Road", "needs": "Very large print"},
    )  # fmt: skip
    for slug in ("acknowledge", "reply"):
        page = desk.get(do(case, slug)).text
        assert "Very large print" in page
        assert "1 Hill Road" not in page
    assert "Very large print" not in desk.get(do(case, "close")).text


def test_a_case_goes_to_a_colleague_who_can_see_it_and_to_nobody_else(desk, case, trust, colleague):
    outsider = a_member(OrganisationFactory())
    manager = a_member(trust, Role.SERVICE_MANAGER, service=ServiceFactory(organisation=trust))
    page = desk.get(do(case, "assign")).text
    assert str(colleague) in page
    assert str(outsider) not in page
    assert str(manager) not in page

    assert send(desk, case, "assign", handler=outsider.pk).status_code == 422
    assert send(desk, case, "assign", handler=colleague.pk).status_code == 302
    assert case.handler == colleague
    send(desk, case, "assign", handler="")
    assert case.handler is None


def test_a_case_passed_beyond_the_officers_reach_leads_back_to_the_queue(desk, case, trust):
    response = send(
        desk,
        case,
        "refer",
        organisation=trust.parent_id,
        team="complaints",
        note="It is about us.",
        agreed="By telephone.",
    )
    assert response["Location"] == "/queue/"
    assert case.organisation == trust.parent
    assert desk.get(f"/cases/{case.reference}/").status_code == 404


def test_a_case_is_passed_only_to_those_who_may_owe_the_reply(desk, case):
    elsewhere = OrganisationFactory()
    assert (
        send(desk, case, "refer", organisation=elsewhere.pk, team="pals", note="Not ours.").status_code == 422
    )


def test_a_practice_has_no_pals_to_pass_a_case_to(signed_in):
    practice = PracticeFactory(parent=IcbFactory())
    page = signed_in(a_member(practice)).get(do(a_case(organisation=practice), "refer")).text
    assert 'value="pals"' not in page


def test_a_missed_date_asks_for_its_reason_once_and_the_person_reads_it(trust, desk):
    case = a_case(organisation=trust, intent="concern", received_on=days_ago(40))
    asks = f'href="{do(case, "explain")}">Write the reason'
    for page in (f"/cases/{case.reference}/", do(case, "reply"), do(case, "close")):
        assert asks in desk.get(page).text
    send(desk, case, "acknowledge", text="We have it.")
    send(desk, case, "reply", text=WORDS)

    refused = send(desk, case, "close", outcome="upheld", note="Kept words.")
    assert refused.status_code == 422
    assert "regulation 14(4)" in refused.text
    assert "Kept words." in refused.text

    assert send(desk, case, "explain", reason="The records came late.").status_code == 302
    page = desk.get(f"/cases/{case.reference}/").text
    assert asks not in page
    assert "told the person why a date was missed: Acknowledge by, Reply by" in page
    assert "The records came late." in page
    assert send(desk, case, "close", outcome="upheld").status_code == 302
    assert case.status == "closed"


def test_a_case_in_time_has_no_reason_to_give(desk, case):
    assert "Write the reason" not in desk.get(f"/cases/{case.reference}/").text
    assert "You cannot do that now" in desk.get(do(case, "explain"), follow=True).text


def test_a_body_that_was_told_is_not_offered_again(desk, case):
    NationalBodyFactory()
    assert send(desk, case, "tell", body="cqc", reason="A pattern on this ward.").status_code == 302
    assert Referral.objects.get(body="cqc").reason == "A pattern on this ward."
    assert 'value="cqc"' not in desk.get(do(case, "tell")).text


def test_a_corrected_reading_stands_and_the_machines_stays(desk, case, officer):
    comment = case.feedback.comments.get()
    address = f"/cases/{case.reference}/comments/{comment.pk}/correct/"
    assert desk.get(address).status_code == 200

    desk.post(
        address,
        {
            "version": case.version,
            "sentiment": "4",
            "themes": ["Timeliness of care"],
            "note": "It is about the wait.",
        },
    )

    rows = Classification.objects.filter(comment=comment).order_by("id")
    assert [row.by for row in rows] == [None, officer]
    assert (rows[1].sentiment, rows[1].predicted_themes) == (4, ["Timeliness of care"])
    page = desk.get(f"/cases/{case.reference}/").text
    assert f"Corrected by {officer}" in page
    assert "waiting times" in page


@pytest.mark.parametrize("said", [{}, {"sentiment": "9"}, {"sentiment": "2", "themes": ["Weather"]}])
def test_a_correction_that_makes_no_sense_is_refused(said, desk, case):
    address = f"/cases/{case.reference}/comments/{case.feedback.comments.get().pk}/correct/"
    assert desk.post(address, {"version": case.version, **said}).status_code == 422
    assert Classification.objects.count() == 1


def test_the_second_of_two_corrections_is_told_and_overwrites_nothing(desk, case, colleague):
    comment = case.feedback.comments.get()
    address = f"/cases/{case.reference}/comments/{comment.pk}/correct/"
    seen = re.search(r'name="version" value="(\d+)"', desk.get(address).text)[1]
    read = Classification.objects.get(comment=comment)
    actions.correct_classification(case, classification=read, sentiment=5, themes=[], by=colleague)
    mine = {"sentiment": "2", "themes": ["Parking"], "note": "They came by car."}

    told = desk.post(address, {"version": seen, **mine})

    assert told.status_code == 409
    assert f"{colleague} corrected the reading of the words at " in told.text
    assert "They came by car." in told.text
    assert Classification.objects.filter(comment=comment).latest("id").by == colleague

    version = re.search(r'name="version" value="(\d+)"', told.text)[1]
    assert desk.post(address, {"version": version, **mine}).status_code == 302
    assert Classification.objects.filter(comment=comment).latest("id").sentiment == 2


def test_a_correction_without_a_version_changes_nothing(desk, case):
    address = f"/cases/{case.reference}/comments/{case.feedback.comments.get().pk}/correct/"
    assert desk.post(address, {"sentiment": "2"}).status_code == 422
    assert Classification.objects.count() == 1


def test_a_comment_of_another_case_cannot_be_corrected_from_here(desk, case):
    other = a_case().feedback.comments.get()
    assert desk.get(f"/cases/{case.reference}/comments/{other.pk}/correct/").status_code == 404


def test_a_reply_of_another_case_cannot_be_marked_from_here(desk, case):
    other = a_case(reply_by="post", contact={"address": "1 Hill Road"})
    letter = actions.acknowledge(other, text="We have it.", by=a_member(other.organisation))
    assert desk.post(f"/cases/{case.reference}/replies/{letter.pk}/sent/").status_code == 404
    assert Reply.objects.get(pk=letter.pk).delivered_at is None


def test_the_price_of_a_step_does_not_grow(desk, case, officer, django_assert_max_num_queries):
    for _ in range(4):
        actions.note(case, text="Rang the ward.", by=officer)
    # Four keep the read, three find the words and the parties, one the decisions, one the consent.
    with django_assert_max_num_queries(29):
        desk.get(do(case, "acknowledge"))
    assert Case.objects.count() == 1
