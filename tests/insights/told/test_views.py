"""A regulator sees what it was told, and nothing else."""

import io
import json
import zipfile

import pytest

from insights.models import Export
from organisations.models import Role
from tests.factories import NationalBodyFactory, OrganisationFactory, UserFactory, a_case, a_member, days_ago
from triage import actions
from triage.models import Access

pytestmark = pytest.mark.django_db


@pytest.fixture
def cqc():
    return NationalBodyFactory()


@pytest.fixture
def inspector(cqc):
    return a_member(cqc, Role.REGULATOR)


@pytest.fixture
def told(cqc):
    case = a_case(
        "The forms ask the same thing three times.",
        reply_by="email",
        contact={"name": "Ada Quill", "email": "ada@patientview.example"},
    )
    actions.tell(case, body="cqc", reason="Staffing at night.", by=UserFactory())
    return case


def test_the_list_shows_what_the_body_was_told(signed_in, inspector, told):
    page = signed_in(inspector).get("/told/").content.decode()
    assert told.reference in page and "Staffing at night." in page


def test_what_another_body_was_told_is_not_found(signed_in, told):
    healthwatch = NationalBodyFactory(name="Healthwatch England", body="healthwatch")
    client = signed_in(a_member(healthwatch, Role.REGULATOR))
    assert told.reference not in client.get("/told/").content.decode()
    assert client.get(f"/told/{told.reference}/").status_code == 404


def test_what_nobody_was_told_of_is_not_found(signed_in, inspector):
    assert signed_in(inspector).get(f"/told/{a_case().reference}/").status_code == 404


def test_the_words_are_shown_without_a_name_and_the_read_is_kept(signed_in, inspector, told):
    page = signed_in(inspector).get(f"/told/{told.reference}/").content.decode()
    assert "forms ask the same thing" in page
    assert "Ada Quill" not in page and "ada@" not in page
    assert Access.objects.get(what="told").by == inspector


@pytest.mark.parametrize("address", ["/told/", "/told/export/"])
def test_an_officer_of_a_trust_may_not_see_a_regulators_pages(signed_in, address):
    assert signed_in(a_member(OrganisationFactory())).get(address).status_code == 403


@pytest.mark.parametrize("address", ["/told/", "/told/export/", "/told/PV-AAAA-AAAA/"])
def test_a_stranger_is_asked_to_sign_in(client, address):
    assert client.get(address).status_code == 302


def test_the_list_costs_the_same_however_long(signed_in, inspector, told, django_assert_max_num_queries):
    client = signed_in(inspector)
    with django_assert_max_num_queries(8):
        client.get("/told/")


def dates(first, last):
    return {
        f"{name}_{part}": value
        for name, day in (("from_on", first), ("to_on", last))
        for part, value in (("year", day.year), ("month", day.month), ("day", day.day))
    }


def test_an_export_is_one_press_and_is_recorded(signed_in, inspector, told):
    asked = dates(days_ago(30), days_ago(0)) | {"organisation": told.organisation.ods_code.lower()}
    answer = signed_in(inspector).post("/told/export/", asked)
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert set(archive.namelist()) == {
            "told.csv",
            "complaints.csv",
            "issues.csv",
            "themes.csv",
            "manifest.json",
        }
    assert Export.objects.get().by == inspector


@pytest.mark.parametrize(
    "wrong,says",
    [
        ({"organisation": "ZZ99"}, "No provider has that ODS code"),
        ({"organisation": ""}, "Enter an ODS code"),
        (dates(days_ago(1), days_ago(5)), "Swap them"),
    ],
)
def test_a_request_that_makes_no_sense_is_answered_in_words(signed_in, inspector, told, wrong, says):
    asked = dates(days_ago(30), days_ago(0)) | {"organisation": told.organisation.ods_code} | wrong
    answer = signed_in(inspector).post("/told/export/", asked)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not Export.objects.exists()


def test_an_export_names_no_complaint_the_body_was_not_told_of_and_counts_it(signed_in, inspector, told):
    other = a_case("The forms were in very small print.", organisation=told.organisation)
    asked = dates(days_ago(30), days_ago(0)) | {"organisation": told.organisation.ods_code}
    answer = signed_in(inspector).post("/told/export/", asked)
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist()).decode()
        left_out = json.loads(archive.read("manifest.json"))["left_out"]
    assert told.reference in everything
    assert other.reference not in everything
    assert {one["what"]: one["rows"] for one in left_out}[
        "complaints and concerns CQC was not told of, in complaints.csv"
    ] == 1
