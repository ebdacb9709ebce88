"""The staff form and the MP's letter: a case at once, its files with it, and nothing typed or sent is lost."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from feedback.models import Feedback
from organisations.models import Role
from tests.factories import IcbFactory, PracticeFactory, ServiceFactory, a_member, days_ago
from tests.feedback.paper import scanned
from tests.triage.desk.conftest import on
from tests.triage.evidence import files
from triage.actions import drop_held
from triage.models import Case, HeldFile, Party

pytestmark = pytest.mark.django_db
NEW, MP = "/desk/new/", "/desk/mp/"
WORDS = "My mother's clinic letter came after the clinic."
MOST_QUERIES = 24


def typed(place, **given):
    return {
        "draft": str(uuid.uuid4()), "channel": "letter", "place": place, "intent": "complaint", "words": WORDS,
        "about": "self", "reply_by": "", "name": "Ada Field", "address": "2 Mill Lane, Elderby", "go": "save",
        **on(timezone.localdate(), "received_on"),
    } | given  # fmt: skip


def save(client, ward, at=NEW, **given):
    return client.post(at, typed(f"s{ward.pk}", **given), follow=True)


def a_letter(name="letter.pdf", words="a letter"):
    return SimpleUploadedFile(name, scanned.pdf(words), "application/pdf")


def an_email(words="My mother waited nine hours."):
    content = files.an_email(words, attached=[("photo.jpg", "image/jpeg", scanned.jpeg())])
    return SimpleUploadedFile("sent.eml", content, "message/rfc822")


def test_a_letter_with_its_scan_is_a_case_and_the_page_is_the_case(desk, ward):
    response = save(desk, ward, files=a_letter(), **on(days_ago(5), "received_on"))
    case = Case.objects.get()
    assert response.redirect_chain[-1][0] == f"/cases/{case.reference}/"
    assert "is open" in response.text and "One file is kept" in response.text
    assert (case.received_on, case.service, case.feedback.channel) == (days_ago(5), ward, "letter")
    assert case.evidence.get().received_on == days_ago(5)
    assert not HeldFile.objects.exists()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"words": ""}, "Write what the person says"),
        ({"channel": ""}, "Choose how it came"),
        ({"about": "someone_else"}, "Enter who they are to the patient"),
        ({"reply_by": "email"}, "Tell us where to send the reply"),
        ({"reply_by": "post", "ruled_out": ["post"]}, "ruled out here"),
        (on(days_ago(-2), "received_on"), "today or in the past"),
        ({"received_on_day": "31", "received_on_month": "2"}, "Enter a real date"),
    ],
)
def test_an_error_loses_neither_what_was_typed_nor_the_file(desk, ward, given, said):
    response = save(desk, ward, files=a_letter(), **given)
    assert response.status_code == 422
    assert said in response.text and "2 Mill Lane, Elderby" in response.text and "letter.pdf" in response.text
    assert HeldFile.objects.get().name == "letter.pdf"
    assert not Feedback.objects.exists()


def test_a_file_held_after_an_error_goes_with_the_case(desk, ward):
    draft = str(uuid.uuid4())
    save(desk, ward, draft=draft, words="", files=a_letter())
    save(desk, ward, draft=draft)
    assert Case.objects.get().evidence.get().name == "letter.pdf"


def test_an_email_fills_the_form_and_comes_with_what_was_attached_to_it(desk, ward):
    draft = str(uuid.uuid4())
    empty = {"channel": "", "words": "", "name": "", "address": ""}
    shown = save(desk, ward, draft=draft, go="add", files=an_email(), **empty).text
    assert "My mother waited nine hours." in shown and "ada@patientview.example" in shown
    assert 'value="2026"' in shown and 'value="4"' in shown and "There is a problem" not in shown
    save(desk, ward, draft=draft, channel="email", words="My mother waited nine hours.")
    assert {one.name for one in Case.objects.get().evidence.all()} == {"sent.eml", "photo.jpg"}


def test_an_email_overwrites_nothing_that_was_typed(desk, ward):
    shown = save(desk, ward, go="add", files=an_email(), **on(days_ago(9), "received_on")).text
    assert WORDS.replace("'", "&#39;") in shown and "My mother waited nine hours." not in shown
    assert f'value="{days_ago(9).day}"' in shown


def test_danger_in_an_email_is_said_before_anything_is_saved(desk, ward):
    shown = save(desk, ward, go="add", files=an_email("I want to end my life."), words="").text
    assert "Somebody may be in danger" in shown


def test_a_file_that_no_case_would_take_is_refused_by_name_and_the_others_stay(desk, ward):
    bad = SimpleUploadedFile("letter.exe", b"MZ\x90\x00")
    response = save(desk, ward, files=[a_letter(), bad])
    assert response.status_code == 422
    assert "letter.exe: It is a program" in response.text
    assert HeldFile.objects.get().name == "letter.pdf"


def test_a_file_is_taken_out_again_by_its_owner_alone(desk, ward, stranger, signed_in):
    draft = str(uuid.uuid4())
    save(desk, ward, draft=draft, go="add", files=a_letter())
    held = HeldFile.objects.get()
    signed_in(stranger).post(NEW, {"draft": draft, "drop": held.pk})
    assert HeldFile.objects.exists()
    assert "letter.pdf" not in desk.get("/desk/").text  # the stranger's own desk
    signed_in(held.by).post(NEW, {"draft": draft, "drop": held.pk})
    assert not HeldFile.objects.exists()


def test_files_nobody_saved_are_offered_again_and_destroyed_on_the_day_said(desk, ward, time_machine):
    save(desk, ward, go="add", files=a_letter())
    home = desk.get("/desk/").text
    assert "letter.pdf" in home and f"?draft={HeldFile.objects.get().draft}" in home
    assert drop_held() == 0
    time_machine.move_to(timezone.now() + timezone.timedelta(days=14, hours=1))
    assert drop_held() == 1
    assert not HeldFile.objects.exists()


def test_what_may_be_here_already_is_shown_with_a_link_and_may_be_saved_all_the_same(desk, ward):
    save(desk, ward)
    first = Case.objects.get()
    draft = str(uuid.uuid4())
    response = save(desk, ward, draft=draft, name="Somebody Else", address="", files=a_letter())
    assert response.status_code == 409
    assert f'href="/cases/{first.reference}/"' in response.text and "Save it all the same" in response.text
    assert save(desk, ward, draft=draft, name="Somebody Else", address="", go="anyway").status_code == 200
    assert Case.objects.latest("id").evidence.get().name == "letter.pdf"


def test_the_same_person_on_the_same_day_may_be_the_same(desk, ward):
    save(desk, ward)
    assert save(desk, ward, words="Other words.", name="ada  FIELD").status_code == 409
    other_day = save(desk, ward, words="Other words.", **on(days_ago(40), "received_on"))
    assert other_day.status_code == 200


def test_another_organisations_feedback_is_never_named_as_the_same(desk, ward, stranger, signed_in):
    save(desk, ward)
    other = ServiceFactory(organisation=stranger.memberships.get().organisation)
    assert save(signed_in(stranger), other).status_code == 200


def test_a_place_of_another_organisation_is_refused(desk, stranger):
    other = ServiceFactory(organisation=stranger.memberships.get().organisation)
    assert save(desk, other).status_code == 422
    assert not Feedback.objects.exists()


def test_saving_twice_is_one_case(desk, ward):
    draft = str(uuid.uuid4())
    save(desk, ward, draft=draft)
    assert save(desk, ward, draft=draft).status_code == 200
    changed = save(desk, ward, draft=draft, words="Other words.", name="", address="")
    assert changed.status_code == 422 and "You saved this already" in changed.text
    assert Case.objects.count() == 1


def test_about_a_practice_the_person_chooses_one_of_two_doors(db, settings, tmp_path, signed_in):
    settings.MEDIA_ROOT = tmp_path
    icb = IcbFactory()
    practice = PracticeFactory(parent=icb)
    client = signed_in(a_member(icb, Role.ICB_LEAD))
    place = f"o{practice.pk}"
    refused = client.post(NEW, typed(place))
    assert refused.status_code == 422 and "the practice or the ICB" in refused.text
    client.post(NEW, typed(place, resolver_choice="icb"))
    assert Case.objects.get().organisation == icb


def test_a_ward_manager_logs_what_was_said_but_takes_in_no_letters(ward_manager, signed_in):
    client = signed_in(ward_manager)
    assert client.get(NEW).status_code == client.get(MP).status_code == 403
    assert "A letter from an MP" not in client.get("/desk/").text


FROM_AN_MP = {
    "mp_name": "Ida Brook MP", "mp_office": "Vale office", "mp_address": "1 High Street, Elderby", "copy_wanted": "on",
}  # fmt: skip


def test_an_mps_letter_names_three_parties_and_waits_for_the_patients_consent(desk, ward):
    other = {
        "about": "someone_else", "relationship": "daughter", "patient_name": "Vera Field", "consent": "not_yet",
    }  # fmt: skip
    response = save(desk, ward, at=MP, **FROM_AN_MP, **other)
    assert "The reply goes to the MP. The constituent wants a copy" in response.text
    assert "Waiting for consent" in response.text
    names = {one.part: one.name for one in Party.objects.all()}
    assert names == {"mp": "Ida Brook MP", "representative": "Ada Field", "patient": "Vera Field"}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"mp_name": ""}, "Enter the name of the MP"),
        ({"mp_address": ""}, "Enter the address of the office"),
        ({"name": ""}, "Enter the name of the constituent"),
        ({"about": "someone_else", "relationship": "son"}, "Choose whether the patient agrees"),
    ],
)
def test_an_mps_letter_says_what_is_missing(desk, ward, given, said):
    response = save(desk, ward, at=MP, **(FROM_AN_MP | given))
    assert response.status_code == 422 and said in response.text
    assert not Feedback.objects.exists()


@pytest.mark.parametrize("at", [NEW, MP])
def test_the_form_costs_the_same_few_queries_however_many_wards(
    desk, trust, at, django_assert_max_num_queries
):
    ServiceFactory.create_batch(3, organisation=trust)
    with django_assert_max_num_queries(MOST_QUERIES):
        desk.get(at)
    ServiceFactory.create_batch(9, organisation=trust)
    with django_assert_max_num_queries(MOST_QUERIES):
        desk.get(at)
