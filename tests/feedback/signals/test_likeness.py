"""Danger by likeness: what it hears beside the phrasebook, and that it stays quiet about ordinary words."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.signals import KINDS, find, hear
from feedback.signals.likeness import BUCKETS, MOST_WORDS, features, learnt, likenesses, sentences

FROZEN = Path("sentiment/safety/frozen")


def texts(name):
    with (FROZEN / name).open(encoding="utf-8", newline="") as file:
        return [row["text"] for row in csv.DictReader(file)]


def alarms(signals):
    return [one for one in signals if KINDS[one.kind].tier in (0, 1)]


def test_it_hears_half_as_much_again_of_the_frozen_dangers_as_the_phrasebook_alone():
    # These taught neither. Figures: docs/safety-words.md.
    danger = texts("danger.csv")
    alone = sum(bool(alarms(find(text))) for text in danger)
    together = sum(bool(alarms(hear(text))) for text in danger)
    assert together >= 1.3 * alone
    assert together >= 0.75 * len(danger)


def test_few_of_the_frozen_look_alikes_mislead_it():
    harmless = texts("harmless.csv")
    assert sum(bool(likenesses(text)) for text in harmless) <= 0.07 * len(harmless)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "...",
        "Thank you.",
        "Nurse lovely",
        "Lovely staff and a warm welcome from everyone on the ward.",
        "12 34 56 78",
    ],
)
def test_ordinary_words_are_let_be(text):
    assert likenesses(text) == []


def test_the_sentence_that_sounds_like_danger_is_named():
    text = "The tea was hot. He gets cross with me if I tell, so I keep my sleeves down. Parking was easy."
    (one,) = likenesses(text)
    assert text[one.start : one.end] == "He gets cross with me if I tell, so I keep my sleeves down."
    assert KINDS[one.kind].tier == 0


def test_what_the_phrasebook_found_is_not_said_twice():
    text = "I want to kill myself and nobody will listen to me."
    tiers = [KINDS[one.kind].tier for one in alarms(hear(text))]
    assert tiers == [KINDS[one.kind].tier for one in alarms(find(text))]


@given(st.text(max_size=400))
def test_hearing_adds_to_what_is_found_and_takes_nothing_away(text):
    heard = hear(text)
    assert set(find(text)) <= set(heard)
    assert all(text[one.start : one.end] == one.words for one in heard)


@given(st.text(max_size=200))
def test_sentences_stand_in_the_text_in_order_and_never_overlap(text):
    places = list(sentences(text))
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(first[1] <= second[0] for first, second in zip(places, places[1:], strict=False))


def test_features_are_of_the_words_whatever_their_case_and_marks():
    assert features("He HIT me!") == features("he hit me")
    assert all(0 <= one < BUCKETS for group in features("he hit me") for one in group)
    assert features("word " * 5_000) == features("word " * MOST_WORDS)


def test_what_ships_knows_every_kind_of_both_tiers():
    weights = learnt()
    assert set(weights.tiers) == set(weights.cuts) == {0, 1}
    assert set(weights.kinds) == {name for name, kind in KINDS.items() if kind.tier in (0, 1)}
    assert all(len(numbers) == BUCKETS for numbers, _, _ in weights.tiers.values())
