"""The shipped model's danger head on a few invented words: what it adds, where it points, and that it only adds."""

import csv
from pathlib import Path

import pytest

from feedback.signals import KINDS, find, hear
from sentiment.engines.fast import FastEngine

HERE = Path(__file__).parent
HIDDEN = "My brother has given his  dog away and paid off all his debts and it frightens me."
FIRST = Path(__file__).parents[2] / "feedback" / "signals"


@pytest.fixture(scope="module")
def model():
    return FastEngine.load()


def written(path):
    with path.open(encoding="utf-8", newline="") as file:
        return [line["text"] for line in csv.DictReader(file)]


def read(model, texts):
    return [reading.signals for reading in model.read(texts, [""] * len(texts))]


def alarms(signals):
    return {signal.kind for signal in signals if KINDS[signal.kind].tier <= 1}


def test_it_never_removes_a_signal(model):
    texts = [
        *written(HERE / "danger.csv"),
        *written(FIRST / "formal.csv"),
        *written(FIRST / "danger_fifth.csv"),
    ]
    for text, signals in zip(texts, read(model, texts), strict=True):
        first = hear(text)
        assert signals[: len(first)] == first
        added = [signal.kind for signal in signals[len(first) :]]
        assert len(added) == len(set(added))
        assert not {signal.kind for signal in first} & set(added)


def test_it_finds_danger_that_the_words_alone_do_not_show(model):
    # This list never taught it anything: see docs/safety-words.md.
    texts = written(HERE / "danger.csv")
    first = sum(bool(alarms(find(text))) for text in texts)
    together = sum(bool(alarms(signals)) for signals in read(model, texts))
    assert together >= first + 0.08 * len(texts)
    assert together >= 0.85 * len(texts)


def test_it_seldom_raises_harmless_words(model):
    texts = written(HERE / "harmless.csv")
    # Six of seventy do: they were made to mislead. docs/safety-words.md has the whole of it.
    assert sum(bool(alarms(signals)) for signals in read(model, texts)) <= 0.1 * len(texts)


def test_one_sentence_in_a_long_comment_is_found_and_shown_as_written(model):
    text = f"The food was lovely. {HIDDEN}\n\nParking was dear, but the nurses were kind. Thank you all."
    (signals,) = read(model, [text])
    assert find(text) == ()
    assert {KINDS[signal.kind].tier for signal in signals} == {0}
    assert all(signal.words == text[signal.start : signal.end] == HIDDEN for signal in signals)


def test_the_answer_does_not_depend_on_the_company_it_is_read_in(model):
    texts = written(HERE / "danger.csv")[:20]
    together = read(model, texts)
    assert together == [read(model, [text])[0] for text in texts] == read(model, texts)


def test_what_is_not_english_or_has_no_words_keeps_the_signals_of_its_words(model):
    texts = ["", "12 ...", "Nikt mi nie powiedział co się dzieje z moim tatą", "\ud800"]
    assert read(model, texts) == [find(text) for text in texts]
