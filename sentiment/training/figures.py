"""How good a model is, in figures with intervals. Differences inside an interval are noise."""

from collections.abc import Callable

import numpy as np
from scipy.stats import rankdata

from sentiment.themes import NAMES
from sentiment.training.calibrate import micro_f1

DRAWS = 1_000
# Macro-F1 over all themes is mostly luck in the rarest: the headline takes those with this many cases.
CASES = 10
# Very positive and positive; neutral or mixed; negative and very negative.
THREE = np.array([0, 0, 0, 1, 2, 2])


def figures(predicted: np.ndarray, themes: np.ndarray, guesses: np.ndarray, sentiments: np.ndarray) -> dict:
    """Every figure with a 95 % bootstrap interval over rows, and F1 by theme.

    `predicted` and `themes` are (rows, 32); `guesses` and `sentiments` are (rows,), 1 to 5,
    0 where the row has no sentiment label. Themes are measured on rows that have at least one.
    """
    about = themes.any(axis=1)
    told, truth = predicted[about].astype(bool), themes[about]
    scored = sentiments > 0
    guess, label = guesses[scored], sentiments[scored]
    common = truth.sum(0) >= CASES
    return {
        "rows": {"themes": int(about.sum()), "sentiment": int(scored.sum())},
        "themes_micro_f1": _with_interval(lambda rows: micro_f1(told[rows], truth[rows]), len(truth)),
        "themes_macro_f1": _with_interval(lambda rows: macro_f1(told[rows], truth[rows]), len(truth)),
        f"themes_macro_f1_{CASES}_cases": _with_interval(
            lambda rows: macro_f1(told[rows][:, common], truth[rows][:, common]), len(truth)
        ),
        "sentiment_accuracy": _with_interval(lambda rows: _share(guess[rows] == label[rows]), len(label)),
        "sentiment_three_class": _with_interval(
            lambda rows: _share(THREE[guess[rows]] == THREE[label[rows]]), len(label)
        ),
        "sentiment_kappa": _with_interval(lambda rows: kappa(guess[rows], label[rows]), len(label)),
        "by_theme": {
            name: {"cases": int(truth[:, at].sum()), "f1": round(micro_f1(told[:, at], truth[:, at]), 3)}
            for at, name in enumerate(NAMES)
            if truth[:, at].any()
        },
    }


def macro_f1(predicted: np.ndarray, truth: np.ndarray) -> float:
    """The mean of the themes' F1, over themes that occur in the truth."""
    found = [micro_f1(predicted[:, at], truth[:, at]) for at in range(truth.shape[1]) if truth[:, at].any()]
    return float(np.mean(found)) if found else 0.0


def kappa(guess: np.ndarray, label: np.ndarray) -> float:
    """Cohen's kappa with quadratic weights: 1 is agreement, 0 is chance; far misses cost most."""
    seen = np.zeros((5, 5))
    np.add.at(seen, (guess - 1, label - 1), 1)
    cost = np.square(np.subtract.outer(np.arange(5), np.arange(5)))
    chance = np.outer(seen.sum(1), seen.sum(0)) / max(len(label), 1)
    expected = (cost * chance).sum()
    return float(1 - (cost * seen).sum() / expected) if expected else 0.0


def severity_auc(severity: np.ndarray, criticality: np.ndarray, worst: float = -3) -> dict:
    """With its interval, the chance that a comment rated `worst` or below is given more severity than another.

    Both (rows,): the area under the curve of true against false alarms (Hanley and McNeil 1982).
    """
    bad = criticality <= worst

    def area(rows: np.ndarray) -> float:
        ranks, hit = rankdata(severity[rows]), bad[rows]
        pairs = hit.sum() * (~hit).sum()
        return float((ranks[hit].sum() - hit.sum() * (hit.sum() + 1) / 2) / pairs) if pairs else 0.5

    return _with_interval(area, len(bad)) | {"rows": len(bad), "critical": int(bad.sum())}


def reliability(chances: np.ndarray, hits: np.ndarray, bins: int = 10) -> list[dict]:
    """How sure the model was against how often it was right, for answers in bins of equal width.

    `chances` and `hits` are (answers,). A bin without answers is left out.
    """
    at = np.minimum((chances * bins).astype(int), bins - 1)
    return [
        {
            "answers": int((at == one).sum()),
            "sure": round(float(chances[at == one].mean()), 4),
            "right": round(float(hits[at == one].mean()), 4),
        }
        for one in range(bins)
        if (at == one).any()
    ]


def expected_calibration_error(curve: list[dict]) -> float:
    """The mean gap between how sure the model says it is and how often it is right (Guo et al. 2017)."""
    answers = sum(one["answers"] for one in curve)
    return (
        sum(abs(one["sure"] - one["right"]) * one["answers"] for one in curve) / answers if answers else 0.0
    )


def share(hits: np.ndarray) -> dict:
    """The share of true in `hits`, (rows,), with Wilson's 95 % interval, which holds near 0 and 1 too."""
    rows, z = len(hits), 1.96
    if not rows:
        return {"value": None, "low": None, "high": None}
    value = float(hits.mean())
    middle = (value + z * z / (2 * rows)) / (1 + z * z / rows)
    reach = z / (1 + z * z / rows) * np.sqrt(value * (1 - value) / rows + z * z / (4 * rows * rows))
    return {
        "value": round(value, 4),
        "low": round(max(float(middle - reach), 0.0), 4),
        "high": round(min(float(middle + reach), 1.0), 4),
    }


def _share(hits: np.ndarray) -> float:
    return float(hits.mean()) if len(hits) else 0.0


def _with_interval(figure: Callable[[np.ndarray], float], rows: int) -> dict:
    """{"value", "low", "high"}: the figure, and where it lies in 95 of 100 redrawn test sets."""
    if not rows:
        return {"value": None, "low": None, "high": None}
    chance = np.random.default_rng(2026)
    drawn = [figure(chance.integers(0, rows, rows)) for _ in range(DRAWS)]
    low, high = np.percentile(drawn, [2.5, 97.5])
    return {
        "value": round(figure(np.arange(rows)), 4),
        "low": round(float(low), 4),
        "high": round(float(high), 4),
    }
