"""route_file: lines in, decisions out, in order, with nothing lost and nothing stored."""

import io
import json
import os
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from feedback.signals import Signal
from sentiment.engines import Reading, engine
from triage.routing import facts_of, replay, route

KEYS = {"id", "resolver", "resolver_body", "told", "signposted", "priority", "clock", "rules"}


def line(**changes):
    row = {
        "id": "a1", "provider_kind": "acute_trust", "intent": "concern", "reply_wanted": True,
        "about": "self", "already_complained": False, "text": "My appointment letter never came.",
    }  # fmt: skip
    return json.dumps(row | changes).encode()


def answers(data):
    return list(replay.replay(io.BytesIO(data), engine("keywords").read))


def test_a_line_gives_the_decision_in_the_published_shape():
    (answer,) = answers(line())
    assert answer.keys() == KEYS
    assert (answer["id"], answer["resolver"], answer["clock"]) == ("a1", "pals", True)
    assert all(rule.keys() == {"id", "reason", "evidence"} for rule in answer["rules"])


def test_the_decision_is_the_very_one_of_the_pipeline(monkeypatch):
    monkeypatch.setattr("triage.routing.facts.hear", lambda text: (Signal("danger_now", text),))
    (answer,) = answers(line(text="invented danger"))
    facts = facts_of(
        texts=["invented danger"], provider_kind="acute_trust", intent="concern", reply_wanted=True
    )
    assert answer == {"id": "a1", **route(facts).as_dict()}
    assert answer["told"] == ["safeguarding", "cqc"]


def test_what_only_the_model_saw_counts_too():
    def read(texts, questions):
        seen = (Signal("danger_now", texts[0]),)
        return [Reading(3, {}, {}, (), seen, "en", "an invented model")]

    (answer,) = replay.replay(io.BytesIO(line(text="Nobody has come since noon.")), read)
    assert "safeguarding" in answer["told"]
    assert answer["priority"] == "immediate"


def test_a_key_of_the_senders_own_is_no_error_of_ours():
    (answer,) = answers(line(error="theirs", rules="theirs"))
    assert answer.keys() == KEYS


def test_order_is_kept_and_blank_lines_are_passed_over():
    data = b"\n".join([line(id=1), b"", b"   ", line(id=2), b"\r", line(id=3)])
    assert [answer["id"] for answer in answers(data)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (b"nonsense", "the line is not JSON."),
        (b'{"id": "a", "text": "cut', "the line is not JSON."),
        (b'{"id": "a", "text": "raw \x00 mark"}', "the line is not JSON."),
        (b'{"id": NaN}', "the line is not JSON."),
        (b"[" * 100_000, "the line is not JSON."),
        (b'{"id": ' + b"9" * 5000 + b"}", "the line is not JSON."),
        (b'["a", "b"]', "not an object"),
        (b'{"id": "\xff"}', "not UTF-8"),
        (line(id=None), "id is missing"),
        (line(id=True), "id is missing"),
        (line(id={"a": 1}), "id is missing"),
        (line(text=None), "text is missing or is not words."),
        (line(text=["a"]), "text is missing or is not words."),
        (line(provider_kind="gp"), 'provider_kind is "gp". Use one of: acute_trust'),
        (line(provider_kind=None), "provider_kind is missing."),
        (line(intent="rant"), 'intent is "rant". Use one of: compliment, comment, concern, complaint.'),
        (line(about="dog"), 'about is "dog". Use one of: self, someone_else.'),
        (line(reply_wanted="yes"), 'reply_wanted is "yes". Use true or false.'),
        (line(already_complained=1), "already_complained is not a word but int. Use true or false."),
        (line(text="x" * 1_000_001), "the line is longer than 1,000,000 bytes."),
    ],
)
def test_one_bad_line_is_named_and_the_rest_goes_on(bad, says):
    first, refused, last = answers(b"\n".join([line(id="first"), bad, line(id="last")]))
    assert (first["id"], last["id"]) == ("first", "last")
    assert refused.keys() == {"id", "error"}
    assert refused["error"].startswith("Line 2: ")
    assert says in refused["error"]


def test_a_refused_line_keeps_its_id_and_none_of_its_words():
    (refused,) = answers(line(id="r7", intent="rant", text="private words"))
    assert refused["id"] == "r7"
    assert "private" not in refused["error"]


@pytest.mark.parametrize(
    "text", ["", "\0", "a\0b", "\ud83d alone", "\u202e backwards", "🙂" * 3000, "x " * 200_000, "\ufeff"]
)
def test_odd_words_are_still_decided(text):
    (answer,) = answers(line(text=text))
    assert answer["resolver"] == "pals"


def test_a_byte_order_mark_extra_keys_and_missing_quiet_facts_are_no_trouble():
    data = (
        b'\xef\xbb\xbf{"id": 5, "provider_kind": "optician", "intent": "comment", "text": "Fine.", "ward": 3}'
    )
    (answer,) = answers(data)
    assert (answer["id"], answer["resolver"], answer["clock"]) == (5, "none", False)


def test_the_command_writes_a_decision_a_line_and_counts_what_it_could_not_decide(tmp_path):
    source, target = tmp_path / "in.ndjson", tmp_path / "out.ndjson"
    source.write_bytes(b"\n".join([line(id=1), b"nonsense", line(id=3)]))
    with pytest.raises(CommandError, match="1 of 3 lines could not be decided"):
        call_command("route_file", str(source), str(target))
    rows = [json.loads(row) for row in target.read_text().splitlines()]
    assert [row["id"] for row in rows] == [1, None, 3]


def test_a_clean_file_succeeds_and_running_it_again_gives_the_same_bytes(tmp_path):
    source, target = tmp_path / "in.ndjson", tmp_path / "out.ndjson"
    source.write_bytes(b"\n".join(line(id=n) for n in range(20)))
    call_command("route_file", str(source), str(target))
    before = target.read_bytes()
    call_command("route_file", str(source), str(target))
    assert target.read_bytes() == before
    assert before.count(b"\n") == 20


def test_the_questions_are_never_overwritten_and_a_missing_file_is_named(tmp_path):
    source = tmp_path / "in.ndjson"
    source.write_bytes(line())
    with pytest.raises(CommandError, match="same file"):
        call_command("route_file", str(source), str(source))
    with pytest.raises(CommandError, match="nowhere.*No such file"):
        call_command("route_file", str(tmp_path / "nowhere"), str(tmp_path / "out"))
    with pytest.raises(CommandError, match="cannot be used"):
        call_command("route_file", str(source), str(tmp_path / "no" / "out"))
    assert source.read_bytes() == line()


def test_it_works_in_a_pipe_and_fails_with_a_sentence():
    ran = subprocess.run(
        [sys.executable, "manage.py", "route_file", "-", "-"],
        input=b"\n".join([line(text="caf\u00e9 \ud83d"), b"nonsense"]),
        capture_output=True,
        env=os.environ | {"DATABASE_URL": "postgres://nobody@127.0.0.1:9/none", "SECRET_KEY": "s" * 40}
        | {"CONTACT_KEYS": "k" * 40, "PYTHONIOENCODING": "ascii"},
        check=False,
    )  # fmt: skip
    rows = [json.loads(row) for row in ran.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["a1", None]
    assert ran.returncode == 1
    assert (
        ran.stderr.decode().strip()
        == "CommandError: 1 of 2 lines could not be decided: see each error in the output."
    )
