"""The app follows its feedback by reference and code, in the same words as the page."""

import jsonschema
import pytest
from drf_spectacular.generators import SchemaGenerator

from feedback.api.throttles import ByAddress
from tests.factories import received
from tests.feedback.api.conftest import problem_of
from tests.triage.track.conftest import code_of
from triage import actions


@pytest.fixture
def follow(client):
    def ask(reference, code=None):
        return client.get(f"/api/v1/feedback/{reference}", headers={"X-Return-Code": code} if code else {})

    return ask


def test_the_state_comes_in_plain_words(follow, complaint, officer):
    actions.acknowledge(complaint.case, text="We have your complaint.", by=officer)
    answer = follow(complaint.reference, code_of(complaint))
    assert answer.status_code == 200
    told = answer.json()
    assert told["state"] == "open"
    assert told["promises"][0]["by"] == str(complaint.case.respond_by)
    assert told["events"][0]["text"] == "We have your complaint."
    assert told["events"][-1]["on"] == str(complaint.received_on)
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies


def test_the_answer_fits_the_schema(follow, complaint):
    described = SchemaGenerator().get_schema(request=None, public=True)
    shape = {"$ref": "#/components/schemas/StateOut", "components": described["components"]}
    told = follow(complaint.reference, code_of(complaint)).json()
    jsonschema.validate(told, shape, jsonschema.Draft202012Validator)
    operation = described["paths"]["/api/v1/feedback/{reference}"]["get"]
    assert operation["security"] == [{}]
    for example in operation["responses"]["200"]["content"]["application/json"]["examples"].values():
        jsonschema.validate(example["value"], shape, jsonschema.Draft202012Validator)


def test_a_wrong_code_a_wrong_reference_and_both_get_the_same_answer(follow, complaint, ward):
    other = received("Other words.", service=ward)
    answers = [
        follow(complaint.reference, code_of(other)),
        follow("PV-AAAA-AAAA", code_of(complaint)),
        follow("PV-AAAA-AAAA", "4218096630157749"),
        follow(complaint.reference, "1234"),
        follow(complaint.reference, "x" * 4000),
        follow("%00é", code_of(complaint)),
    ]
    assert len({answer.content for answer in answers}) == 1
    problem_of(answers[0], 404)


def test_without_a_code_it_says_where_to_put_it(follow, complaint):
    problem = problem_of(follow(complaint.reference), 400)
    assert "X-Return-Code" in problem["detail"]


def test_guessing_is_slowed_down(follow, complaint, monkeypatch):
    monkeypatch.setattr(ByAddress, "THROTTLE_RATES", {"look_up": "1/hour"})
    follow(complaint.reference, "4218096630157749")
    answer = follow(complaint.reference, code_of(complaint))
    problem_of(answer, 429)
    assert int(answer["Retry-After"]) > 0
