"""The issues of a case in pages: whose they are, what each form does and refuses, and what it costs."""

import re

import pytest
from django.utils import timezone

from organisations.models import Role
from tests.factories import (
    OrganisationFactory,
    ServiceFactory,
    a_case,
    a_member,
    an_issue,
    signed_reply,
)
from triage import actions
from triage.models import Access, Case, Improvement, Issue, Status

pytestmark = pytest.mark.django_db
MOST_QUERIES = 26
WORDS = "The wait was nine hours. Nobody told us why. The nurse was kind."
SAID = {"sentence": "You waited nine hours.", "subject": "waiting_times", "profession": "medical"}
PAGES = ("", "add/", "1/change/", "1/decide/", "1/undo/", "1/drop/", "1/promise/")


@pytest.fixture
def case():
    return a_case(WORDS, service=ServiceFactory(name="Rowan Ward"))


@pytest.fixture
def sam(case):
    return a_member(case.organisation)


@pytest.fixture
def desk(sam, signed_in):
    return signed_in(sam)


def at(case, rest=""):
    return f"/cases/{case.reference}/issues/{rest}"


def send(desk, case, rest, **said):
    case.refresh_from_db()
    return desk.post(at(case, rest), {"version": case.version, **said}, follow=True)


def test_an_issue_is_added_decided_and_the_outcome_is_said(desk, case):
    assert "Nobody has said yet what the issues are." in desk.get(at(case)).text
    shown = send(desk, case, "add/", **SAID, service=case.service_id).text
    assert "You waited nine hours." in shown and "Waiting times" in shown and "Rowan Ward" in shown
    assert "1 issue, 0 with a finding." in shown
    shown = send(
        desk, case, "1/decide/", finding="partly", reason="Seven, not nine.", learning="A board."
    ).text
    assert "1 issue, 1 with a finding." in shown and "<strong>partly upheld</strong>" in shown
    assert "partly upheld" in desk.get(f"/cases/{case.reference}/").text


def test_the_place_the_case_is_about_is_chosen_at_first(desk, case):
    assert f'value="{case.service_id}" selected' in desk.get(at(case, "add/")).text


@pytest.mark.parametrize(
    ("rest", "said", "why"),
    [
        ("add/", {"sentence": "Kept words."}, "Choose a subject"),
        (
            "add/",
            {"sentence": "", "subject": "transport", "profession": "medical"},
            "Write what is complained about",
        ),
        ("1/decide/", {"reason": "Kept words."}, "Choose what you found"),
        ("1/decide/", {"finding": "upheld", "learning": "Kept words."}, "Say why"),
        ("1/drop/", {"why": ""}, "Say why"),
        ("1/change/", {"sentence": "Kept words.", "subject": "weather", "profession": "medical"}, "weather"),
    ],
)
def test_a_form_that_wants_something_says_what_and_keeps_what_was_typed(desk, case, sam, rest, said, why):
    an_issue(case, "", by=sam)
    response = send(desk, case, rest, **said)
    assert response.status_code == 422
    assert "There is a problem" in response.text and why in response.text
    if "Kept words." in said.values():
        assert "Kept words." in response.text
    assert Issue.objects.get().finding == ""


def test_the_second_of_two_officers_is_told_and_keeps_what_they_wrote(desk, case, sam):
    issue = an_issue(case, "", by=sam)
    case.refresh_from_db()
    seen = case.version
    colleague = a_member(case.organisation)
    actions.decide_issue(issue, finding="not", reason="The log.", by=colleague)
    typed = {"version": seen, "finding": "upheld", "reason": "I saw it myself."}
    response = desk.post(at(case, "1/decide/"), typed)
    assert response.status_code == 409
    assert f"{colleague} decided on issue 1" in response.text and "I saw it myself." in response.text
    issue.refresh_from_db()
    assert issue.finding == "not"


def test_a_form_begins_with_what_stands(desk, case, sam):
    an_issue(case, "partly", by=sam, learning="Mend the bell.")
    page = desk.get(at(case, "1/change/")).text
    assert "Nobody answered the bell." in page and 'value="communications" selected' in page
    page = desk.get(at(case, "1/decide/")).text
    assert 'value="partly" checked' in page and "Mend the bell." in page and "The log shows it." in page


def test_a_finding_is_taken_back_and_the_issue_dropped_with_reasons(desk, case, sam):
    an_issue(case, by=sam)
    assert "Drop" not in desk.get(at(case)).text
    send(desk, case, "1/undo/", why="It was another day.")
    shown = send(desk, case, "1/drop/", why="Written twice.").text
    assert "Written twice." in shown and "<s>Nobody answered the bell.</s>" in shown
    assert "It was another day." in desk.get(f"/cases/{case.reference}/").text
    assert desk.get(at(case, "1/decide/")).status_code == 404


def test_what_was_learned_is_promised_with_a_press_and_shown_with_its_owner(desk, case, sam):
    an_issue(case, by=sam, learning="Mend the bell.")
    assert "Promise the change" in desk.get(at(case)).text
    page = desk.get(at(case, "1/promise/")).text
    assert 'value="Mend the bell."' in page and 'value="Nobody answered the bell."' in page
    due = {"due_on_day": 1, "due_on_month": 2, "due_on_year": 2099}
    shown = send(desk, case, "1/promise/", said="The bell.", plan="Mend it.", owner=sam.pk, **due).text
    assert f"{sam}, by 1 February 2099" in shown and "Promise the change" not in shown
    assert Improvement.objects.get().case == case


def test_words_suggest_subjects_with_the_sentence_that_says_so_and_store_nothing(desk, case):
    shown = desk.get(at(case)).text
    assert "What the words suggest" in shown and "The wait was nine hours." in shown
    assert "Nothing says which of their words it was." in shown
    assert not Issue.objects.exists() and case.events.count() == 1


def test_a_suggestion_becomes_an_issue_only_in_somebodys_own_words(desk, case):
    page = desk.get(at(case, "add/?subject=waiting_times")).text
    assert 'value="waiting_times" selected' in page and "The wait was nine hours." in page
    sentence = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.S)[1]
    assert sentence.strip() == ""
    shown = send(desk, case, "add/", **SAID).text
    assert 'id="suggested-waiting_times"' not in shown


def test_a_suggestion_that_was_dismissed_does_not_come_back(desk, case):
    shown = send(desk, case, "dismiss/", subject="waiting_times").text
    assert "not suggested any more" in shown and 'id="suggested-waiting_times"' not in shown
    assert "set a suggested issue aside: waiting times" in desk.get(f"/cases/{case.reference}/").text


def test_a_subject_that_is_in_no_list_is_neither_dismissed_nor_chosen(desk, case):
    assert "Choose a subject from the list" in send(desk, case, "dismiss/", subject="<b>").text
    assert desk.get(at(case, "add/?subject=<b>")).status_code == 200


def test_the_close_form_shows_the_outcome_and_no_longer_asks_for_it(desk, case, sam):
    an_issue(case, "upheld", by=sam)
    signed_reply(case, by=sam)
    an_issue(case, "not", by=sam)
    page = desk.get(f"/cases/{case.reference}/do/close/").text
    values = re.findall(r'name="outcome"[^>]*value="(\w+)"( checked)?', page)
    assert values == [("partly", " checked"), ("settled", ""), ("withdrawn", "")]
    case.refresh_from_db()
    desk.post(f"/cases/{case.reference}/do/close/", {"version": case.version, "outcome": "partly"})
    case.refresh_from_db()
    assert case.outcome == "partly"
    shown = desk.get(at(case)).text
    assert "The case is closed." in shown and "Decide again" not in shown


def test_the_close_form_says_what_is_undecided(desk, case, sam):
    an_issue(case, "", by=sam)
    an_issue(case, by=sam)
    page = desk.get(f"/cases/{case.reference}/do/close/").text
    assert "1 of 2 issues has no finding yet" in page
    assert re.findall(r'name="outcome"[^>]*value="(\w+)"', page) == ["settled", "withdrawn"]


@pytest.mark.parametrize("rest", PAGES)
def test_another_organisation_a_regulator_and_a_stranger_find_nothing(rest, case, sam, signed_in):
    an_issue(case, by=sam)
    stranger = signed_in(a_member(OrganisationFactory()))
    assert stranger.get(at(case, rest)).status_code == 404
    assert stranger.post(at(case, rest or "dismiss/"), SAID).status_code == 404
    regulator = signed_in(a_member(case.organisation, Role.REGULATOR))
    assert regulator.get(at(case, rest)).status_code == 403
    regulator.logout()
    assert regulator.get(at(case, rest)).status_code == 302


def test_an_issue_of_another_case_is_not_there(desk, case, sam):
    an_issue(a_case(organisation=case.organisation), by=sam)
    assert desk.get(at(case, "1/decide/")).status_code == 404
    assert desk.get(at(case, "1/fly/")).status_code == 404


def test_every_read_leaves_a_row(desk, case, sam):
    an_issue(case, "", by=sam)
    for rest in ("", "add/", "1/decide/"):
        desk.get(at(case, rest))
    assert Access.objects.filter(what="issues", by=sam).count() == 3


@pytest.mark.parametrize("many", [1, 9])
def test_the_page_costs_the_same_few_queries_however_many_issues_there_are(
    many, desk, case, sam, django_assert_max_num_queries
):
    for number in range(many):
        issue = an_issue(case, "upheld" if number else "", by=sam, learning="Mend it.", service=case.service)
        if number == many - 1 and number:
            due = {"said": "The bell.", "plan": "Mend it.", "owner": sam, "due_on": case.backstop_on}
            actions.promise_learning(issue, **due, by=sam)
    with django_assert_max_num_queries(MOST_QUERIES):
        desk.get(at(case))


def test_after_the_reply_has_left_the_page_says_what_a_change_does(desk, case, sam):
    an_issue(case, by=sam)
    assert "the reply left on" not in desk.get(at(case)).text
    Case.objects.filter(pk=case.pk).update(replied_at=timezone.now())
    for page in ("", "add/", "1/change/"):
        assert "the reply left on" in desk.get(at(case, page)).text
    Case.objects.filter(pk=case.pk).update(status=Status.CLOSED, closed_at=timezone.now(), outcome="upheld")
    assert "the reply left on" not in desk.get(at(case)).text
