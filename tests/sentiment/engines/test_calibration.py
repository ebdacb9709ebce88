import json

import numpy as np
import pytest

from sentiment.engines.calibration import Calibration
from sentiment.themes import NAMES


def row(**themes):
    found = np.zeros((1, len(NAMES)))
    for name, value in themes.items():
        found[0, NAMES.index(name)] = value
    return found


def test_sentiment_probabilities_sum_to_one_even_for_huge_answers():
    shares = Calibration().sentiments(np.array([[1e4, 0, 0, 0, -1e4], [0, 0, 0, 0, 0]]), ["", "what_good"])
    assert shares.sum(axis=1) == pytest.approx([1, 1])
    assert shares[1] == pytest.approx([0.2] * 5)


def test_a_kind_of_question_with_a_higher_temperature_is_answered_less_surely():
    logits = np.array([[3.0, 1, 0, 0, 0]] * 2)
    good, improve = Calibration((1.0, 1.0, 2.0, 1.0)).sentiments(logits, ["what_good", "could_improve"])
    assert improve.max() < good.max()


def test_a_theme_is_predicted_from_its_threshold_up():
    assert Calibration(floor=0.3).predicted(row(Parking=0.5)).sum() == 1
    assert Calibration(floor=0.3).predicted(row(Parking=0.5, Discharge=0.49)).sum() == 1


def test_when_no_theme_reaches_its_threshold_the_likeliest_does_from_the_floor_up():
    chosen = Calibration(floor=0.3).predicted(row(Parking=0.35, Discharge=0.31))
    assert [NAMES[at] for at in np.flatnonzero(chosen[0])] == ["Parking"]
    assert not Calibration(floor=0.4).predicted(row(Parking=0.35)).any()


def test_it_survives_json():
    made = Calibration((1.5, 1.4, 1.3, 1.6), 0.9, tuple(np.linspace(0.1, 0.9, 32).round(3).tolist()), 0.2)
    assert Calibration.from_dict(json.loads(json.dumps(made.as_dict()))) == made


def test_a_card_with_one_temperature_for_all_kinds_is_still_read():
    values = Calibration().as_dict()
    del values["sentiment_temperatures"]
    assert Calibration.from_dict(values | {"sentiment_temperature": 1.5}).sentiment_temperatures == (1.5,) * 4
