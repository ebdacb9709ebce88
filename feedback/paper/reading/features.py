"""What is measured of one box to tick: plain numbers, the same for a box of any size. What lies about it: `around`."""

import cv2
import numpy as np

from feedback.paper.layout import Box
from feedback.paper.reading import around
from feedback.paper.reading.paper import Page

SIDE = 36  # pixels of the inside, once cut to size
THUMB = 9  # of the small picture given as it is
LINE = 0.55  # millimetres of the inside nearest the outline that may still be its line
ROUND = (0.5, 1.5)  # millimetres outside the outline where a mark that missed, or a ring, leaves ink
FAINT = 0.025
INKS = (0.10, 0.2, 0.4)
NAMES = (
    "mean", "ink 10", "ink 20", "ink 40", "darkest", "spread", "grain", "largest", "largest wide",
    "largest high", "pieces", "middle", "off centre", "edge", "thick", "thick most", "cells", "cells dark",
    "round", "round ink", "round most", "faint", "faint ink", "faint wide", "faint high", "faint area",
    "faint over grain", "beyond others", "others", "one bit",
)  # fmt: skip


def measure(page: Page, boxes: list[Box]) -> np.ndarray:
    """One row a box, (boxes, features). `boxes` are all of the page, snapped: blank ones say what blank looks like."""
    rows, thumbs = [], []
    for box in boxes:
        numbers, thumb = _one(page, box)
        rows.append(numbers)
        thumbs.append(thumb)
    table = np.array(rows, np.float32)
    means = table[:, 0]
    blank = np.quantile(means, 0.3)
    rest = np.column_stack(
        [means - blank, np.full(len(boxes), blank), np.full(len(boxes), float(page.one_bit))]
    )
    return np.hstack([table, rest, np.array(thumbs), around.measure(page, boxes)]).astype(np.float32)


def _one(page: Page, box: Box) -> tuple[list[float], np.ndarray]:
    inside = page.cut(box, -LINE)
    dark = 1 - cv2.resize(inside, (SIDE, SIDE), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    soft = cv2.GaussianBlur(dark, (0, 0), 0.8)
    ink = (soft > 0.16).astype(np.uint8)
    numbers = [
        float(dark.mean()),
        *(float((soft > level).mean()) for level in INKS),
        float(cv2.GaussianBlur(dark, (0, 0), 1.6).max()),
        float(dark.std()),
        page.grain,
        *_shape(ink),
        *_places(soft),
        *_strokes(ink),
        *_cells(soft),
        *_round(page, box),
        *_faint(dark),
    ]
    thumb = cv2.resize(dark, (THUMB, THUMB), interpolation=cv2.INTER_AREA)
    return numbers, thumb.ravel()


def _shape(ink: np.ndarray) -> tuple[float, float, float, float]:
    """Of the largest piece of ink: its share of the box, how wide and how high; and the number of pieces."""
    count, _, table, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    if count < 2:
        return 0.0, 0.0, 0.0, 0.0
    largest = table[1 + int(np.argmax(table[1:, cv2.CC_STAT_AREA]))]
    whole = float(ink.size)
    return (
        largest[cv2.CC_STAT_AREA] / whole,
        largest[cv2.CC_STAT_WIDTH] / SIDE,
        largest[cv2.CC_STAT_HEIGHT] / SIDE,
        min(count - 1, 12) / 12,
    )


def _places(soft: np.ndarray) -> tuple[float, float, float]:
    """Ink in the middle half, how far off the middle it gathers, and ink along the edge."""
    quarter, rim = SIDE // 4, 3
    middle = float(soft[quarter:-quarter, quarter:-quarter].mean())
    weight = np.clip(soft - 0.1, 0, None)
    total = float(weight.sum())
    off = 0.0
    if total > 1:
        line = np.linspace(-1, 1, SIDE)
        off = float(np.hypot((weight.sum(0) * line).sum() / total, (weight.sum(1) * line).sum() / total))
    edge = np.concatenate(
        [soft[:rim].ravel(), soft[-rim:].ravel(), soft[:, :rim].ravel(), soft[:, -rim:].ravel()]
    )
    return middle, off, float(edge.mean())


def _strokes(ink: np.ndarray) -> tuple[float, float]:
    """How thick strokes are, in the mean and at most, as shares of the box."""
    if not ink.any():
        return 0.0, 0.0
    depth = cv2.distanceTransform(cv2.copyMakeBorder(ink, 1, 1, 1, 1, cv2.BORDER_CONSTANT), cv2.DIST_L2, 3)
    return float(depth[depth > 0].mean()) / SIDE * 2, float(depth.max()) / SIDE * 2


def _cells(soft: np.ndarray) -> tuple[float, float]:
    """Of six times six cells, how many hold ink, and how many are dark all over."""
    cells = cv2.resize(soft, (6, 6), interpolation=cv2.INTER_AREA)
    return float((cells > 0.12).mean()), float((cells > 0.35).mean())


def _round(page: Page, box: Box) -> tuple[float, float, float]:
    """Ink just outside the outline: the mean, the share inked, and the most on any one side."""
    near, far = ROUND
    outer = 1 - page.cut(box, far).astype(np.float32) / 255
    side = max(1, round(outer.shape[0] * (far - near) / (box.height + 2 * far)))
    strips = [outer[:side], outer[-side:], outer[:, :side], outer[:, -side:]]
    shares = [float((strip > 0.2).mean()) for strip in strips]
    return float(np.mean([strip.mean() for strip in strips])), float(np.mean(shares)), max(shares)


def _faint(dark: np.ndarray) -> tuple[float, float, float, float, float, float]:
    """What a faint pencil leaves, seen when the grain is smoothed away: how dark it is, the share of the box that
    is inked, how wide, high and large its largest piece is, and how it stands out from the grain."""
    smooth = cv2.GaussianBlur(dark, (0, 0), 1.4)
    smooth -= np.median(smooth)
    rough = float(np.mean(np.abs(np.minimum(smooth, 0)))) + 0.002
    _, wide, high, _ = _shape(ink := (smooth > max(FAINT, 4 * rough)).astype(np.uint8))
    top = float(np.quantile(smooth, 0.98))
    return top, float((smooth > FAINT).mean()), wide, high, float(ink.mean()), min(top / rough, 60.0) / 60
