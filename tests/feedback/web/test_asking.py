"""What a person asks for on the website: a reply or none, by which way, for themselves or for another."""

import datetime as dt

import pytest

from feedback.models import Contact, Feedback

pytestmark = pytest.mark.django_db


def test_a_complaint_is_owed_a_reply_unless_the_person_says_otherwise(ward, at_check):
    someone = at_check(ward, intent="complaint", reply_wanted=None)
    assert "within 3 working days" in someone.page
    assert "Ombudsman" in someone.page
    someone.press().press(reply_by="code").press().press("send")
    stored = Feedback.objects.get()
    assert (stored.reply_wanted, stored.reply_by) == (True, "code")
    due = stored.received_on + dt.timedelta(days=28)
    assert f"by {due.day} {due:%B %Y}" in someone.page


def test_a_complaint_without_a_reply_skips_the_questions_about_it(ward, at_check):
    someone = at_check(ward, intent="complaint", reply_wanted="no").press()
    assert "Check your answers" in someone.heading
    assert "You asked for no reply" in someone.press("send").page


@pytest.mark.parametrize(
    ("way", "wanted", "not_wanted"),
    [
        ("email", {"email": "ada@patientview.example"}, ("telephone", "address")),
        ("telephone", {"telephone": "0113 496 0000"}, ("email", "address")),
        ("post", {"address": "1 Invented Row\nElderby"}, ("email", "telephone")),
    ],
)
def test_each_way_of_replying_asks_only_for_what_it_needs(ward, at_check, way, wanted, not_wanted):
    someone = at_check(ward, reply_wanted="yes").press(reply_by=way)
    assert not set(not_wanted) & set(someone.inputs())
    someone.press()
    assert "There is a problem" in someone.page
    someone.press(**wanted).press("send")
    contact = Contact.objects.get()
    name, value = next(iter(wanted.items()))
    assert getattr(contact, name) == value
    assert Feedback.objects.get().reply_by == way


def test_a_comment_answered_by_code_asks_for_no_details_at_all(ward, at_check):
    someone = at_check(ward, reply_wanted="yes").press(reply_by="code")
    assert "Check your answers" in someone.heading
    someone.press("send")
    assert not Contact.objects.exists()


@pytest.mark.parametrize(
    ("way", "needed"), [("code", False), ("email", True), ("post", True), ("telephone", True)]
)
def test_a_complaint_needs_a_name_unless_the_code_brings_the_answer(ward, at_check, way, needed):
    someone = at_check(ward, intent="complaint", reply_wanted="yes").press().press(reply_by=way)
    someone.press(email="ada@patientview.example", telephone="0113 496 0000", address="1 Invented Row")
    assert ("Enter your full name" in someone.page) is needed


@pytest.mark.parametrize("typed", ["none", "ada@", "@example.com", "ada @example.com"])
def test_an_email_address_must_look_like_one(ward, at_check, typed):
    someone = at_check(ward, reply_wanted="yes").press(reply_by="email").press(email=typed)
    assert "Enter an email address in the right form" in someone.page
    assert someone.inputs()["email"] == [typed]


def test_details_of_a_way_no_longer_chosen_are_left_behind(ward, at_check):
    someone = (
        at_check(ward, reply_wanted="yes").press(reply_by="email").press(email="ada@patientview.example")
    )
    someone.press("reply").press(reply_by="code").press("send")
    assert not Contact.objects.exists()


def test_a_bsl_user_is_never_sent_to_the_telephone(ward, at_check):
    someone = at_check(ward, reply_wanted="yes").press(reply_by="telephone", formats=["bsl"])
    assert "You use British Sign Language, so select a way that is not the phone" in someone.page
    someone.press(reply_by="code", formats=["bsl", "large_print"], other_needs="Dark blue on cream").press(
        "send"
    )
    assert Contact.objects.get().needs == "British Sign Language (BSL); large print; Dark blue on cream"


@pytest.mark.parametrize(
    ("choice", "consent", "relationship"),
    [
        ("given", "given", "daughter"),
        ("not_yet", "not_yet", "daughter"),
        ("cannot_say", "not_yet", "daughter; patient cannot say"),
    ],
)
def test_speaking_for_someone_else_asks_who_and_whether_they_agree(
    ward, at_check, choice, consent, relationship
):
    someone = at_check(ward, about="someone_else")
    assert "The person this is about" in someone.heading
    assert "Enter who you are to them" in someone.press().page
    someone.press(relationship="daughter", consent=choice, patient_name="Abel Invented").press("send")
    stored = Feedback.objects.get()
    assert (stored.about, stored.consent, stored.relationship) == ("someone_else", consent, relationship)
    assert stored.contact.patient_name == "Abel Invented"


def test_consent_is_dropped_when_it_turns_out_to_be_about_the_person(ward, at_check):
    someone = at_check(ward, about="someone_else").press(relationship="carer", consent="given")
    someone.press("about").press(about="self").press("send")
    stored = Feedback.objects.get()
    assert (stored.about, stored.consent, stored.relationship) == ("self", "not_needed", "")


def test_without_consent_the_last_page_says_what_must_come_first(ward, at_check):
    someone = at_check(ward, about="someone_else", reply_wanted="yes")
    someone.press(relationship="son", consent="not_yet").press(reply_by="code").press("send")
    assert "we must know that they agree" in someone.page


@pytest.mark.parametrize(
    ("choice", "named"), [("provider", "Millbrook Surgery"), ("icb", "NHS Vale and Moor ICB")]
)
def test_a_complaint_in_primary_care_goes_to_the_practice_or_the_icb(practice, at_check, choice, named):
    someone = at_check(practice, intent="complaint", reply_wanted="no")
    assert (
        "NHS Vale and Moor ICB" in someone.page and "not both" in someone.page and "PALS" not in someone.page
    )
    assert "Select who should look into your complaint" in someone.press().page
    someone.press(resolver_choice=choice)
    assert named in someone.page
    someone.press("send")
    assert Feedback.objects.get().resolver_choice == choice


def test_a_hospital_complaint_offers_no_such_choice(ward, at_check):
    someone = at_check(ward, intent="complaint", reply_wanted="no")
    assert "Who should look into your complaint" not in someone.page
    someone.press(already_complained="on").press("send")
    stored = Feedback.objects.get()
    assert (stored.resolver_choice, stored.already_complained) == ("", True)
