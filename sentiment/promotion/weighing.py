"""A model's figures on the rows no model trains on: the frozen test, and the frozen safety set."""

import csv
from collections.abc import Sequence
from pathlib import Path

from feedback.signals import KINDS
from sentiment.engines import Engine
from sentiment.training.measure import measured
from sentiment.training.rows import Row, UnreadableData

FROZEN = Path(__file__).resolve().parent.parent / "safety" / "frozen"
WORST_TIER = 1  # tiers 0 and 1 are danger: see feedback.signals.kinds


def weighed(engine: Engine, test: Sequence[Row], frozen: Path = FROZEN) -> dict:
    """Figures as `compare` takes them. Without test rows there are no test figures. Raises UnreadableData."""
    figures = measured(engine, test) if test else {}
    return {
        "model": engine.name,
        "test": {name: figure for name, figure in figures.items() if "value" in figure},
        **heard(engine, frozen),
    }


def heard(engine: Engine, frozen: Path = FROZEN) -> dict:
    """What the engine makes of the safety set: {"danger": {tier: {rows, missed}}, "harmless": {rows, alarms}}.

    A sentence is heard when a signal of its own tier, or a graver one, is raised.
    """
    danger, harmless = _lines(frozen / "danger.csv"), _lines(frozen / "harmless.csv")
    tiers = [KINDS[line["kind"]].tier for line in danger]
    gravest = _gravest(engine, danger)
    return {
        "danger": {
            str(tier): {
                "rows": tiers.count(tier),
                "missed": sum(
                    raised > tier for raised, own in zip(gravest, tiers, strict=True) if own == tier
                ),
            }
            for tier in sorted(set(tiers))
        },
        "harmless": {
            "rows": len(harmless),
            "alarms": sum(raised <= WORST_TIER for raised in _gravest(engine, harmless)),
        },
    }


def _gravest(engine, lines):
    """The lowest tier of signal in each text; a number above all tiers when there is none."""
    readings = engine.read([line["text"] for line in lines], [""] * len(lines))
    none = max(kind.tier for kind in KINDS.values()) + 1
    return [
        min((KINDS[signal.kind].tier for signal in reading.signals), default=none) for reading in readings
    ]


def _lines(path):
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))
    except (OSError, csv.Error, UnicodeDecodeError) as problem:
        raise UnreadableData(
            f"The safety set {path.name} cannot be read: {type(problem).__name__}."
        ) from None
