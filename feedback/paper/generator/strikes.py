"""How people cross a word out: a line or two, a wave, a zigzag, a cross over the whole word. And how they underline one.

Each draws over what lies from `begin` to `end` above `base` on `inked`, letters being `size` dots high, and gives
((x, y), (x, y)): where the crossing out begins and where it ends, in dots.
"""

from random import Random

import cv2
import numpy as np

PAST = 0.1  # of the size of the letters: how far past the word's ends


def lines(inked: np.ndarray, begin: float, end: float, base: float, size: int, source: Random) -> tuple:
    """One line or two, more or less level."""
    for _ in range(source.choice((1, 2))):
        left, right = (round(base - size * source.uniform(0.1, 0.4)) for _ in "ab")
        ends = (round(begin - size * PAST), left), (round(end + size * PAST), right)
        cv2.line(inked, *ends, 255, _wide(size), cv2.LINE_AA)
    return _ends(begin, end, base, size)


def loose(inked: np.ndarray, begin: float, end: float, base: float, size: int, source: Random) -> tuple:
    """One to three strokes of a hurried hand: bent, short of the word's ends or far past them, thin or thick."""
    for _ in range(source.choice((1, 1, 2, 3))):
        x = np.linspace(
            begin - size * source.uniform(-0.1, 0.35), end + size * source.uniform(-0.1, 0.35), 12
        )
        left, right, bend = source.uniform(0.1, 0.45), source.uniform(0.1, 0.45), source.gauss(0, 0.05)
        share = np.linspace(0, 1, 12)
        y = base - size * (left + (right - left) * share + 4 * bend * share * (1 - share))
        _stroke(inked, x, y, max(1, round(size / source.uniform(10, 22))))
    return _ends(begin, end, base, size)


def wave(inked: np.ndarray, begin: float, end: float, base: float, size: int, source: Random) -> tuple:
    """A line that goes up and down."""
    x = np.linspace(begin - size * PAST, end + size * PAST, 60)
    high, long = size * source.uniform(0.04, 0.12), size * source.uniform(0.5, 1.1)
    y = base - size * source.uniform(0.15, 0.35) + high * np.sin(x / long * 6.283 + source.uniform(0, 6))
    _stroke(inked, x, y, _wide(size))
    return _ends(begin, end, base, size)


def zigzag(inked: np.ndarray, begin: float, end: float, base: float, size: int, source: Random) -> tuple:
    """To and fro over the whole word until it cannot be read."""
    step = size * source.uniform(0.15, 0.3)
    x = np.arange(begin - size * PAST, end + size * PAST, step)
    y = np.where(np.arange(len(x)) % 2, base - size * 0.6, base + size * 0.05)
    _stroke(inked, x, y + np.array([source.gauss(0, size * 0.04) for _ in x]), _wide(size))
    return _ends(begin, end, base, size)


def cross(inked: np.ndarray, begin: float, end: float, base: float, size: int, source: Random) -> tuple:
    """Two strokes from corner to corner of the word."""
    for top, foot in ((0.65, -0.1), (-0.1, 0.65)):
        ends = (begin - size * PAST, base - size * top), (end + size * PAST, base - size * foot)
        cv2.line(inked, *((round(x), round(y)) for x, y in ends), 255, _wide(size), cv2.LINE_AA)
    return _ends(begin, end, base, size)


def underline(inked: np.ndarray, begin: float, end: float, base: float, size: int, source: Random) -> tuple:
    """A line or two under a word that matters: it is not crossed out, and must not be taken for it."""
    for number in range(source.choice((1, 1, 2))):
        left, right = (round(base + size * (source.uniform(0.04, 0.2) + 0.12 * number)) for _ in "ab")
        ends = (round(begin - size * PAST), left), (round(end + size * PAST), right)
        cv2.line(inked, *ends, 255, _wide(size), cv2.LINE_AA)
    return _ends(begin, end, base, size)


def _wide(size):
    return max(2, size // 14)


def _ends(begin, end, base, size):
    return (begin - size * PAST, base - size / 4), (end + size * PAST, base - size / 4)


def _stroke(inked, x, y, width):
    cv2.polylines(inked, [np.round(np.stack([x, y], 1)).astype(np.int32)], False, 255, width, cv2.LINE_AA)


STRIKES = {
    "lines": lines, "loose": loose, "wave": wave, "zigzag": zigzag, "cross": cross, "underline": underline,
}  # fmt: skip
