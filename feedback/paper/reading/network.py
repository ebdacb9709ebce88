"""A small network of numbers in a JSON file: layers of weights, nothing that runs when it is opened."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np


@dataclass(frozen=True)
class Network:
    """Features to chances. `layers` are (weights, bias), `cool` the temperature its chances are calibrated by."""

    classes: tuple[str, ...]
    mean: np.ndarray
    scale: np.ndarray
    members: tuple[tuple[tuple[np.ndarray, np.ndarray], ...], ...]
    cool: float

    def chances(self, features: np.ndarray) -> np.ndarray:
        """(rows, classes), each row together 1."""
        scaled = np.clip((features - self.mean) / self.scale, -8, 8)
        scores = np.mean([_scores(member, scaled) for member in self.members], axis=0) / self.cool
        scores -= scores.max(axis=1, keepdims=True)
        return np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)

    def as_plain(self) -> dict:
        """What goes into the file."""
        return {
            "classes": list(self.classes),
            "mean": _short(self.mean),
            "scale": _short(self.scale),
            "cool": round(self.cool, 4),
            "members": [[[_short(weights), _short(bias)] for weights, bias in one] for one in self.members],
        }


def from_plain(plain: dict) -> Network:
    """The network that `as_plain` wrote."""
    members = tuple(
        tuple((np.array(weights, np.float32), np.array(bias, np.float32)) for weights, bias in one)
        for one in plain["members"]
    )
    mean, scale = (np.array(plain[name], np.float32) for name in ("mean", "scale"))
    return Network(tuple(plain["classes"]), mean, scale, members, plain["cool"])


@cache
def kept(path: Path) -> dict:
    """A model file's content. Raises RuntimeError when it is missing or broken: nothing can be read without it."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise RuntimeError(
            f"The model file {path.name} is missing or damaged. Make it again with manage.py train_paper."
        ) from None


def _scores(member, values: np.ndarray) -> np.ndarray:
    for weights, bias in member[:-1]:
        values = np.maximum(values @ weights + bias, 0)
    weights, bias = member[-1]
    return values @ weights + bias


def _short(values: np.ndarray) -> list:
    return np.round(np.asarray(values, float), 4).tolist()
