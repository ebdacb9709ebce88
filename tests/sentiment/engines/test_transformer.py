import pytest

from sentiment.engines.transformer import TransformerEngine
from sentiment.themes import NAMES

TEXTS = [
    "The nurses were so kind and nothing was too much trouble",
    "I waited six hours in a cold corridor and nobody spoke to me",
    "The parking is a nightmare and costs too much",
    "No one listened to me. The doctor was rude and rushed.",
    "The food was lovely",
    "",
    "Nikt mi nie powiedział co się dzieje z moim tatą",
    "ta x",
]
SCORED = [0, 1, 2, 3, 4, 7]


@pytest.fixture(scope="module")
def model():
    return TransformerEngine.load(precision="fp32")


@pytest.fixture(scope="module")
def readings(model):
    return model.read(TEXTS, ["nonspecific"] * len(TEXTS))


def test_plain_praise_and_plain_blame_are_told_apart(readings):
    assert readings[0].sentiment <= 2
    assert readings[1].sentiment >= 4
    assert readings[3].sentiment >= 4


@pytest.mark.parametrize(
    ("row", "theme"),
    [
        (0, "Staff manner & personal attributes"),
        (1, "Timeliness of care"),
        (3, "Staff listening, understanding & involving patients"),
        (4, "Food & drink provision & facilities"),
    ],
)
def test_what_a_comment_is_about_is_found(readings, row, theme):
    assert theme in readings[row].predicted_themes


def test_probabilities_are_whole(readings):
    for row in SCORED:
        assert sum(readings[row].probabilities.values()) == pytest.approx(1, abs=0.001)
        assert list(readings[row].themes) == list(NAMES)
        assert all(0 <= share <= 1 for share in readings[row].themes.values())


def test_nothing_to_read_and_other_languages_are_not_scored(readings):
    for row in set(range(len(TEXTS))) - set(SCORED):
        assert (readings[row].sentiment, readings[row].themes, readings[row].predicted_themes) == (
            None,
            {},
            (),
        )
    assert readings[6].language == "pl"


def test_the_answer_does_not_depend_on_the_company_it_is_read_in(model, readings):
    backwards = model.read(TEXTS[::-1], ["nonspecific"] * len(TEXTS))[::-1]
    alone = [model.read([text], ["nonspecific"])[0] for text in TEXTS]
    for other in (backwards, alone):
        for row, reading in enumerate(readings):
            assert other[row].themes == pytest.approx(reading.themes, abs=0.0005)
            assert other[row].probabilities == pytest.approx(reading.probabilities, abs=0.0005)


def test_half_precision_says_nearly_the_same(readings):
    half = TransformerEngine.load().read(TEXTS, ["nonspecific"] * len(TEXTS))
    for row in SCORED:
        assert half[row].probabilities == pytest.approx(readings[row].probabilities, abs=0.05)


def test_what_comes_after_the_first_512_tokens_still_counts(model):
    long = (
        "The nurses were kind. " * 150 + "The food was cold and horrible and I could not eat the meals. " * 5
    )
    (reading,) = model.read([long], [""])
    assert "Food & drink provision & facilities" in reading.predicted_themes


def test_a_question_in_any_words_is_taken(model):
    words, kind = model.read(["The parking"] * 2, ["What could we do better?", "could_improve"])
    assert words == kind


def test_unreadable_text_spoils_no_batch(model):
    odd = ["\ud800\udfff", "\x00" * 50, "a" * 100_000, "👩‍⚕️" * 40, "ʎɐʞo"]
    readings = model.read([*odd, TEXTS[0]], [""] * 6)
    assert len(readings) == 6
    assert readings[-1].sentiment <= 2


def test_no_texts_give_no_readings(model):
    assert model.read([], []) == []


def test_the_name_tells_the_very_weights(model):
    name, weights = model.name.split("@")
    assert name == "minilm-4"
    assert len(weights) == 8
