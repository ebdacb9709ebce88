"""The engine that ships: the same as the reference, near enough, and unmoved by what people send."""

import pytest

from sentiment.engines.agreement import agreement
from sentiment.engines.fast import FastEngine
from sentiment.engines.transformer import TransformerEngine

TEXTS = [
    "The nurses were so kind and nothing was too much trouble",
    "I waited six hours in a cold corridor and nobody spoke to me",
    "",
    "Nikt mi nie powiedział co się dzieje z moim tatą",
    "ta x",
]


@pytest.fixture(scope="module")
def model():
    return FastEngine.load()


@pytest.fixture(scope="module")
def readings(model, comments):
    return model.read(*comments)


def test_it_says_what_the_reference_says(readings, comments):
    texts, _ = comments
    same = agreement(readings, TransformerEngine.load(precision="fp32").read(*comments))
    assert len(texts) >= 150
    assert same["sentiment"] >= 0.99
    assert same["themes"] >= 0.99


def test_the_same_words_give_the_same_answer_in_any_company(model, readings, comments):
    texts, questions = comments
    backwards = model.read(texts[::-1], questions[::-1])[::-1]
    alone = [model.read([text], [question])[0] for text, question in zip(texts, questions, strict=True)]
    for other in (backwards, alone):
        for one, same in zip(readings, other, strict=True):
            assert one.probabilities == pytest.approx(same.probabilities, abs=0.02)
            assert one.themes == pytest.approx(same.themes, abs=0.02)
    assert agreement(readings, backwards)["sentiment"] == 1


def test_each_reading_says_why_and_how_severe(readings, comments):
    for text, reading in zip(comments[0], readings, strict=True):
        if reading.sentiment is None:
            continue
        assert 0 <= reading.severity <= 1
        assert set(reading.why) == {"sentiment", *reading.predicted_themes}
        for runs in reading.why.values():
            assert len(runs) <= 5
            assert all(0 <= start < end <= len(text) for start, end in runs)


def test_nothing_to_read_and_other_languages_are_not_scored(model):
    for reading in model.read(TEXTS[2:4], ["", ""]):
        assert (reading.sentiment, reading.themes, reading.severity, reading.why) == (None, {}, None, {})


def test_no_texts_give_no_readings(model):
    assert model.read([], []) == []


def test_what_comes_after_the_first_512_tokens_still_counts(model):
    long = "The nurses were kind. " * 150 + "The food was cold and I could not eat the meals. " * 5
    (reading,) = model.read([long], [""])
    assert "Food & drink provision & facilities" in reading.predicted_themes
    start, _ = reading.why["Food & drink provision & facilities"][0]
    assert start >= len("The nurses were kind. ") * 150


def test_what_people_paste_spoils_no_batch(model):
    odd = [
        "\ud800\udfff",
        "\x00" * 50,
        "a" * 100_000,
        "word " * 20_000,
        "👩‍⚕️" * 40,
        "ʎɐʞo",
        "\x00kind\x00staff",
    ]
    *strange, plain = model.read([*odd, TEXTS[0]], [""] * 8)
    assert plain.sentiment <= 2
    assert len(strange) == 7
    assert strange[3].sentiment is not None


def test_the_name_tells_the_very_weights(model):
    name, weights = model.name.split("@")
    assert name == "minilm-4"
    assert len(weights) == 8
