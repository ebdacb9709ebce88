"""The page "After the reply", the steps on it, and what the person is asked with their return code."""

import pytest
from django.utils import timezone

from feedback.references import return_code
from tests.factories import OrganisationFactory, a_case, a_member
from triage import actions
from triage.models import Access, Case, Handling, Improvement, Referred, Reply

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(case):
    return a_member(case.organisation)


@pytest.fixture
def case():
    return a_case("The lift was broken and nobody came.")


@pytest.fixture
def replied(case):
    Reply.objects.create(case=case, kind=Reply.Kind.REPLY, text="The lift is mended.", way="portal")
    Case.objects.filter(pk=case.pk).update(replied_at=timezone.now(), status="replied")
    case.refresh_from_db()
    return case


def page_of(case):
    return f"/cases/{case.reference}/afterwards/"


def test_before_the_reply_the_stage_is_locked_and_says_until_when(case, officer, signed_in):
    page = signed_in(officer).get(page_of(case)).content.decode()
    assert "Our final reply has not gone yet" in page and "go-to-ombudsman" not in page


def test_after_the_reply_the_stage_can_be_opened_from_the_page(replied, officer, signed_in):
    staff = signed_in(officer)
    assert "go-to-ombudsman" in staff.get(page_of(replied)).content.decode()
    today = timezone.localdate()
    day = {"told_us_on_day": today.day, "told_us_on_month": today.month, "told_us_on_year": today.year}
    staff.post(f"/cases/{replied.reference}/do/go-to-ombudsman/", {"version": replied.version, **day})
    assert Referred.objects.get().case == replied
    assert "Not yet" in staff.get(page_of(replied)).content.decode()


def test_a_change_is_promised_from_the_case(replied, officer, signed_in):
    today = timezone.localdate()
    day = {"due_on_day": today.day, "due_on_month": today.month, "due_on_year": today.year}
    signed_in(officer).post(
        f"/cases/{replied.reference}/do/improve/",
        {"version": replied.version, "said": "The lift stops.", "plan": "A new motor.", "owner": officer.pk, "theme": "", **day},
    )  # fmt: skip
    assert Improvement.objects.get().case == replied
    assert "A new motor." in signed_in(officer).get(page_of(replied)).content.decode()


def test_reading_the_page_is_kept_and_anothers_case_is_not_there(case, officer, signed_in):
    signed_in(officer).get(page_of(case))
    assert Access.objects.filter(feedback=case.feedback, what="afterwards", by=officer).exists()
    assert signed_in(a_member(OrganisationFactory())).get(page_of(case)).status_code == 404


def test_the_page_costs_the_same_whatever_happened(
    replied, officer, signed_in, django_assert_max_num_queries
):
    actions.tell_how_handled(replied, answers={"listened": 2})
    actions.go_to_ombudsman(replied, told_us_on=timezone.localdate(), by=officer)
    staff = signed_in(officer)
    with django_assert_max_num_queries(26):
        staff.get(page_of(replied))


def code_of(case):
    return return_code(case.feedback.source, case.feedback.external_id)


def test_the_person_is_asked_when_we_have_replied_and_thanked_once(replied, client):
    page = client.post("/track/", {"code": code_of(replied)}).content.decode()
    assert "I felt listened to and understood." in page
    answers = {"code": code_of(replied), "handling": "1", "listened": "1", "words": "You rang me back."}
    page = client.post("/track/", answers).content.decode()
    assert "Thank you. Your answers help us" in page and "I felt listened to and understood." not in page
    assert Handling.objects.get().listened == 1
    assert "You have answered these questions already" in client.post("/track/", answers).content.decode()


def test_nobody_is_asked_before_the_reply(case, client):
    assert "I felt listened to" not in client.post("/track/", {"code": code_of(case)}).content.decode()
    client.post("/track/", {"code": code_of(case), "handling": "1", "listened": "1"})
    assert not Handling.objects.exists()


def test_an_answer_that_is_none_is_refused_and_the_words_stay(replied, client):
    answer = client.post(
        "/track/", {"code": code_of(replied), "handling": "1", "listened": "9", "words": "You rang me back."}
    ).content.decode()
    assert "Choose one of the answers" in answer and "You rang me back." in answer
    assert not Handling.objects.exists()


def test_staff_read_what_the_person_thought(replied, officer, signed_in):
    actions.tell_how_handled(replied, answers={"again": 5}, words="It took too long.")
    page = signed_in(officer).get(page_of(replied)).content.decode()
    assert "Strongly disagree" in page and "It took too long." in page
