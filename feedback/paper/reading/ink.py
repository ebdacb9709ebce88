"""The ink of a page's answers, small enough to keep, and how alike that of two pages is (paper.md, rule 6).

The same serial number is no duplicate, because wards photocopy forms; the same strokes are. Web
processes may import this: NumPy and OpenCV are loaded only when it is used.
"""

from __future__ import annotations

import math
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from feedback.paper.layout import Layout
    from feedback.paper.reading.paper import Page

KIND = b"1"  # of bitmap: another way of making them takes another
SIDE = 0.4  # millimetres of a dot
FILLED = 0.3  # of a dot that must be ink
INSIDE = 0.7  # millimetres of each box left out: its printed outline
# Fewer dots than this, 6 square millimetres, are the dust of a blank page.
LEAST = 36


def ink(page: Page, layout: Layout, number: int) -> bytes:
    """The ink in the answer boxes of page `number`, printed lines left out, a bit each SIDE, packed."""
    import cv2
    import numpy as np

    from feedback.paper.reading.outlines import boxes_of

    answers = np.zeros(page.white.shape, np.uint8)
    for box in boxes_of(layout, number):
        answers[page.spots(box, -INSIDE)] = 1
    dark = ((page.white < 255 - page.dark) & (answers > 0)).astype(np.float32)
    size = (math.ceil(layout.width / SIDE), math.ceil(layout.height / SIDE))
    bits = cv2.resize(dark, size, interpolation=cv2.INTER_AREA) > FILLED
    return KIND + zlib.compress(np.packbits(bits, axis=1).tobytes(), 9)


def alike(one: bytes, other: bytes) -> float:
    """How much of the ink of each lies on or beside ink of the other: 1 for the same sheet, 0 for nothing shared.

    Two blank pages are alike. Pages of different sizes are not.
    """
    import numpy as np

    first, second = (_bits(each) for each in (one, other))
    if first is None or second is None or first.shape != second.shape:
        return 0.0
    dots = int(first.sum()), int(second.sum())
    if min(dots) < LEAST:
        return 1.0 if max(dots) < LEAST else 0.0
    shared = np.count_nonzero(first & _wider(second)) + np.count_nonzero(second & _wider(first))
    return float(shared / sum(dots))


def _bits(kept: bytes):
    """The bitmap as a table of True and False, bytes wide; its rows run on, which a step sideways may ignore."""
    import numpy as np

    if not kept or bytes(kept[:1]) != KIND:
        return None
    flat = np.frombuffer(zlib.decompress(bytes(kept[1:])), np.uint8)
    return np.unpackbits(flat.reshape(-1, WIDE), axis=1).astype(bool) if flat.size % WIDE == 0 else None


def _wider(bits):
    """Every dot and its eight neighbours."""
    grown = bits.copy()
    grown[1:] |= bits[:-1]
    grown[:-1] |= bits[1:]
    sides = grown.copy()
    sides[:, 1:] |= grown[:, :-1]
    sides[:, :-1] |= grown[:, 1:]
    return sides


WIDE = math.ceil(math.ceil(210 / SIDE) / 8)  # bytes of a row: forms are A4
