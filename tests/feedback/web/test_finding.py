"""Finding the service: nobody is left at a dead end, and no cookie is set on the way."""

import pytest
import segno

from feedback.web import places
from tests.factories import IcbFactory, NationalBodyFactory, PracticeFactory, ServiceFactory, days_ago

pytestmark = pytest.mark.django_db


def page(client, url):
    response = client.get(url)
    assert response.status_code == 200
    assert not response.cookies
    return response.content.decode()


@pytest.mark.parametrize(
    "url", ["/", "/give-feedback/", "/what-happens/", "/privacy/", "/accessibility/", "/contact/"]
)
def test_public_pages_open_for_anyone_with_no_query_and_no_cookie(client, url, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert "<h1>" in page(client, url)


def test_the_start_page_says_what_it_is_not_for(client):
    start = page(client, "/")
    assert 'href="tel:999"' in start and 'href="tel:111"' in start
    assert 'href="/track/"' in start


@pytest.mark.parametrize(
    "typed",
    ["bramble", "BRAMBLE WARD", "bramble elder", "elderby", "EV2 3AB", "ev23ab", "rev", "ward, elderby"],
)
def test_a_service_is_found_by_name_town_postcode_or_code(client, ward, typed):
    ward.organisation.postcode = "EV2 3AB"
    ward.organisation.save()
    assert "/give-feedback/bramble-ward/" in page(client, f"/give-feedback/?q={typed}")


@pytest.mark.parametrize("typed", ["zebra", "%00", "%25", "_", "' OR 1=1", "a" * 500, "bramble zebra", " "])
def test_what_matches_nothing_finds_nothing_and_breaks_nothing(client, ward, typed):
    assert "/give-feedback/bramble-ward/" not in page(client, f"/give-feedback/?q={typed}")


def test_a_search_that_finds_nothing_offers_the_board_of_the_area(client, ward):
    icb = IcbFactory(name="NHS Vale and Moor ICB")
    assert f"/give-feedback/at/{icb.ods_code}/" in page(client, "/give-feedback/?q=zebra")


def test_a_closed_practice_is_found_and_leads_to_its_successor(client, db):
    new = PracticeFactory(name="Riverside Practice")
    PracticeFactory(name="Mill Lane Surgery", closed_on=days_ago(90), successor=new)
    found = page(client, "/give-feedback/?q=mill+lane")
    assert "Mill Lane Surgery has closed" in found
    assert f"?at={new.ods_code}" in found and "Riverside Practice" in found


def test_a_chain_of_successors_is_followed_to_the_open_one(db):
    last = PracticeFactory()
    middle = PracticeFactory(closed_on=days_ago(10), successor=last)
    first = PracticeFactory(closed_on=days_ago(90), successor=middle)
    assert places.Place(first).instead().organisation == last


def test_successors_that_go_round_in_a_circle_end_nowhere(db):
    first = PracticeFactory(closed_on=days_ago(90))
    second = PracticeFactory(closed_on=days_ago(10), successor=first)
    first.successor = second
    first.save()
    assert places.Place(first).instead() is None


def test_closed_wards_and_national_bodies_are_not_offered(client, ward):
    ServiceFactory(
        organisation=ward.organisation, name="Bramble Day Unit", slug="gone", closed_on=days_ago(1)
    )
    NationalBodyFactory(name="Bramble Commission")
    found = page(client, "/give-feedback/?q=bramble")
    assert "Bramble Ward" in found
    assert "Bramble Day Unit" not in found and "Bramble Commission" not in found


def test_an_organisation_lists_its_services_and_itself(client, ward):
    found = page(client, "/give-feedback/?at=REV")
    assert "/give-feedback/bramble-ward/" in found and "/give-feedback/at/REV/" in found


def test_a_practice_with_one_front_door_goes_straight_to_it(client, practice):
    response = client.get(f"/give-feedback/?at={practice.organisation.ods_code}")
    assert (response.status_code, response.url) == (302, "/give-feedback/millbrook-surgery/")


def test_an_organisation_without_services_goes_straight_to_its_form(client, db):
    practice = PracticeFactory()
    response = client.get(f"/give-feedback/?at={practice.ods_code}")
    assert response.url == f"/give-feedback/at/{practice.ods_code}/"


def test_a_search_asks_a_fixed_number_of_queries(client, ward, django_assert_num_queries):
    ServiceFactory.create_batch(30, organisation=ward.organisation)
    with django_assert_num_queries(2):
        found = page(client, "/give-feedback/?q=bramble")
    assert found.count('href="/give-feedback/bramble-ward') == places.MOST


@pytest.mark.parametrize(("kind", "starts"), [("svg", b"<?xml"), ("png", b"\x89PNG")])
def test_the_qr_code_is_a_picture_of_the_link_and_nothing_else(
    client, ward, settings, monkeypatch, kind, starts
):
    settings.PUBLIC_URL = "https://patientview.example"
    made, make = [], segno.make
    monkeypatch.setattr(
        "feedback.web.finding.segno.make", lambda what, **how: made.append(what) or make(what, **how)
    )
    response = client.get(f"/give-feedback/bramble-ward/qr.{kind}")
    assert response.content.startswith(starts)
    assert made == ["https://patientview.example/give-feedback/bramble-ward/"]
    assert not response.cookies


def test_there_is_no_qr_code_of_an_unknown_service(client, db):
    assert client.get("/give-feedback/no-such-ward/qr.svg").status_code == 404
