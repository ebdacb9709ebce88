"""Staff find the links and QR codes of their own services."""

import pytest

from organisations.models import Role
from tests.factories import NationalBodyFactory, OrganisationFactory, ServiceFactory, a_member

pytestmark = pytest.mark.django_db
PAGE = "/links/"


@pytest.fixture
def ward():
    return ServiceFactory(name="Hazel Ward", slug="hazel-ward")


def test_a_service_is_shown_with_its_link_and_both_kinds_of_code(signed_in, ward):
    page = signed_in(a_member(ward.organisation)).get(PAGE).text
    assert "/give-feedback/hazel-ward/" in page
    assert "/give-feedback/hazel-ward/qr.svg" in page and "/give-feedback/hazel-ward/qr.png" in page


def test_another_organisations_services_are_not_shown(signed_in, ward):
    assert "Hazel Ward" not in signed_in(a_member(OrganisationFactory())).get(PAGE).text


def test_a_ward_manager_sees_the_ward_alone(signed_in, ward):
    ServiceFactory(name="Rowan Ward", organisation=ward.organisation)
    manager = a_member(ward.organisation, Role.SERVICE_MANAGER, service=ward)
    page = signed_in(manager).get(PAGE).text
    assert "Hazel Ward" in page and "Rowan Ward" not in page


def test_an_administrator_lands_here(signed_in, ward):
    client = signed_in(a_member(ward.organisation, Role.ADMINISTRATOR))
    assert client.get("/queue/", follow=True).redirect_chain == [(PAGE, 302)]


def test_a_regulator_may_not(signed_in):
    assert signed_in(a_member(NationalBodyFactory(), Role.REGULATOR)).get(PAGE).status_code == 403


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get(PAGE).status_code == 302


def test_a_name_narrows_the_list_and_no_match_says_so(signed_in, ward):
    client = signed_in(a_member(ward.organisation))
    assert "Hazel Ward" in client.get(PAGE, {"q": "hazel"}).text
    assert "No service found" in client.get(PAGE, {"q": "zzz"}).text


def test_many_services_come_a_page_at_a_time_each_once(signed_in, ward, django_assert_max_num_queries):
    for number in range(60):
        ServiceFactory(
            organisation=ward.organisation, slug=f"clinic-{number:03d}", name=f"Clinic {number:03d}"
        )
    client = signed_in(a_member(ward.organisation))
    with django_assert_max_num_queries(7):
        first = client.get(PAGE).text
    second = client.get(PAGE, {"after": "clinic-049"}).text
    shown = [f"Clinic {n:03d}" for n in range(60) if f"Clinic {n:03d}<" in first + second]
    assert len(shown) == 60
    assert "Clinic 049<" in first and "Clinic 049<" not in second
