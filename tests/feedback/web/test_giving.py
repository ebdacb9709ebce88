"""Giving feedback on the website, screen by screen, as a browser without JavaScript does it."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from feedback.models import Alert, Contact, Feedback, Question
from feedback.submission import LONGEST_COMMENT
from tests.factories import ServiceFactory, days_ago

pytestmark = pytest.mark.django_db


def test_anonymous_feedback_takes_four_screens(ward, person):
    someone = person(ward)
    assert "Tell us about your experience" in someone.heading
    someone.press(what_happened="The nurse sat with me.", fft_answer="1")
    assert "What you would like from us" in someone.heading
    someone.press(intent="compliment", about="self", reply_wanted="no")
    assert "Check your answers" in someone.heading
    someone.press("send")
    assert someone.heading == "We have your feedback"
    stored = Feedback.objects.get()
    assert (stored.service, stored.intent, stored.fft_answer, stored.reply_wanted) == (
        ward,
        "compliment",
        1,
        False,
    )
    assert [(one.question, one.text) for one in stored.comments.all()] == [
        (Question.WHAT_HAPPENED, "The nurse sat with me.")
    ]
    assert not Contact.objects.exists()
    assert stored.reference in someone.page
    assert re.search(r"\b(\d{4} ){3}\d{4}\b", someone.page)


def test_no_page_sets_a_cookie_and_only_the_browser_itself_may_keep_one_to_go_back_to(ward, person):
    someone = person(ward)
    seen = [someone.response]
    for go, answers in (
        (None, {"what_good": "The food."}),
        (None, {"intent": "comment", "about": "self", "reply_wanted": "no"}),
        ("send", {}),
    ):
        seen.append(someone.press(go, **answers).response)
    for response in seen:
        assert not response.cookies
        assert "private" in response["Cache-Control"] and "no-cache" in response["Cache-Control"]
    # With "no-store" the Back button shows an error and the words are gone; a return code is never kept.
    assert ["no-store" in response["Cache-Control"] for response in seen] == [False, False, False, True]


def test_the_address_never_changes_so_it_never_holds_words(ward, at_check):
    someone = at_check(ward, "Quillfeather").press("send")
    assert someone.response.request["PATH_INFO"] == "/give-feedback/bramble-ward/"
    assert not someone.response.request["QUERY_STRING"]


def test_each_screen_asks_a_fixed_number_of_queries(ward, person, django_assert_max_num_queries):
    someone = person(ward)
    with django_assert_max_num_queries(2):
        someone.press(what_happened="The tea was warm.")
    with django_assert_max_num_queries(2):
        someone.press(intent="comment", about="self", reply_wanted="no")
    with django_assert_max_num_queries(20):
        someone.press("send")


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({}, "Choose an answer, or tell us something in your own words"),
        ({"what_happened": " \0 "}, "Choose an answer, or tell us something in your own words"),
        ({"what_good": "x" * (LONGEST_COMMENT + 1)}, "must be 20,000 characters or fewer"),
        ({"what_good": "Warm tea", "fft_answer": "9"}, "Select one of the answers, or none"),
        ({"what_good": "Warm tea", "experience_on_day": "31", "experience_on_month": "2",
          "experience_on_year": "2026"}, "Enter a real date"),
        ({"what_good": "Warm tea", "experience_on_day": "1"}, "Enter a real date"),
        ({"what_good": "Warm tea", "experience_on_day": "x", "experience_on_month": "y",
          "experience_on_year": "z"}, "Enter a real date"),
        ({"what_good": "Warm tea", "experience_on_day": "1", "experience_on_month": "1",
          "experience_on_year": "26"}, "Enter the year with 4 figures"),
        ({"what_good": "Warm tea", "experience_on_day": "1", "experience_on_month": "1",
          "experience_on_year": str(timezone.localdate().year + 1)}, "The date must be today or in the past"),
    ],
)  # fmt: skip
def test_the_first_screen_says_what_is_wrong_and_keeps_what_was_typed(ward, person, typed, message):
    someone = person(ward).press(**typed)
    assert "<title>" in someone.page and "Error: Tell us about your experience" in someone.page
    assert "There is a problem" in someone.page
    assert someone.page.count(message) >= 2  # in the summary and beside the question
    assert someone.inputs().get("what_good", [""])[0].strip() == typed.get("what_good", "")
    assert not Feedback.objects.exists()


@pytest.mark.parametrize("answer", ["1", "6"])
def test_the_answer_alone_is_enough(ward, person, answer):
    someone = person(ward).press(fft_answer=answer).press(intent="comment", about="self", reply_wanted="no")
    someone.press("send")
    stored = Feedback.objects.get()
    assert (stored.fft_answer, stored.fft_mode, stored.comments.count()) == (int(answer), "Online", 0)


def test_the_second_screen_asks_for_what_is_missing(ward, person):
    someone = person(ward).press(what_happened="Warm tea").press()
    for message in (
        "Select what you would like to do",
        "Select whose care this is about",
        "Select yes if you want",
    ):
        assert message in someone.page


def test_words_come_back_as_they_were_typed(ward, at_check):
    typed = '  One <b>line</b> & "more"\r\n\r\n    another\u2028 line\r\n'
    someone = at_check(ward, typed).press("experience")
    shown = someone.inputs()["what_happened"][0].strip()
    assert shown == 'One <b>line</b> & "more"\n\n    another\u2028 line'
    someone.press().press("send")
    assert Feedback.objects.get().comments.get().text == shown


def test_a_nul_is_taken_out_and_nothing_else_is_lost(ward, at_check):
    at_check(ward, "Warm\0 tea").press("send")
    assert Feedback.objects.get().comments.get().text == "Warm tea"


def test_back_keeps_what_was_typed_even_if_it_is_wrong(ward, person):
    someone = person(ward).press(what_happened="Warm tea").press("experience", intent="concern")
    assert someone.inputs()["what_happened"] == ["Warm tea"]
    assert "There is a problem" not in someone.page
    assert someone.press().inputs()["intent"] == ["concern"]


def test_change_returns_to_the_check(ward, at_check):
    someone = at_check(ward).press("experience").press(could_improve="The chairs.")
    assert "Check your answers" in someone.heading
    assert "The chairs." in someone.page


def test_changing_to_a_complaint_asks_only_what_is_new_and_returns_to_the_check(ward, at_check):
    someone = at_check(ward).press("about").press(intent="complaint", reply_wanted="yes")
    assert "About making a complaint" in someone.heading
    assert "How we reply to you" in someone.press().heading
    assert "Your details" in someone.press(reply_by="code").heading
    assert "Check your answers" in someone.press().heading


def test_pressing_send_twice_stores_once_and_shows_the_same_code(ward, at_check):
    someone = at_check(ward)
    sent = someone.inputs() | {"go": "send"}
    first = someone.client.post(someone.url, sent).content.decode()
    again = someone.client.post(someone.url, sent).content.decode()
    assert Feedback.objects.count() == 1
    code = re.compile(r"(?:\d{4} ){3}\d{4}")
    assert code.search(first)[0] == code.search(again)[0]


def test_going_back_after_sending_and_changing_keeps_the_first_and_offers_to_send_the_rest(ward, at_check):
    someone = at_check(ward)
    sent = someone.inputs()
    first = someone.press("send").page
    someone.took(someone.client.post(someone.url, sent | {"what_good": "Also the view.", "go": "send"}))
    assert someone.response.status_code == 409
    assert someone.heading == "You have already sent this"
    stored = Feedback.objects.get()
    assert stored.reference in someone.page and stored.reference in first
    inputs = {name: values[0] for name, values in someone.inputs().items()}
    someone.took(someone.client.post(someone.url, inputs | {"go": "send"}))
    assert someone.heading == "We have your feedback"
    assert Feedback.objects.count() == 2


def test_danger_in_the_words_brings_help_on_the_very_next_page_and_before_any_thanks(
    ward, person, danger_word
):
    someone = person(ward).press(what_happened=f"It is all {danger_word} now")
    assert someone.page.index("116 123") < someone.page.index("<h1>")
    assert not Feedback.objects.exists() and not Alert.objects.exists()
    someone.press(intent="complaint", about="self").press().press(reply_by="code").press()
    assert "116 123" not in someone.page
    someone.press("send")
    assert someone.page.index("116 123") < someone.page.index("Thank you")
    assert someone.heading == "We have your complaint"
    assert Alert.objects.get().kind == "self_harm"


@pytest.mark.parametrize("typed", [{"experience_on_day": "99"}, {"fft_answer": "9"}])
def test_help_comes_also_when_the_page_has_an_error(ward, person, danger_word, typed):
    someone = person(ward).press(what_good=danger_word, **typed)
    assert "There is a problem" in someone.page and "116 123" in someone.page


def test_ordinary_words_bring_no_alarm(ward, at_check, danger_word):
    someone = at_check(ward)
    assert "116 123" not in someone.page
    assert "116 123" not in someone.press("send").page


def test_a_page_sent_straight_to_the_end_is_checked_all_the_same(ward, client):
    page = client.post("/give-feedback/bramble-ward/", {"at": "check", "go": "send"}).content.decode()
    assert "There is a problem" in page
    assert not Feedback.objects.exists()


@pytest.mark.parametrize(
    "changed",
    [
        {"intent": "revenge"},
        {"about": "nobody"},
        {"reply_wanted": "maybe"},
        {"fft_answer": "7"},
        {"experience_on_day": "40", "experience_on_month": "1", "experience_on_year": "2026"},
        {"what_happened": "x" * (LONGEST_COMMENT + 1)},
    ],
)
def test_a_hidden_input_that_was_tampered_with_is_refused_on_its_own_screen(ward, at_check, changed):
    someone = at_check(ward).press("send", **changed)
    assert "There is a problem" in someone.page
    assert not Feedback.objects.exists()


@pytest.mark.parametrize("form_id", ["", "nonsense", "0" * 500])
def test_a_broken_id_is_replaced_and_nothing_is_lost(ward, at_check, form_id):
    assert at_check(ward).press("send", form_id=form_id).heading == "We have your feedback"


@pytest.mark.parametrize("sent", [{"at": "nowhere"}, {"at": "about", "go": "../etc"}, {"go": "check"}, {}])
def test_a_page_we_never_made_leads_to_a_screen_and_not_to_an_error(ward, client, sent):
    response = client.post("/give-feedback/bramble-ward/", sent)
    assert response.status_code == 200


def test_what_intake_alone_knows_is_shown_on_the_screen_that_asks_for_it(ward, at_check, monkeypatch):
    def refuse(submission):
        raise ValidationError({"comments": "These words cannot be taken."})

    someone = at_check(ward)
    monkeypatch.setattr("feedback.intake.receive", refuse)
    someone.press("send")
    assert "Tell us about your experience" in someone.heading
    assert someone.page.count("These words cannot be taken.") >= 2


def test_more_than_the_server_takes_says_so_kindly(ward, person, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2000
    someone = person(ward)
    someone.took(
        someone.client.post(
            someone.url, "what_happened=" + "x" * 3000, content_type="application/x-www-form-urlencoded"
        )
    )
    assert someone.response.status_code == 413
    assert "send it in parts" in someone.page


def test_too_many_from_one_connection_are_asked_to_wait_and_lose_nothing(ward, at_check, monkeypatch):
    someone = at_check(ward, "Quillfeather")
    monkeypatch.setattr("feedback.web.giving.seconds_to_wait", lambda request, scope: 120)
    someone.press("send")
    assert (someone.response.status_code, someone.response["Retry-After"]) == (429, "120")
    assert someone.inputs()["what_happened"][0] == "Quillfeather"
    assert not Feedback.objects.exists()
    monkeypatch.undo()
    sent = {name: values[0] for name, values in someone.inputs().items()}
    assert (
        someone.took(someone.client.post(someone.url, sent | {"go": "send"})).heading
        == "We have your feedback"
    )


def test_an_unknown_service_offers_the_search(client, db):
    for url in ("/give-feedback/no-such-ward/", "/give-feedback/at/ZZZ/", "/give-feedback/?at=ZZZ"):
        response = client.get(url)
        assert response.status_code == 404
        assert 'name="q"' in response.content.decode()


def test_a_closed_ward_leads_to_its_organisation(ward, client):
    ServiceFactory(organisation=ward.organisation, name="Old Ward", slug="old-ward", closed_on=days_ago(30))
    response = client.get("/give-feedback/old-ward/")
    assert response.status_code == 410
    assert "/give-feedback/at/REV/" in response.content.decode()


def test_a_practice_that_closes_while_somebody_writes_hands_the_words_to_its_successor(practice, at_check):
    someone = at_check(practice, "Quillfeather")
    old, new = practice.organisation, ServiceFactory().organisation
    old.closed_on, old.successor = days_ago(1), new
    old.save()
    someone.press("send")
    assert someone.response.status_code == 410
    assert new.name in someone.page
    sent = {name: values[0] for name, values in someone.inputs().items()}
    page = someone.client.post(
        f"/give-feedback/at/{new.ods_code}/", sent | {"go": "experience"}
    ).content.decode()
    assert "Quillfeather" in page
    assert not Feedback.objects.exists()


def test_feedback_can_go_to_an_organisation_when_the_ward_is_not_known(ward, person, client):
    someone = person(ward)
    someone.url = "/give-feedback/at/rev/"
    someone.took(client.get(someone.url)).press(what_happened="Warm tea")
    someone.press(intent="comment", about="self", reply_wanted="no").press("send")
    stored = Feedback.objects.get()
    assert (stored.organisation, stored.service) == (ward.organisation, None)
