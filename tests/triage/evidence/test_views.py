"""The files of a case: whose they are, what can be done, and what leaves the building how."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from organisations.models import Role
from tests.factories import OrganisationFactory, a_case, a_member, days_ago
from tests.triage.evidence import files
from triage import actions
from triage.models import Access

pytestmark = pytest.mark.django_db
MOST_QUERIES = 17


@pytest.fixture
def case(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return a_case()


@pytest.fixture
def sam(case):
    return a_member(case.organisation)


@pytest.fixture
def desk(sam, signed_in):
    return signed_in(sam)


def at(case, rest=""):
    return f"/cases/{case.reference}/files/{rest}"


def kept(case, by, content=b"I am writing about the ward.", name="letter.txt", **given):
    given = {"kind": "letter", "received_on": days_ago(0)} | given
    return actions.attach(case, file=io.BytesIO(content), name=name, by=by, **given).kept[0]


def sent(*files_, **given):
    day = days_ago(1)
    when = {"received_on_day": day.day, "received_on_month": day.month, "received_on_year": day.year}
    return {
        "files": [SimpleUploadedFile(name, content) for name, content in files_],
        "kind": "letter",
        **when,
        **given,
    }


def test_several_files_are_added_at_once(case, desk):
    response = desk.post(at(case), sent(("one.txt", b"first"), ("two.eml", files.an_email())), follow=True)
    assert response.redirect_chain == [(at(case), 302)]
    assert "2 files are kept" in response.text
    assert set(case.evidence.values_list("title", flat=True)) == {"one", "two"}


def test_what_is_refused_is_said_beside_the_box_and_what_was_typed_stays(case, desk):
    response = desk.post(at(case), sent(("x.exe", b"MZ\x90"), title="Her letter"))
    assert response.status_code == 422
    assert "x.exe: It is a program" in response.text and "Her letter" in response.text
    assert "There is a problem" in response.text


def test_good_files_are_kept_beside_bad_ones(case, desk):
    response = desk.post(at(case), sent(("x.exe", b"MZ\x90"), ("ok.txt", b"fine")), follow=True)
    assert "x.exe was not kept. It is a program" in response.text
    assert case.evidence.count() == 1


def test_the_box_takes_several_files(desk, case):
    assert 'type="file" multiple id="id_files" name="files"' in desk.get(at(case)).text


def test_nothing_chosen_is_said_kindly(case, desk):
    assert "Choose one file or more" in desk.post(at(case), sent()).text


def test_a_file_is_handed_out_to_be_saved_and_never_shown(case, desk, sam):
    one = kept(case, sam, b"<b>hello", "photo.html.txt")
    response = desk.get(at(case, f"{one.pk}/download/"))
    assert b"".join(response.streaming_content) == b"<b>hello"
    assert response["Content-Disposition"].startswith("attachment;")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert Access.objects.filter(what="evidence", by=sam).count() == 1


def test_an_email_is_shown_as_plain_words(case, desk, sam):
    mail = kept(case, sam, files.an_email("<script>alert(1)</script> Nobody came."), "a.eml", kind="email")
    shown = desk.get(at(case, f"{mail.pk}/"))
    assert "Ada Field" in shown.text and "&lt;script&gt;" in shown.text
    assert Access.objects.filter(what="evidence").count() == 1


def test_a_file_that_waits_for_the_scanner_cannot_be_opened(case, desk, sam, settings):
    one = kept(case, sam)
    settings.CLAMAV_HOST = "127.0.0.1"
    assert desk.get(at(case, f"{one.pk}/")).status_code == 404
    response = desk.get(at(case, f"{one.pk}/download/"), follow=True)
    assert "waits for the virus scanner" in response.text
    assert not Access.objects.filter(what="evidence").exists()


def test_a_file_the_scanner_did_not_pass_cannot_be_opened_even_without_a_scanner(case, desk, sam):
    one = kept(case, sam)
    case.evidence.update(clean=False, scanned_at=one.added_at)
    assert "did not pass" in desk.get(at(case, f"{one.pk}/download/"), follow=True).text


def test_without_a_scanner_the_page_says_that_files_were_not_checked(case, desk, settings):
    assert "not checked for viruses" in desk.get(at(case)).text
    settings.CLAMAV_HOST = "127.0.0.1"
    assert "not checked for viruses" not in desk.get(at(case)).text


def test_a_wrong_file_is_set_aside_with_a_reason_and_stays_on_the_page(case, desk, sam):
    one = kept(case, sam, title="Wrong letter")
    assert desk.post(at(case, f"{one.pk}/aside/"), {"why": ""}).status_code == 422
    shown = desk.post(at(case, f"{one.pk}/aside/"), {"why": "Of another person."}, follow=True).text
    assert "<s>Wrong letter</s>" in shown and "Of another person." in shown


def test_another_organisation_finds_nothing(case, sam, signed_in):
    one = kept(case, sam)
    stranger = signed_in(a_member(OrganisationFactory()))
    for rest in ("", f"{one.pk}/", f"{one.pk}/download/", f"{one.pk}/aside/"):
        assert stranger.get(at(case, rest)).status_code == 404, rest
    assert stranger.post(at(case), sent(("a.txt", b"x"))).status_code == 404


def test_a_file_of_another_case_is_not_found_under_this_one(case, desk, sam):
    other = a_case(organisation=case.organisation)
    one = kept(other, sam)
    assert desk.get(at(case, f"{one.pk}/download/")).status_code == 404


def test_a_regulator_finds_nothing(case, signed_in):
    assert signed_in(a_member(case.organisation, Role.REGULATOR)).get(at(case)).status_code == 404


def test_the_page_costs_the_same_however_many_files(case, desk, sam, django_assert_max_num_queries):
    for n in range(5):
        kept(case, sam, b"note %d" % n)
    with django_assert_max_num_queries(MOST_QUERIES):
        desk.get(at(case))
