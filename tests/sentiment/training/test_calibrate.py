import numpy as np
import pytest

from sentiment.themes import NAMES
from sentiment.training.calibrate import ALARMS_PER_THOUSAND, calibrated, danger_thresholds, micro_f1

QUIET = np.zeros((1_000, 2))
KIND = ["what_good"] * 600


def made_up(rows=600, sharpness=1.0):
    """Logits and labels drawn from them, then the logits made `sharpness` times too sure."""
    chance = np.random.default_rng(5)
    feeling = chance.normal(0, 1.5, (rows, 5))
    powers = np.exp(feeling) / np.exp(feeling).sum(1, keepdims=True)
    sentiments = np.array([chance.choice(5, p=p) + 1 for p in powers])
    about = chance.normal(-2, 2, (rows, len(NAMES)))
    themes = (chance.random(about.shape) < 1 / (1 + np.exp(-about))).astype(int)
    return {"sentiment": feeling * sharpness, "themes": about * sharpness}, sentiments, themes


@pytest.mark.parametrize("sharpness", [0.7, 1.0, 2.0])
def test_temperatures_undo_too_much_or_too_little_sureness(sharpness):
    found = calibrated(*made_up(sharpness=sharpness), KIND, QUIET)
    assert found.sentiment_temperatures == pytest.approx([sharpness] * 4, abs=0.25)
    assert found.themes_temperature == pytest.approx(sharpness, abs=0.25)


def test_each_kind_of_question_has_its_own_temperature_where_there_are_answers_enough():
    logits, sentiments, themes = made_up()
    logits["sentiment"][:300] *= 2
    kinds = ["what_good"] * 300 + ["could_improve"] * 270 + ["nonspecific"] * 30
    none, good, improve, few = calibrated(logits, sentiments, themes, kinds, QUIET).sentiment_temperatures
    assert good > 1.5 > improve
    assert none == few and improve < none < good


def test_thresholds_do_better_than_a_half_where_they_were_chosen():
    logits, sentiments, themes = made_up()
    found = calibrated(logits, sentiments, themes, KIND, QUIET)
    probabilities = found.themes(logits["themes"])
    assert micro_f1(found.predicted(probabilities), themes) > micro_f1(probabilities >= 0.5, themes)


def test_a_theme_without_cases_takes_the_common_threshold():
    logits, sentiments, themes = made_up()
    themes[:, :3] = 0
    thresholds = calibrated(logits, sentiments, themes, KIND, QUIET).thresholds
    assert thresholds[0] == thresholds[1] == thresholds[2]


def test_rows_without_a_sentiment_are_left_out():
    logits, sentiments, themes = made_up()
    whole = calibrated(logits, sentiments, themes, KIND, QUIET).sentiment_temperatures
    padded = {
        name: np.vstack([values, np.full((50, values.shape[1]), 9.0)]) for name, values in logits.items()
    }
    labels = np.concatenate([sentiments, np.zeros(50, int)])
    found = calibrated(
        padded, labels, np.vstack([themes, np.ones((50, len(NAMES)), int)]), KIND + [""] * 50, QUIET
    )
    assert found.sentiment_temperatures == whole


def test_so_many_quiet_comments_pass_the_thresholds_of_danger_and_no_more():
    quiet = np.random.default_rng(3).normal(-6, 2, (4_000, 2))
    passed = (quiet > danger_thresholds(quiet)).sum(0)
    assert passed.tolist() == [ALARMS_PER_THOUSAND * 4, ALARMS_PER_THOUSAND * 4]
