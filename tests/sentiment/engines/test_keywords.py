import pytest
from hypothesis import given
from hypothesis import strategies as st

from sentiment.engines import Reading, engine
from sentiment.themes import NAMES


@pytest.fixture(scope="module")
def keywords():
    return engine("keywords")


@pytest.mark.parametrize(
    ("text", "question", "labels", "theme"),
    [
        ("The nurses were very kind and helpful", "nonspecific", {1}, "Staff manner & personal attributes"),
        ("Waited five hours and nobody came", "nonspecific", {4, 5}, "Timeliness of care"),
        (
            "The ward was filthy and the staff were rude",
            "",
            {4, 5},
            "Cleanliness, tidiness & infection control",
        ),
        ("There is a car park", "nonspecific", {3}, "Parking"),
        ("The food was not good", "nonspecific", {4, 5}, "Food & drink provision & facilities"),
        ("The parking", "could_improve", {4}, "Parking"),
        ("The parking", "What was good?", {1, 2}, "Parking"),
    ],
)
def test_it_gives_plausible_answers(keywords, text, question, labels, theme):
    (reading,) = keywords.read([text], [question])
    assert reading.sentiment in labels
    assert theme in reading.predicted_themes


def test_it_always_gives_the_same_answer(keywords):
    texts = ["Kind staff but a long wait", "Lovely food", "Rude"]
    assert keywords.read(texts, [""] * 3) == keywords.read(texts, [""] * 3)


def test_probabilities_are_whole_and_agree_with_the_label(keywords):
    for reading in keywords.read(["Lovely", "Awful and rude", "It was on Tuesday"], [""] * 3):
        assert sum(reading.probabilities.values()) == pytest.approx(1, abs=0.001)
        assert max(reading.probabilities, key=reading.probabilities.get) == str(reading.sentiment)
        assert set(reading.themes) == set(NAMES)


def test_what_has_no_words_or_is_not_english_is_not_scored(keywords):
    for reading in keywords.read(
        ["", "\x00 ...", "Nikt mi nie powiedział co się dzieje z moim tatą"], [""] * 3
    ):
        assert (reading.sentiment, reading.probabilities, reading.themes) == (None, {}, {})
        assert isinstance(reading, Reading)


@given(st.lists(st.text(st.characters()), max_size=5))
def test_any_text_at_all_gets_a_reading(texts):
    assert len(engine("keywords").read(texts, [""] * len(texts))) == len(texts)
