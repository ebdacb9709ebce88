"""What machines read on a page: the markers and the two codes, as squares, and as the path of an SVG."""

from collections.abc import Sequence
from functools import cache

from django.conf import settings

from feedback.paper.payload import Payload

# The first eight markers of ArUco's dictionary 4x4_50, a row a word, 1 for white, without the black border.
ARUCO = (
    "1011 0101 0011 0010", "0000 1111 1001 1010", "0011 0011 0010 1101", "1001 1001 0100 0110",
    "0101 0100 1001 1110", "0111 1001 1100 1101", "1001 1110 0010 1110", "1100 0100 1111 0010",
)  # fmt: skip
SMALLEST = 0.75  # millimetres: a smaller module is lost by a photocopier

Dark = Sequence[Sequence[bool]]


class TooLong(ValueError):
    """The code's modules would be too small for a scanner to read."""


def marker(number: int) -> Dark:
    """Six by six squares, the outer ring black."""
    inner = [[bit == "0" for bit in row] for row in ARUCO[number].split()]
    return [[True] * 6, *([True, *row, True] for row in inner), [True] * 6]


def datamatrix(text: str, size: float) -> Dark:
    """A square DataMatrix, without its quiet zone. `size` in millimetres. Raises TooLong."""
    import zxingcpp

    return _large_enough(_squares(text, zxingcpp.BarcodeFormat.DataMatrix, force_square=True), size)


def qr(text: str, size: float) -> Dark:
    """A QR code with as much correction as costs no module. `size` in millimetres. Raises TooLong."""
    import zxingcpp  # sixteen times as quick as segno, which counts with a thousand forms

    weak, strong = (_squares(text, zxingcpp.BarcodeFormat.QRCode, ec_level=level) for level in "LM")
    return _large_enough(weak if len(weak) < len(strong) else strong, size)


def address(payload: Payload) -> str:
    """What the QR code holds: capitals only, so that it stays small."""
    return f"{settings.PUBLIC_URL.upper()}/P/{payload.text()}"


@cache
def marker_path(number: int) -> str:
    """The path of a marker, in squares."""
    return path(marker(number))


def path(dark: Dark) -> str:
    """The dark squares as an SVG path, one stroke a run, so that no hairlines show between them."""
    strokes = []
    for y, row in enumerate(dark):
        x = 0
        while x < len(row):
            start = x
            while x < len(row) and row[x]:
                x += 1
            if x > start:
                strokes.append(f"M{start} {y}h{x - start}v1h{start - x}z")
            x += 1
    return "".join(strokes)


def _squares(text, kind, **given):
    import zxingcpp

    picture = zxingcpp.create_barcode(text, kind, **given).to_image(scale=1, add_quiet_zones=False)
    return [[value == 0 for value in row] for row in memoryview(picture).tolist()]


def _large_enough(dark: Dark, size: float) -> Dark:
    if size / len(dark) < SMALLEST:
        raise TooLong(
            f"{len(dark)} modules in {size:g} mm are too small. Use a shorter web address (PUBLIC_URL)."
        )
    return dark
