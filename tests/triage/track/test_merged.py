"""A person told us twice: either return code shows how it stands and the one reply, and nothing more of the other."""

import pytest

from feedback.models import Intent
from tests.factories import signed_reply
from tests.triage.track.conftest import PAGE, code_of, told
from triage import actions
from triage.track.handling import to_be_asked
from triage.track.timeline import timeline


@pytest.fixture
def twice(ward):
    """The one that ended, and the one that stayed."""
    given = {"intent": Intent.COMPLAINT, "reply_wanted": True, "reply_by": "code"}
    return told(ward, "The lift was broken.", **given), told(ward, "The LIFT again: SECRET WORDS.", **given)


@pytest.fixture
def merge(twice, officer):
    ended, stayed = twice
    return actions.merge(ended.case, into=stayed.case, same_person=True, why="SECRET why", by=officer)


def test_both_codes_show_the_same_reply(client, twice, merge, officer):
    ended, stayed = twice
    signed_reply(stayed.case, by=officer)
    for feedback in twice:
        feedback.refresh_from_db()
        account = timeline(feedback)
        assert account["state"] == "replied"
        assert [
            one["text"] for one in account["events"] if "We are sorry. The lift is mended." in one["text"]
        ]
        assert "Save our letters" in client.post(PAGE, {"code": code_of(feedback)}).text
    assert f"We answer it under {stayed.reference}" in timeline(ended)["says"]


def test_the_promises_are_those_of_the_one_that_answers(twice, merge):
    ended, stayed = twice
    assert timeline(ended)["state"] == "open"
    assert timeline(ended)["promises"] == timeline(stayed)["promises"] != []


def test_no_words_of_the_other_and_no_note_are_told(twice, merge):
    assert "SECRET" not in str(timeline(twice[0]))
    said = timeline(twice[1])
    assert "SECRET why" not in str(said)
    assert any(twice[0].reference in one["text"] for one in said["events"])


def test_how_it_was_handled_is_asked_of_the_case_that_answered(twice, merge, officer):
    signed_reply(twice[1].case, by=officer)
    assert to_be_asked(twice[0]) == to_be_asked(twice[1]) == twice[1].case


def test_split_again_each_stands_for_itself(client, twice, merge, officer):
    ended, stayed = twice
    signed_reply(stayed.case, by=officer)
    actions.unmerge(merge, why="SECRET slip", by=officer)
    account = timeline(type(ended).objects.get(pk=ended.pk))
    assert account["state"] == "open"
    assert "The lift is mended" not in str(account) and "SECRET" not in str(account)
    assert "Save our letters" not in client.post(PAGE, {"code": code_of(ended)}).text
