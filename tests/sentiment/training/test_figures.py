import numpy as np
import pytest

from sentiment.themes import NAMES
from sentiment.training.calibrate import micro_f1
from sentiment.training.figures import (
    expected_calibration_error,
    figures,
    kappa,
    macro_f1,
    reliability,
    severity_auc,
    share,
)


def themes(*rows):
    return np.array([[name in row for name in NAMES] for row in rows], dtype=int)


def test_micro_f1_counts_all_pairs_together():
    truth = themes({"Parking"}, {"Parking", "Discharge"})
    assert micro_f1(themes({"Parking"}, {"Parking"}).astype(bool), truth) == pytest.approx(0.8)


def test_macro_f1_is_the_mean_over_themes_that_occur():
    truth = themes({"Parking"}, {"Parking", "Discharge"})
    assert macro_f1(themes({"Parking"}, {"Parking"}).astype(bool), truth) == pytest.approx(0.5)


def test_kappa_is_one_for_agreement_nought_for_chance_and_minds_distance():
    label = np.array([1, 2, 3, 4, 5] * 4)
    assert kappa(label, label) == pytest.approx(1)
    assert kappa(np.full(20, 3), label) == pytest.approx(0)
    near, far = label.copy(), label.copy()
    near[0], far[0] = 2, 5
    assert kappa(far, label) < kappa(near, label) < 1


def test_figures_leave_out_what_has_no_label():
    truth = themes({"Parking"}, set(), {"Discharge"})
    found = figures(truth.astype(bool), truth, np.array([1, 2, 4]), np.array([1, 0, 5]))
    assert found["rows"] == {"themes": 2, "sentiment": 2}
    assert found["themes_micro_f1"]["value"] == 1
    assert found["sentiment_accuracy"]["value"] == 0.5
    assert found["sentiment_three_class"]["value"] == 1
    assert found["by_theme"]["Parking"] == {"cases": 1, "f1": 1.0}


def test_an_interval_holds_its_figure_and_narrows_with_more_rows():
    chance = np.random.default_rng(1)

    def interval(rows):
        label = chance.integers(1, 6, rows)
        guess = np.where(chance.random(rows) < 0.7, label, chance.integers(1, 6, rows))
        figure = figures(np.ones((rows, 32), bool), np.ones((rows, 32), int), guess, label)
        return figure["sentiment_accuracy"]

    few, many = interval(50), interval(800)
    assert few["low"] <= few["value"] <= few["high"]
    assert many["high"] - many["low"] < few["high"] - few["low"]


def test_no_rows_give_no_figures_and_no_error():
    empty = np.zeros((0, 32))
    found = figures(empty.astype(bool), empty.astype(int), np.zeros(0, int), np.zeros(0, int))
    assert found["themes_micro_f1"] == {"value": None, "low": None, "high": None}


def test_severity_is_the_chance_that_the_worse_of_two_is_ranked_above():
    criticality = np.array([-5, -4, -3, -2, 0, 3, 5] * 30)
    assert severity_auc(-criticality.astype(float), criticality)["value"] == 1
    assert severity_auc(criticality.astype(float), criticality)["value"] == 0
    assert severity_auc(np.zeros(len(criticality)), criticality)["value"] == pytest.approx(0.5)


def test_severity_agrees_with_counting_every_pair():
    chance = np.random.default_rng(8)
    criticality, severity = chance.integers(-5, 6, 80), chance.integers(0, 10, 80) / 10
    bad, rest = severity[criticality <= -3], severity[criticality > -3]
    pairs = np.subtract.outer(bad, rest)
    assert severity_auc(severity, criticality)["value"] == pytest.approx(
        ((pairs > 0) + 0.5 * (pairs == 0)).mean(), abs=1e-4
    )


def test_what_is_as_sure_as_it_is_right_has_no_calibration_error():
    chances = np.repeat([0.25, 0.75], 400)
    hits = np.concatenate([np.arange(400) % 4 == 0, np.arange(400) % 4 != 0])
    curve = reliability(chances, hits)
    assert [(one["answers"], one["sure"], one["right"]) for one in curve] == [
        (400, 0.25, 0.25),
        (400, 0.75, 0.75),
    ]
    assert expected_calibration_error(curve) == pytest.approx(0)
    assert expected_calibration_error(reliability(np.ones(100), np.zeros(100))) == pytest.approx(1)
    assert expected_calibration_error(reliability(np.array([]), np.array([]))) == 0


def test_a_share_of_all_still_has_room_for_doubt():
    assert share(np.ones(50)) == {"value": 1.0, "low": pytest.approx(0.929, abs=0.001), "high": 1.0}
    assert share(np.array([])) == {"value": None, "low": None, "high": None}
