"""Each box to tick, moved the last bit to where its own outline lies: what is left of curl (paper.md, rule 3)."""

from dataclasses import replace

import numpy as np

from feedback.paper.layout import Box, Choice, Field, FieldKind, Layout
from feedback.paper.reading import outlines
from feedback.paper.reading.register import PER_MM

FURTHEST = 0.8  # millimetres
# Two sides of a box that move differently by more than this are not both its outline.
AGREE = 0.35


def ticked_boxes(layout: Layout, page: int) -> list[tuple[Field, Choice]]:
    """Every box to tick of a page, in order."""
    return [
        (field, choice)
        for field in layout.on_page(page)
        if field.kind == FieldKind.CHOICE
        for choice in field.choices
    ]


def snapped(straight: np.ndarray, boxes: list[Box]) -> list[Box]:
    """The boxes where they really lie on the straight page. One whose outline is not seen stays put."""
    if not boxes:
        return []
    pieces = outlines.pieces_of_boxes(boxes)
    seen = outlines.see(straight, PER_MM, pieces, FURTHEST)
    moved = []
    for number, box in enumerate(boxes):
        mine = pieces.box == number
        right = _moved(seen.off[mine & pieces.upright])
        down = _moved(seen.off[mine & ~pieces.upright])
        moved.append(replace(box, x=box.x + right, y=box.y + down))
    return moved


def _moved(off: np.ndarray) -> float:
    good = off[~np.isnan(off)]
    if len(good) >= 2 and np.ptp(good) <= AGREE:
        return float(good.mean())
    if len(good) == 1 and abs(good[0]) <= AGREE:
        return float(good[0]) / 2
    return 0.0
