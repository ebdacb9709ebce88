"""Cells with one figure each: read as a row by both engines for letters, every figure looked for in its own cell."""

from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np

from feedback.paper.layout import Box, Field, FieldKind
from feedback.paper.reading import engines, network
from feedback.paper.reading.letters import MODEL
from feedback.paper.reading.lines import ink_of
from feedback.paper.reading.paper import Page
from feedback.paper.reading.register import PER_MM

INSIDE = 0.5  # millimetres cut off all round: the lines of the cell
LEAST_INK = 0.004  # of a cell: less is blank
LOWEST = 1.4  # millimetres: a figure is higher
LINE = 0.4  # millimetres: what is no wider and lies at the side of a cell is its line
GAP = 4  # pixels between two figures of the row put together to be read
HIGH = 48
FIGURES = "0123456789"
# What the first figure of a day, a month and a year (two of them) can be.
FIRST_OF_DATE = {0: "0123", 2: "01", 4: "12", 5: "09"}


@dataclass(frozen=True)
class CombRead:
    """The figures, a space for an empty cell, and the chance that all are right."""

    text: str
    confidence: float


def read_cells(page: Page, field: Field) -> CombRead:
    """What stands in the cells of a comb or a date."""
    parts = [_figure(page, cell) for cell in field.cells]
    inked = [number for number, part in enumerate(parts) if part is not None]
    if not inked:
        return CombRead("", 1.0)
    chances = _chances([parts[number] for number in inked])
    text, sure = [" "] * len(parts), 1.0
    for number, row in zip(inked, chances, strict=True):
        can_be = FIRST_OF_DATE.get(number, FIGURES) if field.kind == FieldKind.DATE else FIGURES
        text[number] = max(can_be, key=lambda figure: row[int(figure)])
        # A figure that cannot stand there counts against the one that can: it may be another misread.
        sure *= float(row[int(text[number])])
    return CombRead("".join(text).rstrip(), sure)


def _figure(page: Page, cell: Box) -> np.ndarray | None:
    """The figure of one cell, cut out close. None where there is none."""
    part = page.cut(cell, -INSIDE)
    ink = _figure_in(ink_of(part, page.dark))
    if ink.mean() < LEAST_INK:
        return None
    columns, rows = np.flatnonzero(ink.any(axis=0)), np.flatnonzero(ink.any(axis=1))
    clean = np.where(cv2.dilate(ink.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0, part, 255).astype(
        np.uint8
    )
    return clean[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _figure_in(ink: np.ndarray) -> np.ndarray:
    """The ink without what is too low for a figure, and without what is left of the cell's own upright lines."""
    count, labels, table, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=8)
    left, wide = table[:, cv2.CC_STAT_LEFT], table[:, cv2.CC_STAT_WIDTH]
    thin = wide <= LINE * PER_MM
    keep = ~(thin & ((left == 0) | (left + wide >= ink.shape[1])))
    keep[0] = False
    kept = keep[labels]
    rows = np.flatnonzero(kept.any(axis=1))
    if count < 2 or not len(rows) or rows[-1] - rows[0] < LOWEST * PER_MM:
        return np.zeros_like(ink)
    return kept


def _chances(figures: list[np.ndarray]) -> np.ndarray:
    """(figures, 10): for each, how likely each of 0 to 9 is."""
    row, spans = _row(figures)
    both = [_look(engine, row, spans) for engine in (engines.first(), engines.second())]
    together = np.sqrt(both[0] * both[1])
    return together / together.sum(axis=1, keepdims=True)


def _row(figures: list[np.ndarray]) -> tuple[np.ndarray, list[tuple[int, int]]]:
    """The figures side by side at one height, as on a line, and the columns each takes up."""
    tallest = max(max(figure.shape[0] for figure in figures), 16)
    share = (HIGH - 12) / tallest
    pieces, spans, at = [np.full((HIGH, 8), 255, np.uint8)], [], 8
    for figure in figures:
        size = (max(3, round(figure.shape[1] * share)), max(3, round(figure.shape[0] * share)))
        small = cv2.resize(figure, size, interpolation=cv2.INTER_AREA if share < 1 else cv2.INTER_LINEAR)
        block = np.full((HIGH, size[0] + 2 * GAP), 255, np.uint8)
        top = HIGH - 6 - size[1]
        block[top : top + size[1], GAP : GAP + size[0]] = small
        pieces.append(block)
        spans.append((at, at + block.shape[1]))
        at += block.shape[1]
    return np.hstack([*pieces, np.full((HIGH, 8), 255, np.uint8)]), spans


def _look(engine: engines.Reader, row: np.ndarray, spans: list[tuple[int, int]]) -> np.ndarray:
    """For each figure, the best that any step of the network over its columns says of each of 0 to 9."""
    steps, per_step = engine.steps(row, "figures")
    found = np.full((len(spans), 10), 1e-4)
    for number, (start, stop) in enumerate(spans):
        first, last = int(start / per_step), max(int(start / per_step) + 1, int(np.ceil(stop / per_step)))
        found[number] += steps[first:last].max(axis=0)
    return found / found.sum(axis=1, keepdims=True)


@cache
def trusted_from() -> float:
    """The least confidence with which a date may pass unseen. Raises RuntimeError when the file is missing."""
    return network.kept(MODEL)["dates_trusted_from"]
