"""The person comes back with the code, reads, and writes again."""

import re
import uuid

import pytest

from feedback import intake
from feedback.api.throttles import ByAddress
from feedback.models import Alert, Feedback, Intent
from feedback.signals import Signal
from tests.factories import OrganisationFactory, days_ago, received, signed_reply
from tests.triage.track.conftest import PAGE, code_of, decide, told
from triage import actions
from triage.models import Case, Event, Status

CHECK = "Check the numbers."
UNKNOWN = "4218096630157749"  # well formed, and nobody's


def read(client, feedback):
    return client.post(PAGE, {"code": code_of(feedback)})


def write(client, feedback, text, form_id=None):
    sent = {"code": code_of(feedback), "text": text, "form_id": form_id or uuid.uuid4()}
    return client.post(PAGE, sent)


def test_anyone_may_come_and_is_asked_for_the_code(client, db):
    page = client.get(PAGE)
    assert page.status_code == 200
    assert "Return code" in page.content.decode()


@pytest.mark.parametrize("shape", ["{}", " {} ", "{0[0]}"])
def test_the_code_is_read_as_people_type_it(client, complaint, shape):
    code = code_of(complaint)
    fours = " - ".join(code[at : at + 4] for at in range(0, 16, 4))
    typed = fours if shape == "{0[0]}" else shape.format(code)
    page = client.post(PAGE, {"code": typed})
    assert complaint.reference in page.content.decode()


def test_a_slip_and_a_code_nobody_has_get_the_same_words(client, complaint):
    code = code_of(complaint)
    slip = code[:-1] + str((int(code[-1]) + 1) % 10)
    pages = [
        client.post(PAGE, {"code": typed}).content.decode() for typed in (slip, UNKNOWN, "hello", "1" * 61)
    ]
    assert all(CHECK in page and complaint.reference not in page for page in pages)
    plain = [re.sub(r'value="[^"]*"|nonce="[^"]*"', "", page) for page in pages]
    assert len(set(plain)) == 1


def test_the_code_stands_in_no_address_no_cookie_and_no_cache(client, complaint):
    page = read(client, complaint)
    assert not page.cookies
    assert "no-store" in page["Cache-Control"]
    html = page.content.decode()
    code = code_of(complaint)
    assert html.count(code) == 1
    assert re.search(rf'<input type="hidden"[^>]*value="{code}"', html)
    assert not re.search(rf'(?:href|action)="[^"]*{code}', html)
    assert not client.get(PAGE, {"code": code}).content.count(complaint.reference.encode())


def test_it_shows_the_words_of_both_sides_and_the_dates(client, complaint, officer):
    actions.acknowledge(complaint.case, text="We have your complaint & thank you.", by=officer)
    html = read(client, complaint).content.decode()
    assert "We have your complaint &amp; thank you." in html
    assert "Nobody could tell us when the doctor would come." in html
    assert "We will answer by" in html
    assert "Quill" not in html


def test_words_are_never_taken_for_markup(client, ward):
    feedback = received("<script>alert(1)</script>", service=ward)
    html = read(client, feedback).content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html


def test_a_guesser_is_made_to_wait_and_a_slip_of_the_finger_costs_nothing(client, complaint, monkeypatch):
    monkeypatch.setattr(ByAddress, "THROTTLE_RATES", {"look_up": "2/hour", "give": "2/hour"})
    for _ in range(5):
        assert client.post(PAGE, {"code": "1234"}).status_code == 200
    for _ in range(2):
        assert client.post(PAGE, {"code": UNKNOWN}).status_code == 200
    page = read(client, complaint)
    assert page.status_code == 429
    assert int(page["Retry-After"]) > 0
    assert not page.cookies


def test_a_message_joins_the_case_and_shows_at_once(client, complaint, officer):
    page = write(client, complaint, "It happened again today.")
    assert "We have your message" in page.content.decode()
    assert "It happened again today." in page.content.decode()
    message = Feedback.objects.latest("id")
    assert (message.follows, message.source, message.channel) == (complaint, "track", "web")
    assert (message.organisation, message.service) == (complaint.organisation, complaint.service)
    assert message.intent == Intent.CONCERN and message.reply_wanted
    assert message.return_code_hash is None
    decide(message)
    assert Case.objects.get() == complaint.case
    assert Event.objects.filter(case=complaint.case, kind="write_back").count() == 1


def test_a_message_to_a_closed_case_opens_it_again(client, complaint, officer):
    signed_reply(complaint.case, by=officer)
    actions.close(complaint.case, outcome="upheld", by=officer)
    write(client, complaint, "That is not what happened.")
    message = Feedback.objects.latest("id")
    assert message.already_complained
    decide(message)
    case = Case.objects.get()
    assert case.status == Status.OPEN and case.needs_person


def test_a_message_about_feedback_without_a_case_is_a_comment(client, ward):
    feedback = told(ward, reply_wanted=False)
    write(client, feedback, "One more thing.")
    message = Feedback.objects.latest("id")
    assert message.intent == Intent.COMMENT and not message.reply_wanted


def test_a_message_before_any_decision_is_taken_too(client, ward):
    feedback = received(service=ward, intent=Intent.CONCERN, reply_wanted=True, reply_by="code")
    page = write(client, feedback, "One more thing.")
    assert "One more thing." in page.content.decode()


def test_pressing_twice_sends_once_and_other_words_are_a_second_message(client, complaint):
    form_id = uuid.uuid4()
    for _ in range(2):
        assert write(client, complaint, "Once.", form_id).status_code == 200
    assert Feedback.objects.filter(source="track").count() == 1
    write(client, complaint, "And another.", form_id)
    assert Feedback.objects.filter(source="track").count() == 2


def test_pressing_again_after_the_case_moved_on_loses_nothing_and_breaks_nothing(client, complaint, officer):
    form_id = uuid.uuid4()
    write(client, complaint, "Once.", form_id)
    signed_reply(complaint.case, by=officer)
    page = write(client, complaint, "Once.", form_id)
    assert "We have your message" in page.content.decode()
    assert Feedback.objects.filter(source="track").count() == 1


def test_contact_details_and_needs_come_along(client, ward):
    contact = {"name": "Ada Fell", "email": "ada@fell.example", "needs": "Large print"}
    feedback = received(
        service=ward, intent=Intent.CONCERN, reply_wanted=True, reply_by="email", contact=contact
    )
    html = write(client, feedback, "One more thing.").content.decode()
    assert Feedback.objects.latest("id").contact.needs == "Large print"
    assert "ada@fell.example" not in html


def test_danger_in_a_message_brings_help_on_that_very_page(client, complaint, monkeypatch):
    monkeypatch.setattr(intake, "hear", lambda text: (Signal("self_harm", "invented words"),))
    html = write(client, complaint, "Words of danger.").content.decode()
    assert html.index("116 123") < html.index("We have your message")
    assert Alert.objects.count() == 1


def test_a_message_without_words_is_asked_for_and_the_page_stays(client, complaint):
    for text in ("", "  \n ", "\x00"):
        page = write(client, complaint, text)
        assert page.status_code == 200
        assert "There is a problem" in page.content.decode()
        assert complaint.reference in page.content.decode()
    assert not Feedback.objects.filter(source="track").exists()


def test_too_long_a_message_is_given_back_whole(client, complaint):
    html = write(client, complaint, "x" * 20_001).content.decode()
    assert "20,000 characters or fewer" in html
    assert "x" * 20_001 in html


@pytest.mark.parametrize("form_id", ["", "not-a-uuid", "1" * 500])
def test_a_form_id_that_is_none_of_ours_breaks_nothing(client, complaint, form_id):
    sent = {"code": code_of(complaint), "text": "Words.", "form_id": form_id}
    assert client.post(PAGE, sent).status_code == 200


def test_a_body_that_closed_since_is_followed_to_its_successor(client, ward):
    feedback = told(ward, reply_wanted=False)
    after = OrganisationFactory(name="New Vale Trust")
    old = feedback.organisation
    old.closed_on, old.successor = days_ago(1), after
    old.save()
    write(client, feedback, "One more thing.")
    assert Feedback.objects.latest("id").organisation == after


def test_a_body_that_closed_for_good_says_so_and_keeps_the_words(client, ward):
    feedback = told(ward, reply_wanted=False)
    feedback.organisation.closed_on = days_ago(1)
    feedback.organisation.save()
    html = write(client, feedback, "One more thing.").content.decode()
    assert "was not open" in html and "One more thing." in html


def test_the_page_has_no_inline_code_or_style(client, complaint, officer):
    signed_reply(complaint.case, by=officer)
    html = read(client, complaint).content.decode()
    assert "style=" not in html
    assert all("src=" in tag or "nonce=" in tag for tag in re.findall(r"<script[^>]*>", html))
