"""Words that were crossed out: where they stand on a line, and how likely that is.

A small network slides along the line, which it sees HIGH dots high, and gives a chance for every column.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import cv2
import numpy as np

from feedback.paper.reading import network

MODEL = Path(__file__).with_name("strike_model.json")
HIGH = 32  # dots of a line as the network knows it
EVEN = 16  # columns, half a line's height, over which chances are averaged: no letter is that wide
LEAST = 0.5  # a chance from which columns belong to a crossing-out
PAPER = 255
INK = 60  # how much darker than the paper ink is
SPACE = 0.2  # of a line's height: between two words
REACH = 0.4  # of a line's height: how far past a word its stroke may run


@dataclass(frozen=True)
class Struck:
    """A piece of a line: from which to which pixel of its picture, and the chance that it is crossed out."""

    begin: int
    end: int
    chance: float


@dataclass(frozen=True)
class Slide:
    """Layers one after another, each (weights (steps, before, after), bias (after,), how far apart its steps are)."""

    layers: tuple[tuple[np.ndarray, np.ndarray, int], ...]

    def chances(self, seen: np.ndarray) -> np.ndarray:
        """(columns,) of 0 to 1, for a line of (HIGH, columns), 0 white to 1 black."""
        values = seen.T
        for number, (weights, bias, apart) in enumerate(self.layers):
            values = _slid(values, weights, apart) + bias
            if number < len(self.layers) - 1:
                values = np.maximum(values, 0)
        return 1 / (1 + np.exp(-values[:, 0]))


def find(picture: np.ndarray) -> list[Struck]:
    """What may be crossed out on a line, (height, width) of uint8, from left to right."""
    scale = picture.shape[0] / HIGH
    return [
        Struck(round(one.begin * scale), round(one.end * scale), one.chance)
        for one in pieces(_model().chances(seen(picture)))
    ]


def pieces(chances: np.ndarray) -> list[Struck]:
    """The pieces of a line, in columns, that the network's chances (columns,) make likely to be crossed out."""
    evened = _evened(chances)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], (evened >= LEAST).astype(np.int8), [0]])))
    runs = zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
    return [Struck(begin, end, float(evened[begin:end].max())) for begin, end in runs]


def without(picture: np.ndarray, struck: list[Struck]) -> np.ndarray:
    """The line without the pieces that are surely crossed out, a space in their place; the same line where none is.

    A long white gap would not do: the engines read the words on either side of it as one.
    """
    sure = [one for one in struck if one.chance >= sure_from()]
    if not sure:
        return picture
    inked, high = (picture < PAPER - INK).any(axis=0), picture.shape[0]
    # As grey as the paper: the edge of a white patch would be read as a letter.
    space, reach = np.full((high, round(SPACE * high)), np.median(picture), np.uint8), round(REACH * high)
    kept, after = [], 0
    for one in sure:
        # The stroke runs on past the word: what is left of it would be read as a full stop or a dash.
        begin = one.begin - _to_a_gap(inked[: one.begin][::-1], reach)
        end = one.end + _to_a_gap(inked[one.end :], reach)
        kept += [picture[:, after : max(after, begin)], space]
        after = end
    return np.ascontiguousarray(np.hstack([*kept, picture[:, after:]]))


def _to_a_gap(inked: np.ndarray, reach: int) -> int:
    """How many columns it is to the first without ink. 0 where none is near: those letters belong to a word."""
    gaps = np.flatnonzero(~inked[:reach])
    return int(gaps[0]) if len(gaps) else 0


def seen(picture: np.ndarray) -> np.ndarray:
    """A line as the network sees it: (HIGH, columns), 0 white to 1 black."""
    columns = max(1, round(picture.shape[1] * HIGH / picture.shape[0]))
    return 1 - cv2.resize(picture, (columns, HIGH), interpolation=cv2.INTER_AREA).astype(np.float32) / PAPER


@cache
def sure_from() -> float:
    """The least chance at which a piece is left out of what is read. Raises RuntimeError when the file is missing."""
    return network.kept(MODEL)["sure_from"]


@cache
def doubted_from() -> float:
    """The least chance at which a person must look. Raises RuntimeError when the file is missing."""
    return network.kept(MODEL)["doubted_from"]


@cache
def _model() -> Slide:
    return from_plain(network.kept(MODEL)["network"])


def from_plain(plain: list) -> Slide:
    """The network as it stands in its file."""
    return Slide(
        tuple(
            (np.array(weights, np.float32), np.array(bias, np.float32), apart)
            for weights, bias, apart in plain
        )
    )


def _slid(values: np.ndarray, weights: np.ndarray, apart: int) -> np.ndarray:
    """(columns, after): the weighted sum of `steps` columns, `apart` from each other, about every column."""
    steps = len(weights)
    beyond = (steps // 2) * apart
    wide = np.pad(values, ((beyond, beyond), (0, 0)))
    return sum(wide[step * apart : step * apart + len(values)] @ weights[step] for step in range(steps))


def _evened(chances: np.ndarray) -> np.ndarray:
    if len(chances) <= EVEN:
        return np.full_like(chances, chances.mean())
    return np.convolve(chances, np.full(EVEN, 1 / EVEN, np.float32), "same")
