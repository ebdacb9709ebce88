"""Add to the signals that the words raised those that the meaning raises. Nothing is ever removed."""

from collections.abc import Sequence

import numpy as np

from feedback.signals import Signal, has_figure_of_speech
from sentiment.safety.columns import COLUMNS, KINDS_OF, TIERS
from sentiment.safety.sentences import around

# Of fewer words the model has too little to go by ("Blood twice."); the phrasebook knows short cries.
FEWEST_WORDS = 3
NOWHERE = -1


def add_signals(
    text: str,
    found: tuple[Signal, ...],
    whole: np.ndarray,
    words: np.ndarray,
    places: np.ndarray,
    thresholds: Sequence[float],
) -> tuple[Signal, ...]:
    """`found`, with a Signal more for each tier that the comment passes, if its kind is not there yet.

    `whole` (COLUMNS,) are the log-odds of the comment, `words` (words, COLUMNS) those of its words,
    which stand at `places` (words,) of `text` (NOWHERE if not known), `thresholds` what each of
    TIERS must exceed. The signal's words are the sentence of the loudest word.
    """
    new = []
    for tier, threshold in zip(TIERS, thresholds, strict=True):
        column = COLUMNS.index(f"tier {tier}")
        if whole[column] <= threshold:
            continue
        kind = max(KINDS_OF[tier], key=lambda name: whole[COLUMNS.index(name)])
        if any(signal.kind == kind for signal in found):
            continue
        if place := _sentence(text, words[:, column], places, threshold):
            start, end = place
            new.append(Signal(kind, text[start:end], start, end))
    return found + tuple(sorted(new, key=lambda signal: (signal.start, signal.end, signal.kind)))


def _sentence(text: str, scores: np.ndarray, places: np.ndarray, threshold: float) -> tuple[int, int] | None:
    """The sentence of the loudest word, or the next that passes by itself if that one is not fit to judge."""
    tried: list[tuple[int, int]] = []
    for word in np.argsort(-scores, kind="stable"):
        at = int(places[word])
        if tried and scores[word] <= threshold:
            return None
        if any(start <= at < end for start, end in tried):
            continue
        start, end = (0, len(text)) if at == NOWHERE else around(text, at)
        if _fit_to_judge(text[start:end]):
            return start, end
        tried.append((start, end))
    return None


def _fit_to_judge(sentence: str) -> bool:
    return len(sentence.split()) >= FEWEST_WORDS and not has_figure_of_speech(sentence)
