"""An engine against labelled rows, by its readings alone: just what a user of the engine gets."""

from collections.abc import Callable, Sequence

import numpy as np

from feedback.signals import KINDS
from sentiment.engines import Engine, Reading
from sentiment.safety.columns import TIERS
from sentiment.themes import NAMES
from sentiment.training.figures import (
    expected_calibration_error,
    figures,
    reliability,
    severity_auc,
    share,
)
from sentiment.training.rows import Row

# Fewer rows than these say nothing of a part.
FEWEST = 30
LENGTHS = ((5, "up to 5 words"), (15, "6 to 15 words"), (40, "16 to 40 words"), (10**6, "over 40 words"))
PARTS: dict[str, Callable[[Row], str]] = {
    "question": lambda row: row.question or "none",
    "length": lambda row: next(name for most, name in LENGTHS if len(row.text.split()) <= most),
    "trust": lambda row: row.trust,
    "ward": lambda row: row.ward,
}


def measured(engine: Engine, rows: Sequence[Row]) -> dict:
    """The figures of `engine` on `rows`: see `figures`, and `parts`, `calibration` and `severity`.

    What the engine does not score counts as neutral, with no theme.
    """
    themed = [row for row in rows if row.themes is not None]
    readings = _read(engine, themed)
    rated = [row for row in rows if row.criticality is not None]
    severity = [reading.severity or 0.0 for reading in _read(engine, rated)]
    return {
        **_figures(readings, themed),
        "calibration": calibration(readings, themed),
        "severity_auc": severity_auc(np.array(severity), np.array([row.criticality for row in rated])),
        "parts": {name: _parts(readings, themed, of) for name, of in PARTS.items()},
    }


def calibration(readings: Sequence[Reading], rows: Sequence[Row]) -> dict:
    """How sure the engine says it is against how often it is right: {"error", "curve"} of feelings and themes."""
    scored = [(reading, row) for reading, row in zip(readings, rows, strict=True) if reading.sentiment]
    felt = [
        (max(one.probabilities.values()), one.sentiment == row.sentiment)
        for one, row in scored
        if row.sentiment
    ]
    about = [
        (one.themes.get(name, 0.0), bool(yes))
        for one, row in scored
        for name, yes in zip(NAMES, row.themes, strict=True)
    ]
    curves = {
        name: reliability(*np.array(pairs, float).reshape(-1, 2).T)
        for name, pairs in (("sentiment", felt), ("themes", about))
    }
    return {
        name: {"error": round(expected_calibration_error(curve), 4), "curve": curve}
        for name, curve in curves.items()
    }


def safety(engine: Engine, rows: Sequence[Row], ordinary: Sequence[Row]) -> dict:
    """Of invented rows, how many raise an alarm; and of ordinary real comments, how many in all.

    An alarm is any signal of tier 0 or 1, whatever its kind: each is put before a person.
    """
    loud = np.array([bool(alarms(reading)) for reading in _read(engine, rows)])
    danger = np.array([any(row.danger) for row in rows])
    raised = np.array([bool(alarms(reading)) for reading in _read(engine, ordinary)])
    return {
        "danger": share(loud[danger]) | {"rows": int(danger.sum())},
        "harmless": share(loud[~danger]) | {"rows": int((~danger).sum())},
        "ordinary": share(raised) | {"rows": len(raised)},
    }


def alarms(reading: Reading) -> set[str]:
    """The kinds of tiers 0 and 1 in a reading."""
    return {signal.kind for signal in reading.signals if KINDS[signal.kind].tier in TIERS}


def theme_labels(rows: Sequence[Row]) -> np.ndarray:
    """0 or 1, (rows, 32)."""
    return np.array([row.themes for row in rows], dtype=int).reshape(-1, len(NAMES))


def sentiment_labels(rows: Sequence[Row]) -> np.ndarray:
    """1 to 5, and 0 for a row without one, (rows,)."""
    return np.array([row.sentiment or 0 for row in rows], dtype=int)


def _read(engine: Engine, rows: Sequence[Row]) -> list[Reading]:
    return engine.read([row.text for row in rows], [row.question for row in rows])


def _figures(readings: Sequence[Reading], rows: Sequence[Row]) -> dict:
    predicted = np.array(
        [[name in reading.predicted_themes for name in NAMES] for reading in readings], dtype=bool
    ).reshape(-1, len(NAMES))
    guesses = np.array([reading.sentiment or 3 for reading in readings], dtype=int)
    return figures(predicted, theme_labels(rows), guesses, sentiment_labels(rows))


def _parts(readings: Sequence[Reading], rows: Sequence[Row], of: Callable[[Row], str]) -> dict:
    """The figures of each part of the rows that is large enough, the largest first."""
    found: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        found.setdefault(of(row), []).append(at)
    kept = sorted(
        (part for part in found.items() if part[0] and len(part[1]) >= FEWEST), key=lambda one: -len(one[1])
    )
    return {
        name: {
            key: figure
            for key, figure in _figures([readings[at] for at in places], [rows[at] for at in places]).items()
            if key in ("rows", "themes_micro_f1", "sentiment_accuracy", "sentiment_three_class")
        }
        for name, places in kept
    }
