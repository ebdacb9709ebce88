"""Staff print forms for their own services; a photographed code opens the form on the screen."""

import datetime as dt

import pytest
from django.test import RequestFactory
from django.utils import timezone

from feedback.models import FilledForm, PrintRun, ScanBatch
from feedback.paper.form import draw
from feedback.paper.form.public import digital
from feedback.paper.payload import Payload
from organisations.models import Role
from tests.factories import NationalBodyFactory, OrganisationFactory, ServiceFactory, a_member

pytestmark = pytest.mark.django_db
PAGE = "/paper/forms/"
WANTED = {"form": "card", "variant": "standard", "language": "en", "count": "2"}


@pytest.fixture
def ward():
    return ServiceFactory(name="Hazel Ward", slug="hazel-ward")


@pytest.fixture
def staff(signed_in, ward):
    return signed_in(a_member(ward.organisation))


def test_a_form_is_printed_for_ones_own_ward(staff, ward):
    page = staff.get(PAGE).text
    assert "Hazel Ward" in page and "/paper/forms/hazel-ward/" in page
    assert "How many" in staff.get(f"{PAGE}hazel-ward/").text
    response = staff.post(f"{PAGE}hazel-ward/", WANTED)
    assert response["Content-Type"] == "application/pdf" and response.content.startswith(b"%PDF")
    assert (
        response["Content-Disposition"] == 'attachment; filename="hazel-ward-card-1-standard-en-00000001.pdf"'
    )
    run = PrintRun.objects.get()
    assert (run.service, run.count, run.printed_by.memberships.count()) == (ward, 2, 1)
    assert "00000001 to 00000002" in staff.get(PAGE).text


@pytest.mark.parametrize("count", ["", "none", "0", "1001"])
def test_a_wrong_number_is_said_beside_the_box(staff, count):
    response = staff.post(f"{PAGE}hazel-ward/", WANTED | {"count": count})
    assert response.status_code == 422 and "There is a problem" in response.text
    assert not PrintRun.objects.exists()


def test_a_form_that_there_is_not_is_refused(staff):
    assert staff.post(f"{PAGE}hazel-ward/", WANTED | {"form": "novel"}).status_code == 422


@pytest.mark.parametrize("method", ["get", "post"])
def test_another_organisations_ward_is_not_found(signed_in, ward, method):
    client = signed_in(a_member(OrganisationFactory()))
    assert getattr(client, method)(f"{PAGE}hazel-ward/", WANTED).status_code == 404
    assert not PrintRun.objects.exists()


def test_another_organisations_wards_and_runs_are_not_shown(signed_in, ward):
    PrintRun.objects.create(service=ward, layout="card-1-standard-en", first=1, count=9)
    assert "Hazel Ward" not in signed_in(a_member(OrganisationFactory())).get(PAGE).text


def test_a_ward_manager_prints_for_the_ward_alone(signed_in, ward):
    ServiceFactory(name="Rowan Ward", slug="rowan-ward", organisation=ward.organisation)
    client = signed_in(a_member(ward.organisation, Role.SERVICE_MANAGER, service=ward))
    page = client.get(PAGE).text
    assert "Hazel Ward" in page and "Rowan Ward" not in page
    assert client.get(f"{PAGE}rowan-ward/").status_code == 404


def test_a_regulator_may_not_and_a_stranger_is_asked_to_sign_in(signed_in, client, ward):
    assert client.get(PAGE).status_code == 302
    client = signed_in(a_member(NationalBodyFactory(), Role.REGULATOR))
    assert client.get(PAGE).status_code == client.get(f"{PAGE}hazel-ward/").status_code == 403


def test_a_name_narrows_the_list(staff):
    assert "Hazel Ward" in staff.get(PAGE, {"q": "hazel"}).text
    assert "No service found" in staff.get(PAGE, {"q": "zzz"}).text


def test_forms_that_came_back_are_counted_and_the_page_asks_few_questions(
    staff, ward, django_assert_max_num_queries
):
    batch = ScanBatch.objects.create(
        organisation=ward.organisation, source="upload", received_on=timezone.localdate()
    )
    for number in range(25):
        PrintRun.objects.create(service=ward, layout="card-1-standard-en", first=1 + 10 * number, count=10)
    for serial in (1, 7, 10, 11):
        FilledForm.objects.create(
            batch=batch,
            layout="card-1-standard-en",
            organisation=ward.organisation,
            service=ward,
            serial=serial,
        )
    PrintRun.objects.filter(first__gt=100).delete()
    with django_assert_max_num_queries(10):
        page = staff.get(PAGE).text
    assert '<td data-label="Came back">3</td>' in page and '<td data-label="Came back">1</td>' in page


def said(ward, **given):
    known = {
        "form": "card", "version": 1, "variant": "standard", "language": "en", "page": 1,
        "organisation": ward.organisation.ods_code, "service": ward.pk, "serial": 12345,
    }  # fmt: skip
    return Payload(**known | given).text()


def opened(payload):
    return digital(RequestFactory().get(f"/P/{payload}"), payload=payload)


def test_a_photographed_code_opens_the_wards_own_form(ward):
    for payload in (said(ward), said(ward).lower()):
        response = opened(payload)
        assert response.status_code == 302 and response.url == "/give-feedback/hazel-ward/"


def test_a_code_of_nobodys_is_not_found_kindly(ward):
    wrong = (said(ward)[:-1] + "Z", "hello", said(ward, service=999_999), said(ward, organisation="ZZZ"))
    for payload in wrong:
        response = opened(payload)
        assert response.status_code == 404 and b"search for the service" in response.content


def test_a_closed_wards_code_is_not_found_kindly(ward):
    ward.closed_on = timezone.localdate() - dt.timedelta(days=1)
    ward.save()
    assert opened(said(ward)).status_code == 404


def test_only_looking_is_allowed(ward):
    request = RequestFactory().post("/P/x")
    assert digital(request, payload=said(ward)).status_code == 405


def test_a_number_that_cannot_be_printed_is_said_on_the_page(staff, monkeypatch):
    from feedback.paper.form.symbols import TooLong

    def fail(layout, sheets, place):
        raise TooLong("Use a shorter web address.")

    monkeypatch.setattr(draw, "render", fail)
    response = staff.post(f"{PAGE}hazel-ward/", WANTED)
    assert response.status_code == 422 and "Use a shorter web address." in response.text
