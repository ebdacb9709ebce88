"""The lines of words in a box: found, cut out, and put in the order they are read in."""

from dataclasses import dataclass

import cv2
import numpy as np

from feedback.paper.layout import Box
from feedback.paper.reading import engines
from feedback.paper.reading.paper import Page
from feedback.paper.reading.register import PER_MM

INSIDE = 0.55  # millimetres cut off all round: the printed outline
GAP = 0.6  # millimetres: ink this near other ink is part of it
DUST = 1.2  # millimetres: what is neither wider nor higher is dust, or the dot of an i that lost its i
SPECK = 0.1  # square millimetres: the same for very thin things
LEAST_INK = 1e-4  # of the box: less is blank
BELOW = 3.0  # millimetres kept under the last ink
LOWEST = 1.6  # millimetres: what is lower is no line of words


@dataclass(frozen=True)
class Line:
    """One piece of a line: its picture, which row of the box it stands in, and its corners in the box, (4, 2) in
    pixels, top left first, clockwise."""

    picture: np.ndarray
    row: int
    corners: np.ndarray


@dataclass(frozen=True)
class Written:
    """What is written in a box, as a picture: its lines in the order of reading, how much of the box is ink,
    and the share of the ink that no line covers."""

    lines: list[Line]
    ink: float
    missed: float


def written(page: Page, box: Box) -> Written:
    """The lines in a box. None where it is blank."""
    part = page.cut(box, -INSIDE)
    ink = ink_of(part, page.dark)
    share = float(ink.mean())
    if share < LEAST_INK:
        return Written([], share, 0.0)
    bottom = int(np.flatnonzero(ink.any(axis=1))[-1] + BELOW * PER_MM)
    part, ink = np.ascontiguousarray(part[:bottom]), ink[:bottom]
    corners = [four for four in engines.find_lines(part) if _high(four) >= LOWEST * PER_MM]
    return Written(_ordered(part, corners), share, _missed(ink, corners))


def ink_of(part: np.ndarray, dark: int) -> np.ndarray:
    """Where ink is, True or False for each pixel, without dust. `dark` is how far below the paper ink begins."""
    ink = (part < 255 - dark).astype(np.uint8)
    if not ink.any():
        return ink.astype(bool)
    side = round(GAP * PER_MM) | 1
    joined = cv2.dilate(ink, np.ones((side, side), np.uint8))
    _, labels, table, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    longest = np.maximum(table[:, cv2.CC_STAT_WIDTH], table[:, cv2.CC_STAT_HEIGHT]) - side + 1
    areas = np.bincount(labels.ravel(), ink.ravel(), minlength=len(table))
    large = (longest >= DUST * PER_MM) & (areas >= SPECK * PER_MM**2)
    large[0] = False
    return large[labels] & (ink > 0)


def _ordered(part: np.ndarray, corners: list[np.ndarray]) -> list[Line]:
    """Pieces side by side are one row; rows go down the box."""
    rows: list[list[np.ndarray]] = []
    for four in sorted(corners, key=lambda four: four[:, 1].mean()):
        if rows and _beside(rows[-1], four):
            rows[-1].append(four)
        else:
            rows.append([four])
    return [
        Line(_cut(part, four), number, four)
        for number, row in enumerate(rows)
        for four in sorted(row, key=lambda four: four[:, 0].mean())
    ]


def _beside(row: list[np.ndarray], four: np.ndarray) -> bool:
    """Whether a piece stands level with a row, and not over or under any of it."""
    middle, high = four[:, 1].mean(), _high(four)
    for other in row:
        if abs(other[:, 1].mean() - middle) > 0.5 * min(high, _high(other)):
            return False
        if min(other[:, 0].max(), four[:, 0].max()) - max(other[:, 0].min(), four[:, 0].min()) > high:
            return False
    return True


def _high(four: np.ndarray) -> float:
    return float(np.linalg.norm(four[3] - four[0]) + np.linalg.norm(four[2] - four[1])) / 2


def _cut(part: np.ndarray, four: np.ndarray) -> np.ndarray:
    width = max(4, round(float(max(np.linalg.norm(four[1] - four[0]), np.linalg.norm(four[2] - four[3])))))
    height = max(4, round(_high(four)))
    to = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    how = cv2.getPerspectiveTransform(four.astype(np.float32), to)
    return cv2.warpPerspective(
        part, how, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )


def _missed(ink: np.ndarray, corners: list[np.ndarray]) -> float:
    left = ink.astype(np.uint8)
    whole = int(left.sum())
    for four in corners:
        cv2.fillConvexPoly(left, np.round(four).astype(np.int32), 0)
    return float(left.sum()) / max(whole, 1)
