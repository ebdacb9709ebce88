"""The codes of a page, DataMatrix and QR, whichever way the page lies and however badly it was scanned."""

from dataclasses import dataclass

import cv2
import numpy as np
import zxingcpp

from feedback.paper import payload
from feedback.paper.reading.picture import smaller

FORMATS = [zxingcpp.BarcodeFormat.DataMatrix, zxingcpp.BarcodeFormat.QRCode]
KINDS = {"DataMatrix": "datamatrix"}
# The longer side of the whole page at the first look: A4 at about 150 dots an inch.
FIRST_LOOK = 1754


@dataclass(frozen=True)
class Code:
    """A code of ours. `corners` are its top left, top right, bottom right and bottom left, (4, 2) in pixels."""

    payload: payload.Payload
    kind: str  # "datamatrix" or "qr"
    corners: np.ndarray


def find(grey: np.ndarray) -> list[Code]:
    """Every code of ours on the page, first by looking at the whole, then closer and closer at its corners.

    Codes read wrongly are dropped by their check figure. Looks stop at the first that finds one,
    because a page's two codes say the same; if a look finds two that differ, both are given.
    """
    for look in (_whole, _corners, _corners_cleaned):
        if found := look(grey):
            return found
    return []


def _whole(grey: np.ndarray) -> list[Code]:
    small = smaller(grey, FIRST_LOOK)
    return _read(small, (0, 0), small.shape[0] / grey.shape[0])


def _corners(grey: np.ndarray) -> list[Code]:
    found = []
    for part, place in _cut_corners(grey):
        found += _read(part, place, 1.0)
    return found


def _corners_cleaned(grey: np.ndarray) -> list[Code]:
    for part, place in _cut_corners(grey):
        for cleaned, scale in _cleaned(part):
            if found := _read(cleaned, place, scale):
                return found
    return []


def _cleaned(part: np.ndarray):
    twice = cv2.resize(part, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    soft = cv2.GaussianBlur(part, (0, 0), 1.5)
    yield twice, 2.0
    yield soft, 1.0
    yield cv2.threshold(soft, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[1], 1.0
    size = max(part.shape) // 8 | 1
    yield cv2.adaptiveThreshold(soft, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, size, 8), 1.0
    # Toner that spread, or broke, closes or opens the gaps between modules.
    kernel = np.ones((3, 3), np.uint8)
    yield cv2.morphologyEx(soft, cv2.MORPH_OPEN, kernel), 1.0
    yield cv2.morphologyEx(soft, cv2.MORPH_CLOSE, kernel), 1.0


def _cut_corners(grey: np.ndarray):
    height, width = (int(side * 0.36) for side in grey.shape)
    for top in (0, grey.shape[0] - height):
        for left in (0, grey.shape[1] - width):
            yield np.ascontiguousarray(grey[top : top + height, left : left + width]), (left, top)


def _read(part: np.ndarray, place: tuple[int, int], scale: float) -> list[Code]:
    found = []
    for one in zxingcpp.read_barcodes(part, formats=FORMATS, try_invert=False):
        try:
            said = payload.read(one.text)
        except payload.NotOurs:
            continue
        spots = one.position
        corners = [spots.top_left, spots.top_right, spots.bottom_right, spots.bottom_left]
        found.append(
            Code(
                said,
                KINDS.get(one.format.name, "qr"),
                np.array([(spot.x, spot.y) for spot in corners], float) / scale + place,
            )
        )
    return found
