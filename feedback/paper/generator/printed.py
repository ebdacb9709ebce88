"""The form before anybody wrote on it: drawn once for each layout, with the codes of each sheet painted on."""

from functools import lru_cache

import cv2
import numpy as np
import segno
from PIL import Image, ImageDraw, ImageFont

from feedback.paper.form import draw, symbols
from feedback.paper.form.source import plain_serial
from feedback.paper.generator.hands import FONTS, font_path
from feedback.paper.layout import Box, Layout
from feedback.paper.payload import Payload

SHARP = 300  # dots an inch of the drawing that all the others are made smaller from
PLACE = draw.Place(organisation="Elder Vale Hospital Trust", service="Bramble Ward")
GRAINS = 4  # shades of an edge that falls between two dots, each way
INK = (0x21, 0x2B, 0x32)


def printed(
    layout: Layout, payload: Payload, dpi: int, *, colour: bool = False, place: draw.Place = PLACE
) -> np.ndarray:
    """The page that `payload` names, as (height, width) grey or (height, width, 3) red, green, blue."""
    page = blank(layout, payload.page, dpi, colour, place).copy()
    scale = dpi / 25.4
    for mark in layout.marks:
        if mark.page == payload.page and mark.kind in ("datamatrix", "qr"):
            _paint(page, _modules(mark.kind, payload, mark.box.width), mark.box, scale)
    for words in layout.words:
        if words.page == payload.page and words.role == "serial":
            said = words.text.format(serial=plain_serial(payload.serial))
            _say(page, said, words.box, words.size, scale)
    return page


@lru_cache(maxsize=32)
def blank(layout: Layout, page: int, dpi: int, colour: bool, place: draw.Place = PLACE) -> np.ndarray:
    """The page as it is before a sheet has a number: no codes, no serial."""
    sharp = _sharp(layout, place)[page - 1]
    if not colour:
        sharp = cv2.cvtColor(sharp, cv2.COLOR_RGB2GRAY)
    size = (round(layout.width * dpi / 25.4), round(layout.height * dpi / 25.4))
    return sharp if dpi == SHARP else cv2.resize(sharp, size, interpolation=cv2.INTER_AREA)


@lru_cache(maxsize=8)
def _sharp(layout, place):
    import pypdfium2

    sample = Payload(layout.form, layout.version, layout.variant, layout.language, 1, "RX1", 1, 0)
    document = pypdfium2.PdfDocument(draw.render(layout, [sample], place))
    size = (round(layout.width * SHARP / 25.4), round(layout.height * SHARP / 25.4))
    pages = []
    for number in range(layout.pages):
        drawn = document[number].render(scale=SHARP / 72, rev_byteorder=True).to_numpy()[:, :, :3]
        drawn = drawn if drawn.shape[1::-1] == size else cv2.resize(drawn, size, interpolation=cv2.INTER_AREA)
        pages.append(np.ascontiguousarray(drawn))
    document.close()
    for mark in layout.marks:
        if mark.kind != "marker":
            _clear(pages[mark.page - 1], mark.box, SHARP / 25.4)
    for words in layout.words:
        if words.role == "serial":
            _clear(pages[words.page - 1], words.box, SHARP / 25.4)
    return pages


def _modules(kind, payload, size):
    """As `symbols` makes them; but a QR code's mask is not the best of eight: trying them takes longer than a page."""
    if kind == "datamatrix":
        return np.array(symbols.datamatrix(payload.text(), size))
    code = segno.make(symbols.address(payload), error="l", boost_error=True, micro=False, mask=2)
    return np.array(code.matrix, bool)


def _clear(page, box: Box, scale):
    x0, y0 = int(box.x * scale) - 1, int(box.y * scale) - 1
    page[y0 : int((box.y + box.height) * scale) + 3, x0 : int((box.x + box.width) * scale) + 3] = 255


def _paint(page, dark, box: Box, scale):
    """The squares of a code in its box, edges that fall between two dots in grey."""
    rows, y0, y1 = _squares(box.y * scale, box.height * scale, len(dark))
    columns, x0, x1 = _squares(box.x * scale, box.width * scale, len(dark[0]))
    framed = 255 - 255 * np.pad(dark, 1).astype(np.uint8)  # a dot may be only partly in the code
    fine = framed[np.ix_(rows, columns)]
    shade = cv2.resize(fine, (x1 - x0, y1 - y0), interpolation=cv2.INTER_AREA)
    page[y0:y1, x0:x1] = shade if page.ndim == 2 else shade[:, :, None]


def _squares(start, length, count):
    """Which square (from 1; 0 and count + 1 are outside) each part of a dot shows, and the dots it takes."""
    first, last = int(start), int(np.ceil(start + length))
    parts = first + (np.arange((last - first) * GRAINS) + 0.5) / GRAINS
    return np.clip(np.floor((parts - start) / length * count).astype(int) + 1, 0, count + 1), first, last


def _say(page, words, box: Box, points, scale):
    size = points * scale * 25.4 / 72
    x, y = int(box.x * scale), int(box.y * scale)
    wide, tall = int(box.width * scale), int(box.height * scale) + 2
    ink = Image.new("L", (wide, tall))
    ImageDraw.Draw(ink).text((wide, 0.95 * size), words, 255, _print(size), anchor="rs")
    lay(page[y : y + tall, x : x + wide], np.asarray(ink), INK)


@lru_cache
def _print(size):
    return ImageFont.truetype(font_path(*FONTS["typed"]), size)


def lay(page: np.ndarray, cover: np.ndarray, colour: tuple[int, int, int], share: float = 1.0) -> None:
    """Ink of a colour on a page, in place; `cover` 0 to 255, `share` of the light that full cover takes."""
    if page.ndim == 2:
        grey = 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]
        cv2.multiply(page, 255 - cv2.convertScaleAbs(cover, alpha=share * (1 - grey / 255)), page, 1 / 255)
        return
    for band, one in enumerate(colour):
        left = 255 - cv2.convertScaleAbs(cover, alpha=share * (1 - one / 255))
        page[:, :, band] = cv2.multiply(np.ascontiguousarray(page[:, :, band]), left, scale=1 / 255)
