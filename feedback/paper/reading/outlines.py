"""The printed outlines of boxes: are they where the layout says, and if not quite, how far off?

A page is believed to be set straight only when they are (paper.md, rule 3), and it is by them
that curled and badly marked pages are set straighter. Lengths are in millimetres of the layout.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from feedback.paper.layout import Box, FieldKind, Layout

PIECE = 14.0  # the longest piece of an outline measured as one
SHORT = 0.8  # left out at either end of a piece: corners belong to two lines
# How much darker than the paper beside it a printed line is, of 255: one that is plainly there, and the
# faintest, which must also stand out from the roughness of the paper that many times.
PLAIN = 9.0
FAINTEST = 5.0
ROUGHLY = 5.0
STRONGEST = 70.0  # darker than the paper by more than this counts no more
ENOUGH_TICKS = 6
# By boxes to tick alone, more of them must be found.
TICKS_ALONE = 0.1
WORDS_NEAR = 1.3  # millimetres


@dataclass(frozen=True)
class Pieces:
    """Straight pieces of outlines: their middles (n, 2), whether each is upright, half lengths, and whose box it is."""

    middle: np.ndarray
    upright: np.ndarray
    half: np.ndarray
    box: np.ndarray


@dataclass(frozen=True)
class Seen:
    """Where the pieces were found: `off` to the right (upright) or down (lying), NaN where none was seen."""

    off: np.ndarray

    @property
    def found(self) -> np.ndarray:
        return ~np.isnan(self.off)


def boxes_of(layout: Layout, page: int) -> list[Box]:
    """Every box printed on a page: first those to tick, then those to write in, and the cells of combs."""
    boxes = tick_boxes_of(layout, page)
    for field in layout.on_page(page):
        if field.kind == FieldKind.TEXT:
            boxes.append(field.box)
        else:
            boxes += field.cells
    return boxes


def tick_boxes_of(layout: Layout, page: int) -> list[Box]:
    """Every box to tick of a page."""
    return [choice.box for field in layout.on_page(page) for choice in field.choices]


def pieces_of(layout: Layout, page: int) -> Pieces:
    """The pieces of all outlines of a page. Lines that two cells share come once.

    A piece right under words is left out: where a scan lost the line, the words would be taken for it.
    """
    every = pieces_of_boxes(boxes_of(layout, page))
    clear = np.array([not _beside_words(layout, page, *where) for where in every.middle], bool)
    return Pieces(every.middle[clear], every.upright[clear], every.half[clear], every.box[clear])


def _beside_words(layout: Layout, page: int, x: float, y: float) -> bool:
    return any(
        words.page == page
        and words.box.x - 1 <= x <= words.box.x + words.box.width + 1
        and words.box.y - WORDS_NEAR <= y <= words.box.y + words.box.height + WORDS_NEAR
        for words in layout.words
    )


def pieces_of_boxes(boxes: list[Box]) -> Pieces:
    """The pieces of the outlines of these boxes, each once."""
    rows, known = [], set()
    for number, box in enumerate(boxes):
        for piece in _pieces(box):
            key = tuple(round(one, 1) for one in piece[:3])
            if key not in known:
                known.add(key)
                rows.append((*piece, number))
    table = np.array(rows, float).reshape(-1, 5)
    return Pieces(table[:, :2], table[:, 2] > 0, table[:, 3], table[:, 4].astype(int))


def _pieces(box: Box):
    for x, y, length, upright in _sides(box):
        parts = max(1, int(np.ceil(length / PIECE)))
        step = length / parts
        for part in range(parts):
            along = step * (part + 0.5)
            middle = (x, y + along) if upright else (x + along, y)
            yield (*middle, float(upright), step / 2 - SHORT)


def see(straight: np.ndarray, per_mm: float, pieces: Pieces, within: float) -> Seen:
    """Look for every piece up to `within` millimetres off its place. `straight` is grey, `per_mm` pixels a millimetre."""
    # Lines are thin and may lean: each pixel takes the darkest of its neighbours.
    dark = 255 - cv2.erode(straight, np.ones((3, 3), np.uint8))
    off = np.full(len(pieces.half), np.nan)
    for number, ((x, y), upright, half) in enumerate(
        zip(pieces.middle, pieces.upright, pieces.half, strict=True)
    ):
        across, along = (x, y) if upright else (y, x)
        strip = _strip(dark.T if upright else dark, across, along, half, within, per_mm)
        if strip is not None:
            off[number] = _line_in(strip, within, per_mm)
    return Seen(off)


def share_found(pieces: Pieces, seen: Seen, near: float, ticks: int) -> float:
    """The share of boxes most of whose outline lies within `near` millimetres of its place.

    The outlines of boxes to write in are printed lighter, and a black and white scan may lose every
    one of them: then the boxes to tick, of which there are `ticks` and which come first, speak for
    the page, if they are ENOUGH_TICKS or more.
    """
    good = (np.abs(np.nan_to_num(seen.off, nan=99.0)) <= near).astype(float)
    count = np.bincount(pieces.box)
    if not len(count):
        return 0.0
    found = np.bincount(pieces.box, good) / np.maximum(count, 1) >= 0.6
    share = float(found[count > 0].mean())
    if ticks >= ENOUGH_TICKS and count[:ticks].min() > 0:
        share = max(share, float(found[:ticks].mean()) - TICKS_ALONE)
    return share


def _sides(box: Box):
    yield box.x, box.y, box.width, False
    yield box.x, box.y + box.height, box.width, False
    yield box.x, box.y, box.height, True
    yield box.x + box.width, box.y, box.height, True


def _strip(dark, across, along, half, within, per_mm) -> np.ndarray | None:
    """Rows across the line, columns along it."""
    first, last = round((across - within) * per_mm), round((across + within) * per_mm) + 1
    start, stop = round((along - half) * per_mm), round((along + half) * per_mm) + 1
    if first < 0 or start < 0 or last > dark.shape[0] or stop > dark.shape[1] or stop - start < 4:
        return None
    return dark[first:last, start:stop]


def _line_in(strip: np.ndarray, within: float, per_mm: float) -> float:
    """How far off the middle of the strip a printed line lies, in millimetres. NaN: there is none."""
    # A line is dark for most of its length; writing that crosses it is not.
    place = int(strip.shape[1] * 0.35)
    height = np.partition(strip, place, axis=1)[:, place].astype(float)
    usual = float(np.median(height))
    if height.max() - usual < PLAIN:
        # Broken or faint: the mean of its length. Writing, which is darker, must not outweigh the rest.
        height = np.minimum(strip, float(np.median(strip)) + STRONGEST).mean(axis=1)
        usual = float(np.median(height))
        rough = float(np.median(np.abs(height - usual)))
        if height.max() - usual < max(FAINTEST, ROUGHLY * rough):
            return np.nan
    weight = np.clip(height - (usual + height.max()) / 2, 0, None)
    if np.count_nonzero(weight) > 0.55 * len(weight):
        return np.nan  # filled in: no line can be told
    middle = float(np.average(np.arange(len(weight)), weights=weight))
    return (middle - (len(weight) - 1) / 2) / per_mm
