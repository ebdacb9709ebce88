"""The app's door takes feedback once, whole, or says what is wrong with it."""

import json
import uuid

import pytest

from feedback import intake
from feedback.models import Alert, Contact, Feedback
from feedback.references import clean_return_code, hash_return_code
from feedback.signals import Signal
from tests.factories import LONG_AGO, NationalBodyFactory, OrganisationFactory, ServiceFactory, days_ago
from tests.feedback.api.conftest import WORDS, problem_of

FULL = {
    "service": "bramble-ward",
    "intent": "complaint",
    "fft_answer": 5,
    "comments": [{"question": "what_happened", "text": WORDS}, {"question": "what_good", "text": "The tea."}],
    "about": "someone_else",
    "relationship": "daughter",
    "consent": "given",
    "reply_wanted": True,
    "reply_by": "email",
    "contact": {"name": "Ada Fell", "email": "ada@fell.example", "needs": "Large print"},
    "already_complained": True,
    "resolver_choice": "provider",
    "experience_on": "2026-04-02",
}


def test_what_was_sent_is_stored_whole(give, ward):
    key = str(uuid.uuid4())
    answer = give(FULL, key=key)
    assert answer.status_code == 201
    stored = Feedback.objects.get()
    assert (stored.channel, stored.source, stored.external_id) == ("app", "app", key)
    assert stored.service == ward and stored.organisation == ward.organisation
    for name in ("intent", "fft_answer", "about", "relationship", "consent", "reply_wanted", "reply_by",
                 "already_complained", "resolver_choice"):  # fmt: skip
        assert getattr(stored, name) == FULL[name]
    assert str(stored.experience_on) == FULL["experience_on"]
    assert list(stored.comments.values("question", "text")) == FULL["comments"]
    contact = Contact.objects.get()
    assert (contact.name, contact.email, contact.needs) == ("Ada Fell", "ada@fell.example", "Large print")


def test_the_person_takes_away_a_reference_a_code_and_a_promise(give):
    answer = give(FULL)
    told, stored = answer.json(), Feedback.objects.get()
    assert told["reference"] == stored.reference
    assert clean_return_code(told["return_code"]) == told["return_code"]
    assert hash_return_code(told["return_code"]) == stored.return_code_hash
    assert told["received_on"] == str(stored.received_on)
    assert "3 working days" in told["promises"]["acknowledge"]
    assert "4 weeks" in told["promises"]["respond"]
    assert answer["Location"] == f"/api/v1/feedback/{stored.reference}"
    assert answer["Cache-Control"] == "no-store"


def test_nothing_is_promised_where_no_reply_is_owed(give):
    assert give().json()["promises"] is None


def test_an_answer_without_words_is_enough(give):
    assert give({"service": "bramble-ward", "fft_answer": 1}).status_code == 201


def test_a_place_may_be_named_by_its_ods_code_alone(give, ward):
    body = {"organisation": ward.organisation.ods_code.lower(), "fft_answer": 2}
    assert give(body).status_code == 201
    assert Feedback.objects.get().organisation == ward.organisation


def test_consent_not_spoken_of_is_consent_not_yet_given(give):
    give({"service": "bramble-ward", "about": "someone_else", "comments": [{"text": WORDS}]})
    assert Feedback.objects.get().consent == "not_yet"


def test_a_wish_for_a_reply_without_a_way_means_the_return_code(give):
    give({"service": "bramble-ward", "reply_wanted": True, "comments": [{"text": WORDS}]})
    assert Feedback.objects.get().reply_by == "code"


def test_no_cookie_is_set_and_no_session_begins(give):
    assert not give().cookies


def test_sending_again_with_the_same_key_stores_nothing_and_answers_the_same(give):
    key = str(uuid.uuid4())
    first, again = give(FULL, key=key), give(FULL, key=key)
    assert again.status_code == 201
    assert again.json() == first.json()
    assert "Idempotent-Replayed" not in first
    assert again["Idempotent-Replayed"] == "true"
    assert Feedback.objects.count() == 1


def test_the_order_of_names_and_spaces_do_not_make_it_other_content(give):
    key = str(uuid.uuid4())
    give(FULL, key=key)
    again = give(json.dumps(dict(reversed(FULL.items())), indent=4).encode(), key=key)
    assert again["Idempotent-Replayed"] == "true"


def test_the_same_key_for_other_content_is_refused_and_the_first_stays(give):
    key = str(uuid.uuid4())
    give(FULL, key=key)
    problem = problem_of(give(FULL | {"fft_answer": 1}, key=key), 422)
    assert problem["type"].endswith(":idempotency-key-reused")
    assert Feedback.objects.get().fft_answer == 5


@pytest.mark.parametrize(
    "key", ["", "short", "x" * 15, "x" * 121, "with a space in it", "é" * 20, "tab\tinside-the-key"]
)
def test_a_key_is_needed_and_the_problem_says_what_to_do(give, key):
    problem = problem_of(give(key=key), 400)
    assert problem["type"].endswith(":idempotency-key-needed")
    assert "UUID" in problem["detail"]
    assert not Feedback.objects.exists()


def test_danger_in_the_words_brings_help_at_once(give, monkeypatch):
    monkeypatch.setattr(intake, "hear", lambda text: (Signal("self_harm", "invented words"),))
    told = give().json()
    assert told["someone_at_risk"] is True
    assert {"name", "how", "for"} == set(told["signposting"][0])
    everything = json.dumps(told["signposting"])
    for help_now in ("999", "111", "116 123", "85258"):
        assert help_now in everything
    assert Alert.objects.count() == 1


def test_words_without_danger_bring_none(give, monkeypatch):
    monkeypatch.setattr(intake, "hear", lambda text: (Signal("access", "invented words"),))
    told = give().json()
    assert told["someone_at_risk"] is False
    assert told["signposting"] == []


def body(**changed):
    return {"service": "bramble-ward", "comments": [{"text": WORDS}]} | changed


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        (body(intnt="complaint"), "intnt"),
        (body(comments=[{"txt": "x", "text": WORDS}]), "comments[0].txt"),
        (body(comments=[{"text": WORDS}, {"text": "a\0b"}]), "comments[1].text"),
        (body(comments=[{"text": "\ud800"}]), "comments[0].text"),
        (body(comments=[{"text": "x" * 20_001}]), "comments[0].text"),
        (body(comments=[{"text": WORDS, "question": "why"}]), "comments[0].question"),
        (body(comments=[{}]), "comments[0].text"),
        (body(comments=[{"text": None}]), "comments[0].text"),
        (body(comments=[{"text": ["x"]}]), "comments[0].text"),
        (body(comments=["x"]), "comments[0]"),
        (body(comments="x"), "comments"),
        (body(comments={"text": "x"}), "comments"),
        (body(comments=[{"text": "x"}] * 11), "comments"),
        (body(comments=[]), "comments"),
        (body(comments=[{"text": " \n "}]), "comments"),
        ({"service": "bramble-ward"}, "comments"),
        ({}, "service"),
        ([], "body"),
        ("words", "body"),
        (7, "body"),
        (body(service="no-such-ward"), "service"),
        (body(service={"slug": "bramble-ward"}), "service"),
        (body(service="x" * 5000), "service"),
        (body(service="bramble\0ward"), "service"),
        (body(organisation="ZZ9"), "organisation"),
        (body(organisation="not an ods code"), "organisation"),
        (body(organisation="R\0"), "organisation"),
        (body(organisation=["RQ3"]), "organisation"),
        (body(organisation="RQ3\n"), "organisation"),
        (body(intent="rant"), "intent"),
        (body(intent={"a": 1}), "intent"),
        (body(fft_answer=0), "fft_answer"),
        (body(fft_answer=7), "fft_answer"),
        (body(fft_answer=True), "fft_answer"),
        (body(fft_answer=10**400), "fft_answer"),
        (body(about="nobody"), "about"),
        (body(relationship="x" * 61), "relationship"),
        (body(consent="given"), "consent"),
        (body(reply_wanted="perhaps"), "reply_wanted"),
        (body(reply_by="code"), "reply_by"),
        (body(reply_wanted=True, reply_by="pigeon"), "reply_by"),
        (body(reply_wanted=True, reply_by="email"), "contact.email"),
        (body(reply_wanted=True, reply_by="post", contact={"name": "A"}), "contact.address"),
        (body(contact={"email": "not an address"}), "contact.email"),
        (body(contact={"phone": "1"}), "contact.phone"),
        (body(contact={"needs": "x" * 501}), "contact.needs"),
        (body(contact=[]), "contact"),
        (body(resolver_choice="both"), "resolver_choice"),
        (body(experience_on="2999-01-01"), "experience_on"),
        (body(experience_on="1066-10-14"), "experience_on"),
        (body(experience_on="yesterday"), "experience_on"),
        (body(experience_on="2026-02-30"), "experience_on"),
        (body(experience_on=20260402), "experience_on"),
        (body(received_on="2026-04-02"), "received_on"),
        (body(**{"x" * 10_000: 1}), "x" * 60),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_named_by_field_and_nothing_is_stored(give, sent, field):
    problem = problem_of(give(sent), 400)
    assert field in problem["errors"]
    assert problem["errors"][field].endswith((".", "]"))
    assert not Feedback.objects.exists()


@pytest.mark.parametrize(
    "sent",
    [
        b"{", b"not json", b"\xff\xfe{}", b'{"a": NaN}', b'{"a": Infinity}', b"[" * 200_000, b'{"a": ' + b"1" * 6000 + b"}",
        b'\xef\xbb\xbf{}', b'{"intent": "complaint", "intent": "comment"}',
    ],
)  # fmt: skip
def test_what_is_no_json_is_said_to_be_none(give, sent):
    problem = problem_of(give(sent), 400)
    assert problem["type"].endswith(":parse-error")
    assert "errors" not in problem


def test_no_words_of_the_person_are_in_the_problem_of_broken_json(give):
    answer = give(b'{"comments": [{"text": "my private words" oops')
    assert b"private" not in answer.content


def test_an_encoding_the_sender_names_is_not_followed(client, db):
    packed, headers = b"x\x9c\xab\x56", {"Idempotency-Key": str(uuid.uuid4())}
    problem_of(
        client.generic("POST", "/api/v1/feedback", packed, "application/json; charset=zlib", headers=headers),
        400,
    )


def test_an_empty_body_is_told_what_is_needed(give):
    assert "service" in problem_of(give(b""), 400)["errors"]


def test_too_much_is_refused_before_it_is_read_as_json(give):
    problem = problem_of(give(b'"' + b"x" * (2 * 1024 * 1024) + b'"'), 413)
    assert "2 MB" in problem["detail"]


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
)
def test_only_json_is_read(give, content_type):
    problem_of(give(b"a=1", content_type=content_type), 415)


@pytest.mark.parametrize("method", ["get", "put", "delete", "patch"])
def test_other_methods_are_problems_too(client, method):
    problem_of(getattr(client, method)("/api/v1/feedback"), 405)


def test_who_reads_no_json_is_told_so_in_it(give):
    problem_of(give(Accept="text/html"), 406)


def test_a_closed_organisation_names_the_one_that_took_over(give):
    after = OrganisationFactory(name="New Vale Trust")
    closed = OrganisationFactory(name="Old Vale Trust", closed_on=days_ago(1), successor=after)
    problem = problem_of(give({"organisation": closed.ods_code, "fft_answer": 1}), 400)
    assert "New Vale Trust" in problem["errors"]["organisation"]


def test_a_closed_ward_and_a_ward_of_another_place_are_refused(give):
    ServiceFactory(slug="shut", closed_on=days_ago(1))
    assert "service" in problem_of(give({"service": "shut", "fft_answer": 1}), 400)["errors"]
    other = OrganisationFactory()
    sent = {"service": "bramble-ward", "organisation": other.ods_code, "fft_answer": 1}
    assert "service" in problem_of(give(sent), 400)["errors"]


def test_a_national_body_takes_no_feedback_here(give):
    cqc = NationalBodyFactory(ods_code="X999", opened_on=LONG_AGO)
    assert "organisation" in problem_of(give({"organisation": cqc.ods_code, "fft_answer": 1}), 400)["errors"]


def test_a_database_that_does_not_answer_asks_to_try_again_and_logs_no_words(give, monkeypatch, caplog):
    from django.db import OperationalError

    def down(submission):
        raise OperationalError(f"could not store {submission.comments}")

    monkeypatch.setattr(intake, "receive", down)
    answer = give()
    problem_of(answer, 503)
    assert answer["Retry-After"] == "60"
    assert WORDS not in caplog.text
