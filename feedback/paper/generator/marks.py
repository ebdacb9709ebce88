"""Pens, and what people do with them to a box: tick, cross, scribble, fill in, miss."""

from dataclasses import dataclass
from random import Random

import cv2
import numpy as np

from feedback.paper.generator.chance import drawn

# red, green, blue; how much of the paper shows through; width in mm; how common
PENS = {
    "black biro": ((30, 30, 34), 0.95, (0.35, 0.5), 30),
    "blue biro": ((38, 52, 140), 0.92, (0.35, 0.5), 40),
    "pencil": ((90, 90, 92), 0.75, (0.35, 0.6), 10),
    "faint pencil": ((130, 130, 132), 0.6, (0.3, 0.5), 7),
    "felt tip": ((20, 20, 28), 1.0, (0.7, 1.1), 13),
}
SHIFT = 4  # bits of fraction that OpenCV draws with


@dataclass(frozen=True)
class Pen:
    """What somebody writes with. `width` in millimetres, `cover` the share of light it takes."""

    name: str
    colour: tuple[int, int, int]
    cover: float
    width: float

    @property
    def grainy(self) -> bool:
        """Pencil leaves the hollows of the paper white."""
        return "pencil" in self.name

    @staticmethod
    def drawn(source: Random, name: str = "") -> "Pen":
        """A pen off the ward's desk, or the one named."""
        name = name or drawn(source, {each: pen[3] for each, pen in PENS.items()})
        colour, cover, (thin, thick), _ = PENS[name]
        return Pen(name, colour, cover, source.uniform(thin, thick))


def mark(cover: np.ndarray, kind: str, box: tuple, pen: Pen, source: Random, scale: float) -> None:
    """Put one mark (`answers.MARKS` or "solid") in or near `box` (x, y, width, height in mm) on `cover`."""
    for stroke in STROKES[kind](source):
        # Strokes are in shares of the box, from its top left corner.
        points = np.array(stroke) * (box[2], box[3]) + (box[0], box[1])
        wide = pen.width * (1.6 if kind == "dot" else 1.0)
        line(cover, points, wide, scale)


def line(cover: np.ndarray, points: np.ndarray, width: float, scale: float) -> None:
    """A stroke through `points` (mm), `width` mm wide."""
    dots = np.round(np.asarray(points) * scale * (1 << SHIFT)).astype(np.int32)
    cv2.polylines(cover, [dots], False, 255, max(1, round(width * scale)), cv2.LINE_AA, SHIFT)


def _bent(source, *points, wobble=0.05):
    """A curve through three points or a line through two, drawn by an unsteady hand."""
    moved = [(x + source.gauss(0, wobble), y + source.gauss(0, wobble)) for x, y in points]
    steps = np.linspace(0, 1, 9)[:, None]
    if len(moved) == 2:
        begin, end = np.array(moved)
        bend = np.array([(source.gauss(0, 0.04), source.gauss(0, 0.04))])
        return begin + (end - begin) * steps + 4 * bend * steps * (1 - steps)
    begin, middle, end = np.array(moved)
    return np.vstack([begin + (middle - begin) * steps, middle + (end - middle) * steps[1:]])


def _tick(source):
    reach = source.uniform(0.0, 0.25)
    return [_bent(source, (0.18, 0.55), (0.42, 0.85), (0.88 + reach, 0.12 - reach))]


def _sloppy(source):
    """Big, quick and out of the box, sometimes with its foot outside."""
    aside, down = source.uniform(-0.25, 0.25), source.uniform(-0.2, 0.25)
    size = source.uniform(1.2, 1.7)
    points = ((-0.1, 0.5), (0.3, 0.95), (1.0, -0.25))
    return [
        _bent(source, *(((x - 0.4) * size + 0.4 + aside, (y - 0.5) * size + 0.5 + down) for x, y in points))
    ]


def _cross(source):
    out = source.uniform(-0.15, 0.12)
    return [
        _bent(source, (0.0 - out, 0.0 - out), (1.0 + out, 1.0 + out)),
        _bent(source, (1.0 + out, 0.0 - out), (0.0 - out, 1.0 + out)),
    ]


def _slash(source):
    return [_bent(source, (0.08, 0.95), (0.92, 0.05))]


def _scribble(source):
    """A mark gone over a few times, as people do who want it seen; far from filling the box."""
    strokes = _tick(source) + _tick(source)
    return strokes if source.random() < 0.5 else strokes + _cross(source)


def _dot(source):
    x, y = source.uniform(0.3, 0.7), source.uniform(0.3, 0.7)
    return [[(x, y), (x + source.uniform(0.04, 0.16), y + source.uniform(-0.06, 0.1))]]


def _ring(source):
    """A ring round the box instead of a tick in it."""
    turn = np.linspace(source.uniform(0, 1), source.uniform(6.2, 7.2), 28)
    wide, tall = source.uniform(0.75, 0.95), source.uniform(0.72, 0.9)
    return [np.stack([0.5 + wide * np.cos(turn), 0.5 + tall * np.sin(turn)], axis=1)]


def _solid(source):
    """To and fro until the box is full: what the form asks for where the wrong box was ticked."""
    rows = 20
    heights = np.linspace(0.06, 0.94, rows)
    sides = np.where(np.arange(rows) % 2, 0.97, 0.03)
    across = [
        (side + source.gauss(0, 0.03), high + source.gauss(0, 0.02))
        for side, high in zip(sides, heights, strict=True)
    ]
    return [across, [(y, x) for x, y in across]]


STROKES = {
    "tick": _tick, "sloppy": _sloppy, "cross": _cross, "slash": _slash, "scribble": _scribble, "dot": _dot,
    "ring": _ring, "solid": _solid,
}  # fmt: skip
