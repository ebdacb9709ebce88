"""Temperatures and thresholds, chosen on the validation rows alone."""

from collections.abc import Sequence

import numpy as np

from sentiment.engines.calibration import Calibration
from sentiment.engines.questions import KINDS
from sentiment.themes import NAMES

TEMPERATURES = np.linspace(0.5, 3.0, 51).round(3)
CUTS = np.linspace(0.15, 0.75, 25)
FLOORS = np.linspace(0.1, 0.5, 9)
# F1 that two thresholds may differ by and still be called as good.
SLACK = 0.01
# With fewer cases than these a theme's own best threshold is mostly luck; it is drawn to the common one. (By
# cross-validation on the validation rows: micro-F1 0.771 with 15 cases, 0.777 with 40, 0.782 with 150 or more.)
CASES = 150
# With fewer answers than these a kind of question takes the temperature of all.
ANSWERS = 50
# Quiet comments in 1,000 that each tier may call dangerous although the words show nothing. They may be right.
ALARMS_PER_THOUSAND = 4


def calibrated(
    logits: dict[str, np.ndarray],
    sentiments: np.ndarray,
    themes: np.ndarray,
    kinds: Sequence[str],
    quiet: np.ndarray,
) -> Calibration:
    """The calibration that fits validation rows best.

    `logits` by head, (rows, size); `sentiments` (rows,), 1 to 5 and 0 where unknown; `themes` (rows, 32),
    0 or 1; `kinds` (rows,) of questions. `quiet` (comments, tiers) are the answers about danger in real comments that hold none.
    """
    feelings = _temperatures(logits["sentiment"], sentiments, kinds)
    about = min(TEMPERATURES, key=lambda t: _theme_surprise(logits["themes"] / t, themes))
    start = Calibration(feelings, themes_temperature=float(about))
    probabilities = start.themes(logits["themes"])
    common = _plateau(probabilities, themes)
    thresholds = tuple(_threshold(probabilities[:, at], themes[:, at], common) for at in range(len(NAMES)))
    heard = danger_thresholds(quiet)
    choices = [
        Calibration(feelings, float(about), thresholds, round(float(floor), 3), heard) for floor in FLOORS
    ]
    return max(choices, key=lambda choice: micro_f1(choice.predicted(probabilities), themes))


def _temperatures(logits: np.ndarray, sentiments: np.ndarray, kinds: Sequence[str]) -> tuple[float, ...]:
    """The temperature of feelings for each of KINDS."""

    def best(rows: np.ndarray) -> float:
        return float(
            min(TEMPERATURES, key=lambda t: _sentiment_surprise(logits[rows] / t, sentiments[rows] - 1))
        )

    scored = sentiments > 0
    of_all = best(scored)
    own = [scored & (np.array(kinds) == kind) for kind in KINDS]
    return tuple(best(rows) if rows.sum() >= ANSWERS else of_all for rows in own)


def danger_thresholds(quiet: np.ndarray) -> tuple[float, ...]:
    """For each tier, the answer that no more than ALARMS_PER_THOUSAND of the quiet comments pass.

    It lies midway between the last comment that passes and the first that does not: they may be far apart.
    """
    most = round(ALARMS_PER_THOUSAND * len(quiet) / 1000)
    loudest = np.sort(quiet, axis=0)[::-1]
    return tuple(loudest[max(most - 1, 0) : most + 1].mean(0).tolist())


def micro_f1(predicted: np.ndarray, truth: np.ndarray) -> float:
    """F1 over all rows and themes together; 0 when there is nothing to find and nothing found."""
    both = (predicted & (truth == 1)).sum()
    either = predicted.sum() + truth.sum()
    return float(2 * both / either) if either else 0.0


def _threshold(probabilities: np.ndarray, truth: np.ndarray, common: float) -> float:
    """The theme's own best threshold, drawn to the common one the fewer its cases."""
    cases = int(truth.sum())
    trust = cases / (cases + CASES)
    own = _plateau(probabilities, truth) if cases else common
    return round(trust * own + (1 - trust) * common, 3)


def _plateau(probabilities: np.ndarray, truth: np.ndarray) -> float:
    """The middle of the thresholds that do about as well as the best: the best alone is often luck."""
    found = np.array([micro_f1(probabilities >= cut, truth) for cut in CUTS])
    return float(CUTS[found >= found.max() - SLACK].mean())


def _sentiment_surprise(logits: np.ndarray, classes: np.ndarray) -> float:
    highest = logits.max(1)
    total = highest + np.log(np.exp(logits - highest[:, None]).sum(1))
    return float((total - logits[np.arange(len(classes)), classes]).mean()) if len(classes) else 0.0


def _theme_surprise(logits: np.ndarray, truth: np.ndarray) -> float:
    return float((np.logaddexp(0, logits) - logits * truth).sum(1).mean()) if len(truth) else 0.0
