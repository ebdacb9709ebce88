"""How far a reading of words may be believed: the chance that at most one letter in twenty is wrong."""

import numpy as np

from feedback.paper.learning.examples import Words
from feedback.paper.reading.network import Network

FEW_ERRORS = 0.05
PARTS = 5
CLASSES = ("poor", "good")


def good(words: Words) -> np.ndarray:
    """True for each reading with few errors."""
    return np.array(words.errors) <= FEW_ERRORS


def fit(words: Words) -> Network:
    """A logistic rule over what a reading's confidence is made of. It is calibrated by the way it is fitted.

    Raises ValueError when all readings are good, or all poor.
    """
    from sklearn.linear_model import LogisticRegression

    rows, right = np.array(words.numbers, np.float64), good(words)
    if len(set(right.tolist())) < len(CLASSES):
        raise ValueError("There must be good and poor readings of words to learn from: draw more pages.")
    mean, scale = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-3)
    rule = LogisticRegression(C=0.5, max_iter=500).fit(np.clip((rows - mean) / scale, -8, 8), right)
    half = rule.coef_[0] / 2
    layer = (np.stack([-half, half], 1), np.array([-rule.intercept_[0], rule.intercept_[0]]) / 2)
    return Network(CLASSES, mean, scale, ((layer,),), 1.0)


def judged(network: Network, words: Words) -> list[tuple[float, bool]]:
    """For each reading its confidence, and whether it has few errors."""
    chances = network.chances(np.array(words.numbers, np.float32))[:, 1]
    return [(float(chance), bool(right)) for chance, right in zip(chances, good(words), strict=True)]


def judged_apart(words: Words) -> list[tuple[float, bool]]:
    """The same, each reading judged by a rule that was fitted without its own part of the readings.

    Raises ValueError when there are not enough poor readings to tell them from good ones.
    """
    parts = np.arange(len(words.numbers)) * PARTS // max(len(words.numbers), 1)
    found: list[tuple[float, bool]] = []
    for part in range(PARTS):
        found += judged(fit(_some(words, parts != part)), _some(words, parts == part))
    return found


def _some(words: Words, which: np.ndarray) -> Words:
    places = np.flatnonzero(which)
    return Words(
        numbers=[words.numbers[place] for place in places], errors=[words.errors[place] for place in places]
    )


def letters_wrong(words: Words) -> float:
    """The share of all letters read wrongly."""
    return sum(words.wrong) / max(sum(words.lengths), 1)
