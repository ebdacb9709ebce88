"""An engine against labelled rows."""

from collections.abc import Sequence

import numpy as np

from sentiment.engines import Engine
from sentiment.themes import NAMES
from sentiment.training.figures import figures
from sentiment.training.rows import Row


def measured(engine: Engine, rows: Sequence[Row]) -> dict:
    """The figures of `engine` on `rows` (see `figures`). What it does not score counts as neutral, no theme."""
    readings = engine.read([row.text for row in rows], [row.question for row in rows])
    predicted = np.array(
        [[name in reading.predicted_themes for name in NAMES] for reading in readings], dtype=bool
    ).reshape(-1, len(NAMES))
    guesses = np.array([reading.sentiment or 3 for reading in readings], dtype=int)
    return figures(predicted, theme_labels(rows), guesses, sentiment_labels(rows))


def theme_labels(rows: Sequence[Row]) -> np.ndarray:
    """0 or 1, (rows, 32)."""
    return np.array([row.themes for row in rows], dtype=int).reshape(-1, len(NAMES))


def sentiment_labels(rows: Sequence[Row]) -> np.ndarray:
    """1 to 5, and 0 for a row without one, (rows,)."""
    return np.array([row.sentiment or 0 for row in rows], dtype=int)
