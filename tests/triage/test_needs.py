"""What a person needs, read from their own words: never less than they say, and theirs to correct."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.models import Party
from triage.needs import SHAPES, WAYS, ruled_out_in, shape_in
from triage.parties import first_parties


@pytest.mark.parametrize(("words", "shape"), [
    ("", "standard"), ("Please call after four", "standard"), ("Very large print", "large_print"), ("bigger letters", "large_print"),
    ("easy read", "easy_read"), ("Braille", "braille"), ("audio", "audio"), ("I use BSL", "bsl"),
    ("large print; British Sign Language (BSL)", "bsl"), ("easy read; large print", "easy_read"),
])  # fmt: skip
def test_a_shape_is_read_from_the_words(words, shape):
    assert shape_in(words) == shape


@pytest.mark.parametrize(("words", "ways"), [
    ("", []), ("Please call after four, I work nights", []), ("You can phone me", []), ("Large print", []),
    ("British Sign Language (BSL)", ["telephone"]), ("I am deaf", ["telephone"]), ("Please never ring me", ["telephone"]),
    ("no phone calls", ["telephone"]), ("don’t call my mobile", ["telephone"]), ("I cannot hear you", ["telephone"]),
    ("Text relay, I am deaf", []), ("No e-mails please", ["email"]), ("not by post", ["post"]),
])  # fmt: skip
def test_a_way_that_the_words_rule_out_is_ruled_out(words, ways):
    assert ruled_out_in(words) == ways


def test_nobody_rules_out_what_they_asked_for_themselves():
    assert ruled_out_in("I am deaf, but my wife answers", "telephone") == []


@given(st.text(max_size=80), st.sampled_from(["", "code", "email", "post", "telephone"]))
def test_whatever_is_written_gives_a_shape_and_ways_that_there_are(words, prefers):
    assert shape_in(words) in Party.Shape.values
    out = ruled_out_in(words, prefers)
    assert set(out) <= set(WAYS) and prefers not in out


def test_every_shape_that_is_read_is_one_of_a_party():
    assert {shape for shape, _ in SHAPES} | {"standard"} == set(Party.Shape.values)


def test_who_speaks_for_themselves_is_the_only_party():
    (party,) = first_parties(about="self", relationship="", prefers="code", contact={"name": "Ada"})
    assert (party["part"], party["name"], party["told_us"], party["answered"]) == (
        "complainant",
        "Ada",
        True,
        True,
    )


def test_who_speaks_for_another_is_the_representative_and_the_patient_is_a_person_of_their_own():
    contact = {"name": "Ada", "email": "ada@patientview.example", "patient_name": "Mr B.", "needs": "Braille"}
    one, patient = first_parties(
        about="someone_else", relationship="d" * 99, prefers="email", contact=contact
    )
    assert (one["part"], one["email"], one["shape"], len(one["relationship"])) == (
        "representative", contact["email"], "braille", 60,
    )  # fmt: skip
    # Nothing of the one is taken to be true of the other.
    assert patient == {"part": "patient", "name": "Mr B."}
