"""Reading a case: whose it is, what is on it, what it leaves behind, what it costs."""

import pytest
from django.urls import reverse

from organisations.models import Role
from tests.factories import (
    IcbFactory,
    NationalBodyFactory,
    OrganisationFactory,
    ServiceFactory,
    a_case,
    a_member,
    days_ago,
    received,
    signed_reply,
)
from triage import actions
from triage.models import Access, Case, Reply

pytestmark = pytest.mark.django_db
MOST_QUERIES = 40  # two find the session and the person, two keep the chain, two what belongs together


@pytest.fixture
def trust():
    return OrganisationFactory(parent=IcbFactory())


@pytest.fixture
def officer(trust):
    return a_member(trust)


def at(case):
    return f"/cases/{case.reference}/"


def test_an_anonymous_person_is_sent_to_sign_in(trust, client):
    response = client.get(at(a_case(organisation=trust)))
    assert response["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("role", [Role.REGULATOR, Role.ADMINISTRATOR])
def test_a_role_without_cases_finds_nothing(role, trust, signed_in):
    case = a_case(organisation=trust)
    client = signed_in(a_member(trust, role))
    assert client.get(at(case)).status_code == client.post(f"{at(case)}contact/").status_code == 404
    assert not Access.objects.exists()


def test_another_organisation_finds_nothing(trust, signed_in):
    case = a_case(organisation=trust)
    client = signed_in(a_member(OrganisationFactory()))
    assert client.get(at(case)).status_code == client.post(f"{at(case)}contact/").status_code == 404


def test_a_manager_of_another_ward_finds_nothing(trust, signed_in):
    case = a_case(service=ServiceFactory(organisation=trust))
    manager = a_member(trust, Role.SERVICE_MANAGER, service=ServiceFactory(organisation=trust))
    assert signed_in(manager).get(at(case)).status_code == 404


def test_every_read_leaves_a_row(trust, officer, signed_in):
    case, client = a_case(organisation=trust), signed_in(officer)
    client.get(at(case))
    client.get(f"{at(case)}do/acknowledge/")
    assert (
        list(Access.objects.values_list("what", "by", "feedback"))
        == [("case", officer.pk, case.feedback_id)] * 2
    )


def test_the_words_are_shown_whole_and_as_words(trust, officer, signed_in):
    words = "First line.\n\n  <b>Second</b> line. " + "It went on and on. " * 200
    page = signed_in(officer).get(at(a_case(words, organisation=trust))).text
    assert "First line.\n\n  &lt;b&gt;Second&lt;/b&gt; line." in page
    assert page.count("It went on and on.") == 200


def test_the_page_says_what_the_model_made_of_it_and_why_it_goes_where(trust, officer, signed_in):
    NationalBodyFactory()
    case = a_case(
        "They gave him the wrong medicine and he was very ill.", organisation=trust, received_on=days_ago(40)
    )
    page = signed_in(officer).get(at(case)).text
    for words in (
        "Feeling:", "How sure the model was", "Language:", "a mistake with a medicine", "wrong medicine",
        "Decided by the rules", "F1", "patient safety team", "3 working days after", "4 weeks (28 days) after",
        "6 months that begin on", "days late", "The rules opened this case",
    ):  # fmt: skip
        assert words in page, words


def test_contact_details_open_only_on_request_and_the_request_is_kept(trust, officer, signed_in):
    case = a_case(
        organisation=trust, reply_by="email",
        contact={"name": "Jo Invented", "email": "jo@example.org", "needs": "Large print, please"},
    )  # fmt: skip
    client = signed_in(officer)
    assert "jo@example.org" not in client.get(at(case)).text
    assert client.get(f"{at(case)}contact/").status_code == 405

    page = client.post(f"{at(case)}contact/")

    assert "jo@example.org" in page.text
    assert "Large print, please" in page.text
    assert "no-store" in page["Cache-Control"]
    assert Access.objects.filter(by=officer, what="contact").count() == 1


def test_who_may_not_read_contact_details_is_not_offered_them(trust, signed_in):
    case = a_case(organisation=trust, contact={"name": "Jo Invented", "email": "jo@example.org"})
    client = signed_in(a_member(trust, Role.SERVICE_MANAGER))
    page = client.get(at(case)).text
    assert (
        "Your role does not open them" in page
        and "contact/" not in page.split('id="person"')[1].split("<h2")[0]
    )
    assert client.post(f"{at(case)}contact/").status_code == 403
    assert not Access.objects.filter(what="contact").exists()


def test_a_person_who_left_no_details_is_said_to_have_left_none(trust, officer, signed_in):
    assert "They left no contact details" in signed_in(officer).get(at(a_case(organisation=trust))).text


def test_what_the_person_wrote_later_is_on_the_same_page(trust, officer, signed_in):
    case = a_case(organisation=trust)
    later = received("It has happened again.", organisation=trust, follows=case.feedback)
    last = received("And once more.", organisation=trust, follows=later)
    while actions.decide_batch():
        pass
    page = signed_in(officer).get(at(case)).text
    assert "It has happened again." in page
    assert "And once more." in page
    assert last.reference in page


def test_a_case_that_follows_another_leads_back_to_it(trust, officer, signed_in):
    first = a_case(organisation=trust)
    second = a_case(organisation=trust)
    type(second.feedback).objects.filter(pk=second.feedback_id).update(follows=first.feedback)
    page = signed_in(officer).get(at(second)).text
    assert f'href="{at(first)}"' in page


def test_a_reply_that_failed_to_leave_says_so_with_the_reason(trust, officer, signed_in):
    case = a_case(organisation=trust)
    reply = actions.acknowledge(case, text="We have it.", by=officer)
    Reply.objects.filter(pk=reply.pk).update(failed_at=reply.written_at, last_error="ConnectionRefusedError")
    assert "Could not be sent (ConnectionRefusedError)" in signed_in(officer).get(at(case)).text


def test_what_was_told_by_hand_is_marked_as_sent(trust, officer, signed_in):
    case = a_case(organisation=trust, reply_by="telephone", contact={"telephone": "01632 960110"})
    reply = actions.acknowledge(case, text="We have it.", by=officer)
    client = signed_in(officer)
    assert "Waits for you to post it or to ring" in client.get(at(case)).text

    asked = client.post(f"{at(case)}replies/{reply.pk}/sent/", follow=True).text
    assert "Choose how it reached the person" in asked
    page = client.post(f"{at(case)}replies/{reply.pk}/sent/", {"reached": "telephone"}, follow=True).text

    assert "Sent by hand" in page
    again = client.post(f"{at(case)}replies/{reply.pk}/sent/", {"reached": "telephone"}, follow=True).text
    assert "marked as sent already" in again


def test_a_date_that_was_missed_asks_those_who_work_the_case_for_the_reason(trust, officer, signed_in):
    case = a_case(organisation=trust, received_on=days_ago(40))
    assert "Say why a date was missed" in signed_in(officer).get(at(case)).text


def test_only_what_can_be_done_now_is_offered(trust, officer, signed_in):
    case, client = a_case(organisation=trust), signed_in(officer)
    page = client.get(at(case)).text
    assert "/do/acknowledge/" in page
    assert "/do/reopen/" not in page
    assert "/do/record-consent/" not in page

    actions.close(case, outcome="withdrawn", by=officer)
    page = client.get(at(case)).text
    assert "/do/reopen/" in page
    assert "/do/reply/" not in page


def test_a_small_letter_reference_finds_the_case(trust, officer, signed_in):
    assert signed_in(officer).get(at(a_case(organisation=trust)).lower()).status_code == 200


def test_the_page_costs_the_same_few_queries_whatever_happened(
    trust, officer, signed_in, django_assert_max_num_queries
):
    case = a_case(organisation=trust, received_on=days_ago(40))
    for _ in range(4):
        actions.take(case, by=officer)
        actions.note(case, text="Rang the ward.", by=officer)
        received("Still nothing.", organisation=trust, follows=case.feedback)
    actions.acknowledge(case, text="We have it.", by=officer)
    signed_reply(case, by=officer)
    client = signed_in(officer)
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(at(case))


def test_an_open_alert_can_be_taken_from_the_case(trust, officer, signed_in):
    case = a_case("I want to end my life and nobody rings me back.", organisation=trust)
    alert = case.feedback.alerts.get()
    client = signed_in(officer)
    assert f'action="/queue/alerts/{alert.pk}/take/"' in client.get(at(case)).text
    page = client.post(f"/queue/alerts/{alert.pk}/take/", {"note": "Rang the crisis team."}, follow=True).text
    assert "Rang the crisis team." in page
    assert Case.objects.get(pk=case.pk).events.filter(kind="take_alert", by=officer).exists()
