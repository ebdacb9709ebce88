"""The people of a case in pages: whose they are, what is shown to whom, what each form refuses, and what it costs."""

import pytest
from django.urls import reverse

from organisations.models import Role
from tests.factories import OrganisationFactory, a_case, a_member, a_party
from triage import actions
from triage.models import Access, Event, Party

pytestmark = pytest.mark.django_db
SECRETS = ("Ada Invented", "ada@patientview.example", "01632 960333", "1 Mill Lane")
MOST_QUERIES = 20


@pytest.fixture
def case():
    return a_case(
        contact={
            "name": SECRETS[0], "email": SECRETS[1], "telephone": SECRETS[2], "address": SECRETS[3],
            "needs": "British Sign Language (BSL)",
        }
    )  # fmt: skip


@pytest.fixture
def sam(case):
    return a_member(case.organisation)


@pytest.fixture
def desk(sam, signed_in):
    return signed_in(sam)


def at(case, rest=""):
    return f"/cases/{case.reference}/people/{rest}"


def send(desk, case, rest, **said):
    case.refresh_from_db()
    return desk.post(at(case, rest), {"version": case.version, "shape": "standard", **said}, follow=True)


def test_the_page_says_who_they_are_and_what_they_need_and_not_how_to_reach_them(case, desk, sam):
    page = desk.get(at(case)).text
    for words in ("The person who told us", "The reply goes to them", "British Sign Language", "by telephone",
                  "Order a video", "name, e-mail, telephone, address"):  # fmt: skip
        assert words in page, words
    assert not any(secret in page for secret in SECRETS)
    assert list(Access.objects.values_list("what", "by")) == [("people", sam.pk)]


def test_contact_details_open_on_request_and_the_request_is_kept(case, desk, sam):
    assert desk.get(at(case, "contacts/")).status_code == 405
    page = desk.post(at(case, "contacts/"))
    assert all(secret in page.text for secret in SECRETS)
    assert "no-store" in page["Cache-Control"]
    assert list(Access.objects.values_list("what", "by")) == [("contact", sam.pk)]


def test_who_may_not_read_contacts_is_neither_shown_nor_offered_them(case, signed_in):
    desk = signed_in(a_member(case.organisation, Role.SERVICE_MANAGER))
    page = desk.get(at(case)).text
    person = case.parties.get()
    assert "Show names" not in page and f"{person.pk}/change/" not in page and "Add a person" not in page
    for rest in ("contacts/", "add/", f"{person.pk}/change/"):
        assert desk.post(at(case, rest)).status_code == 403
    assert not Access.objects.filter(what="contact").exists()


def test_another_organisation_a_regulator_and_a_stranger_find_nothing(case, signed_in, client):
    pages = [at(case), at(case, "add/"), at(case, f"{case.parties.get().pk}/change/")]
    presses = [at(case, "contacts/"), *pages[1:], at(case, f"{case.parties.get().pk}/answer/")]
    assert all(client.get(page)["Location"].startswith(reverse("account_login")) for page in pages)
    elsewhere = signed_in(a_member(OrganisationFactory()))
    assert {elsewhere.get(page).status_code for page in pages} == {404}
    assert {elsewhere.post(page).status_code for page in presses} == {404}
    regulator = signed_in(a_member(case.organisation, Role.REGULATOR))
    assert regulator.get(pages[0]).status_code == 404
    assert {regulator.post(page).status_code for page in presses} == {403}
    assert not Access.objects.exists()


def test_a_person_of_another_case_is_not_found_here(case, desk):
    other = a_case(organisation=case.organisation).parties.get()
    assert desk.get(at(case, f"{other.pk}/change/")).status_code == 404
    assert desk.post(at(case, f"{other.pk}/answer/")).status_code == 404
    assert desk.post(at(case, f"{case.parties.get().pk}/fly/")).status_code == 404


def test_a_person_is_added_answered_and_taken_out(case, desk):
    shown = send(desk, case, "add/", part="mp", name="A. Sample", office="House of Commons").text
    assert "The person is added." in shown and "The MP" in shown and "A. Sample" not in shown
    mp = case.parties.get(part="mp")
    send(desk, case, f"{mp.pk}/answer/")
    assert case.parties.get(answered=True) == mp
    assert "Choose first" in send(desk, case, f"{mp.pk}/remove/").text
    send(desk, case, f"{case.parties.get(told_us=True).pk}/answer/")
    assert "taken out" in send(desk, case, f"{mp.pk}/remove/").text
    assert case.parties.count() == 1


def test_a_part_that_somebody_has_is_not_offered(case, desk):
    page = desk.get(at(case, "add/")).text
    assert 'value="patient"' in page and 'value="complainant"' not in page


def test_a_change_is_kept_and_told_without_its_words(case, desk):
    person = case.parties.get()
    said = {
        "name": "Ada Newname",
        "needs": "Very large print",
        "shape": "large_print",
        "ruled_out": ["telephone", "post"],
    }
    page = send(desk, case, f"{person.pk}/change/", **said).text
    assert "It is kept." in page and "Very large print" in page
    person.refresh_from_db()
    assert (person.name, person.shape, person.ruled_out) == (
        "Ada Newname",
        "large_print",
        ["telephone", "post"],
    )
    history = desk.get(f"/cases/{case.reference}/").text
    assert "changed what we know of a person: the person who complains: name" in history
    assert "Newname" not in history


@pytest.mark.parametrize(("said", "why"), [
    ({"email": "not an address", "name": "Kept Words"}, "Enter an e-mail address"),
    ({"prefers": "post", "ruled_out": ["post"], "name": "Kept Words"}, "rule it out as well"),
    ({"email_agreed_on_day": 31, "email_agreed_on_month": 2, "email_agreed_on_year": 2026, "name": "Kept Words"}, "real date"),
    ({"shape": "marble", "name": "Kept Words"}, "marble is not one of the available choices"),
])  # fmt: skip
def test_nothing_typed_is_lost_to_a_refusal(said, why, case, desk):
    response = send(desk, case, f"{case.parties.get().pk}/change/", **said)
    assert response.status_code == 422
    assert why in response.text and "Kept Words" in response.text
    assert not Event.objects.filter(kind="change_party").exists()


def test_the_second_of_two_is_told_and_keeps_what_they_typed(case, desk):
    colleague, seen = a_member(case.organisation), case.version
    actions.take(case, by=colleague)
    typed = {"version": seen, "shape": "standard", "name": "Kept Words"}
    response = desk.post(at(case, f"{case.parties.get().pk}/change/"), typed)
    assert response.status_code == 409
    assert f"{colleague} took this case" in response.text and "Kept Words" in response.text


def test_the_case_says_on_top_what_they_need_to_everyone_who_reads_it(case, signed_in):
    for role in (Role.COMPLAINTS_OFFICER, Role.SERVICE_MANAGER):
        page = signed_in(a_member(case.organisation, role)).get(f"/cases/{case.reference}/").text
        top = page[: page.index("What they wrote")]
        assert "Never by telephone." in top and "a video in British Sign Language" in top
        assert "DCB1605" in top
        assert not any(secret in page for secret in SECRETS)


def test_what_the_patient_needs_is_said_apart_from_what_the_other_needs(desk, case):
    case = a_case(
        organisation=case.organisation, about="someone_else", relationship="son", consent="not_yet",
        contact={"needs": "Large print"},
    )  # fmt: skip
    a_party(case, "patient", ruled_out=["post"], language="Polish")
    page = desk.get(f"/cases/{case.reference}/do/ask-consent/").text
    assert "Never by post." in page and "Polish" in page and "large print" in page


def test_the_page_costs_the_same_however_many_people(case, desk, django_assert_max_num_queries):
    for part in Party.Part.values:
        a_party(case, part, email="x@patientview.example", needs="Braille")
    for address in (at(case), at(case, f"{case.parties.first().pk}/change/")):
        with django_assert_max_num_queries(MOST_QUERIES):
            desk.get(address)
