"""One page, from its picture to what stands on it. Only workers and commands import this: it is heavy."""

import logging
import time
from dataclasses import replace

import cv2
import numpy as np

from feedback.paper import layout as layouts
from feedback.paper.layout import Layout
from feedback.paper.payload import Payload
from feedback.paper.reading import codes, fields, ink, markers, onebit, paper, picture, register
from feedback.paper.reading.result import DPI, PageRead

TWO_CODES = "The codes on this page do not say the same."
NO_CODE = "This is one of our forms, but its codes could not be read."
NO_MARKS = "This page has none of our marks. Is it a letter?"
BLANK_PAGE = "This is a blank page."
NO_LAYOUT = "The code names a form that this service does not have."
OTHER_PAGE = "The corner marks and the code do not name the same page of the form."
NOT_STRAIGHT = "The page could not be set straight: its boxes are not where they should be."
BROKEN = "The page could not be read."
FIELDS = "Some answers must be checked."
LEAST_MARKERS = 2  # by which a page without codes is known as ours
BLANK_INK = 0.002  # of a page: less is dust and edges

logger = logging.getLogger(__name__)
# Each worker is one core.
cv2.setNumThreads(1)


class _Stop(Exception):
    """The page can be read no further."""

    def __init__(self, outcome: str, why: str) -> None:
        super().__init__(why)
        self.outcome, self.why = outcome, why


def read_page(picture_bytes: bytes, *, expected: str = "") -> PageRead:
    """Everything that can be read of one page. `expected` is the name of a layout to try where no code can be read.

    Whatever the picture is, the answer is a PageRead. Raises RuntimeError only for a bad world: no weights, no model.
    """
    started = time.perf_counter()
    try:
        read = _read(picture_bytes, expected)
    except (RuntimeError, MemoryError):
        raise
    except Exception as problem:
        # A page must not stop its batch. What went wrong is told without what stood on it.
        logger.warning("A page could not be read: %s", type(problem).__name__)
        read = PageRead("unreadable", BROKEN)
    return replace(read, seconds=time.perf_counter() - started)


def straight_page(picture_bytes: bytes) -> tuple[paper.Page, Layout, int] | None:
    """A page set straight, its layout and which page of it. None where `read_page` would stop: for learning."""
    grey = picture.open_picture(picture_bytes)
    one_bit = onebit.is_one_bit(grey)
    grey = picture.smaller(grey)
    found, seen = codes.find(grey), markers.find(grey)
    try:
        layout, number, place = _placed(grey, _said(found), found, seen, "")
    except _Stop:
        return None
    return paper.make(register.straighten(grey, layout, place), one_bit=one_bit), layout, number


def _read(picture_bytes: bytes, expected: str) -> PageRead:
    try:
        grey = picture.open_picture(picture_bytes)
    except picture.NotAPicture as problem:
        return PageRead("unreadable", str(problem))
    one_bit = onebit.is_one_bit(grey)
    grey = picture.smaller(grey)
    found, seen = codes.find(grey), markers.find(grey)
    said = _said(found)
    try:
        layout, number, place = _placed(grey, said, found, seen, expected)
    except _Stop as stop:
        kept = picture.as_jpeg(picture.smaller(grey, round(297 / 25.4 * DPI)))
        return PageRead(
            stop.outcome, stop.why, said[0].text() if len(said) == 1 else "", one_bit, straight=kept
        )
    straight = register.straighten(grey, layout, place)
    del grey
    return _filled(straight, layout, number, said, one_bit)


def _placed(grey, said, found, seen, expected) -> tuple[Layout, int, register.Registered]:
    """Which page of which layout this is, and where it lies on the picture. Raises _Stop."""
    layout, number = _what(grey, said, seen, expected)
    place = register.register(grey, layout, number, seen, found)
    if place is None or not place.sure:
        raise _Stop("to_check", NOT_STRAIGHT)
    return layout, number, place


def _filled(
    straight: np.ndarray, layout: Layout, number: int, said: list[Payload], one_bit: bool
) -> PageRead:
    page = paper.make(straight, one_bit=one_bit)
    read = fields.read_fields(page, layout, number)
    why = "" if said else NO_CODE
    if not why and not all(one.trusted for one in read):
        why = FIELDS
    return PageRead(
        "to_check" if why else "read",
        why,
        said[0].text() if said else "",
        one_bit,
        tuple(read),
        _shown(straight, layout),
        ink.ink(page, layout, number),
    )


def _said(found: list[codes.Code]) -> list[Payload]:
    """The different things that the codes of a page say."""
    return list(dict.fromkeys(code.payload for code in found))


def _what(grey: np.ndarray, said: list[Payload], seen: dict, expected: str) -> tuple[Layout, int]:
    """The layout and the page of it, from codes and markers. Raises _Stop."""
    if len(said) > 1:
        raise _Stop("to_check", TWO_CODES)
    if not said:
        return _without_code(grey, seen, expected)
    try:
        layout = layouts.load(said[0].layout)
    except layouts.NoSuchLayout:
        raise _Stop("to_check", NO_LAYOUT) from None
    if not 1 <= said[0].page <= layout.pages:
        raise _Stop("to_check", NO_LAYOUT)
    by_markers = _page_by_markers(layout, seen)
    if by_markers not in (0, said[0].page):
        raise _Stop("to_check", OTHER_PAGE)
    return layout, said[0].page


def _without_code(grey: np.ndarray, seen: dict, expected: str) -> tuple[Layout, int]:
    if len(seen) < LEAST_MARKERS:
        raise _Stop("not_ours", BLANK_PAGE if _blank(grey) else NO_MARKS)
    try:
        layout = layouts.load(expected)
    except layouts.NoSuchLayout:
        raise _Stop("unreadable", NO_CODE) from None
    number = _page_by_markers(layout, seen)
    if not number:
        raise _Stop("unreadable", NO_CODE)
    return layout, number


def _page_by_markers(layout: Layout, seen: dict) -> int:
    """The page that two markers or more name, 0 where none is named."""
    pages = [mark.page for mark in layout.marks if mark.kind == "marker" and mark.value in seen]
    most = max(pages, key=pages.count, default=0)
    return most if pages.count(most) >= LEAST_MARKERS else 0


def _blank(grey: np.ndarray) -> bool:
    """Whether there is nothing on the page, its edges left out."""
    high, wide = (side // 16 for side in grey.shape)
    page = paper.whitened(grey)[high:-high, wide:-wide]
    return float((cv2.medianBlur(page, 5) < 170).mean()) < BLANK_INK


def _shown(straight: np.ndarray, layout: Layout) -> bytes:
    size = (round(layout.width / 25.4 * DPI), round(layout.height / 25.4 * DPI))
    return picture.as_jpeg(cv2.resize(straight, size, interpolation=cv2.INTER_AREA))
