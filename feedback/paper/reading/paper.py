"""A straight page with its paper made white, so that ink is measured against the paper beside it."""

from dataclasses import dataclass

import cv2
import numpy as np

from feedback.paper.layout import Box
from feedback.paper.reading.register import PER_MM

# Paper is judged on a page this many times smaller.
COARSE = 8
# Where ink begins: at least and at most, of 255, and between them so many times the grain.
DARK = (28, 60)
GRAINS = 8


@dataclass(frozen=True)
class Page:
    """A page set straight at WORK_DPI. `grey` as scanned, `white` with its paper at 255; `grain` is how rough
    the paper is (the usual difference between neighbours, 0 to 1)."""

    grey: np.ndarray
    white: np.ndarray
    grain: float
    one_bit: bool = False

    @property
    def dark(self) -> int:
        """How far below white, of 255, ink begins: faint pencil counts, the grain of the paper does not."""
        return int(np.clip(GRAINS * self.grain * 255, *DARK))

    def cut(self, box: Box, beyond: float = 0.0, *, white: bool = True) -> np.ndarray:
        """The part of the page in a box, and `beyond` millimetres around it."""
        rows, columns = self.spots(box, beyond)
        return (self.white if white else self.grey)[rows, columns]

    def spots(self, box: Box, beyond: float = 0.0) -> tuple[slice, slice]:
        """The rows and columns of a box on the page."""
        height, width = self.grey.shape
        left, right = (box.x - beyond) * PER_MM, (box.x + box.width + beyond) * PER_MM
        top, bottom = (box.y - beyond) * PER_MM, (box.y + box.height + beyond) * PER_MM
        return _between(top, bottom, height), _between(left, right, width)


def make(grey: np.ndarray, *, one_bit: bool = False) -> Page:
    """The page of a straight picture."""
    white = whitened(grey)
    bits = white[::3, ::3].astype(np.int16)
    grain = float(np.median(np.abs(np.diff(bits, axis=1)))) / 255
    return Page(grey, white, grain, one_bit)


def whitened(grey: np.ndarray) -> np.ndarray:
    """Shadows, tints and lamps taken out: every part divided by the paper around it."""
    height, width = grey.shape
    small = cv2.resize(grey, (width // COARSE, height // COARSE), interpolation=cv2.INTER_AREA)
    # Writing is thinner than 4 mm across; what stays after it is taken away is paper.
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    paper = cv2.medianBlur(paper, 5)
    paper = cv2.resize(cv2.GaussianBlur(paper, (0, 0), 2), (width, height), interpolation=cv2.INTER_LINEAR)
    return cv2.divide(grey, np.maximum(paper, 60), scale=250)


def _between(first: float, last: float, most: int) -> slice:
    return slice(max(0, round(first)), min(most, max(round(first) + 1, round(last))))
