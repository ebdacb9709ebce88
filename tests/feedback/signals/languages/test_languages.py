"""Danger told in other languages than English: found where it is plain, quiet where it is plainly denied."""

import csv
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from feedback.signals import KINDS, find
from feedback.signals.languages import matched
from feedback.signals.languages.book import QUIET, STEM, entries
from feedback.signals.languages.letters import fold, read
from feedback.signals.normalise import read as read_english
from tests.feedback.signals.tables import alarms
from tests.feedback.signals.tables import rows as english_rows

HERE = Path(__file__).parent
REAL = Path(__file__).parents[5] / "shared" / "data" / "feedback"


def rows(name: str) -> list[dict[str, str]]:
    with open(HERE / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


DANGER, HARMLESS, SECOND = rows("danger"), rows("harmless"), rows("danger_second")

# Known misses among the plain sentences. One that is found must leave the list.
KNOWN_MISSES = {
    "A minha irmã disse que se vai matar esta semana",
    "医生乱摸我女儿的身体",
}


@cache
def raised(text: str) -> list[str]:
    return [kind for kind, _ in matched(text, read_english(text))]


@pytest.mark.parametrize("row", DANGER, ids=lambda row: f"{row['language']}: {row['text'][:40]}")
def test_plain_danger_raises_an_alarm(row):
    assert bool(alarms(row["text"])) is (row["text"] not in KNOWN_MISSES)


@pytest.mark.parametrize("row", HARMLESS, ids=lambda row: f"{row['language']}: {row['text'][:40]}")
def test_harmless_words_raise_no_alarm(row):
    assert not alarms(row["text"])


def test_every_language_is_tested_with_twelve_dangers_and_eight_harmless_sentences():
    spoken = {entry.language for found in entries().values() for entry in found}
    assert len(spoken) == 22
    assert Counter(row["language"] for row in DANGER) == dict.fromkeys(spoken, 12)
    assert Counter(row["language"] for row in HARMLESS) == dict.fromkeys(spoken, 8)


def test_less_plain_words_are_mostly_missed_as_the_document_says():
    assert {row["language"] for row in SECOND} == {row["language"] for row in DANGER}
    assert sum(bool(alarms(row["text"])) for row in SECOND) == 1


def test_every_phrase_can_be_read_and_has_a_kind():
    for phrase, found in entries().items():
        assert phrase.pattern and phrase.anchors
        assert all(entry.kind in KINDS or entry.kind == QUIET for entry in found)
        stems = [word for anchor in phrase.anchors for word in anchor if word.endswith("*")]
        assert not phrase.line.isascii() or all(len(stem) > STEM for stem in stems)


def test_no_english_sentence_of_the_tests_raises_in_another_language():
    names = [path.stem for path in HERE.parent.glob("*.csv")]
    texts = [row["text"] for name in names for row in english_rows(name)]
    assert len(texts) > 1500
    assert [text for text in texts if raised(text)] == []


def test_no_real_english_comment_raises_in_another_language():
    files = [REAL / "train.csv", REAL / "criticality_train.csv"]
    if not all(file.exists() for file in files):
        pytest.skip("the real comments are not beside this checkout")
    count = 0
    for file in files:
        with open(file, newline="", encoding="utf-8") as opened:
            count += sum(bool(raised(row["text"])) for row in csv.DictReader(opened))
    assert count == 0  # a count alone: nobody's words belong in a test's output


@pytest.mark.parametrize(
    "text",
    [
        "Chce umrzec",
        "chcę umrzec",
        "CHCĘ UMRZEĆ",
        "quiero morir!",
        "No, quiero morir",
        "أريد أن أموت",
        "اريد ان اموت",
    ],
)
def test_danger_is_found_however_it_is_typed(text):
    assert "self_harm" in raised(text)


@pytest.mark.parametrize(
    "text", ["nie chcę umrzeć", "no quiero morir", "ich will nicht sterben", "我不想死", "মরতে চাই না"]
)
def test_a_plain_denial_is_quiet(text):
    assert raised(text) == []


@pytest.mark.parametrize(
    "text", ["Nie bije mnie tylko mąż", "no me pega solo a mí", "Si no me mato, me matan ellos"]
)
def test_a_denial_in_doubt_goes_to_a_person(text):
    assert raised(text)


def test_nobody_feeds_her_is_no_denial():
    assert "neglect" in raised("Nikt nie karmi babci")


def test_a_nurse_who_rings_is_not_one_who_hits():
    assert raised("护士打我电话") == []
    assert "abuse_adult" in raised("护士打我")


def test_the_words_come_back_as_they_were_written():
    (signal,) = find("Bardzo proszę. Chcę  umrzeć!")
    assert (signal.kind, signal.words) == ("self_harm", "Chcę  umrzeć")


def test_letters_of_one_sound_are_one_letter():
    assert fold("أُريد") == fold("اريد")
    assert fold("نمی‌خواهم") == fold("نميخواهم")
    assert read("نمی خواهم").words == read("نمی‌خواهم").words
    assert fold("Zabić") == "zabic"
    assert read("我想死。").words == "我 想 死 . "
