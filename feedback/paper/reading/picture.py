"""The picture of a page, opened with care: files are hostile, and scanners differ."""

import io
import warnings

import cv2
import numpy as np
from PIL import Image, ImageOps

# An A4 page at 600 dots an inch is 35 million; a page of more is no page.
MOST_PIXELS = 120_000_000
# The longer side that is worked on: A4 at 300 dots an inch.
LONGEST = 3508
SHORTEST = 300


class NotAPicture(ValueError):
    """The bytes are no picture a page can be read from. The text says why, in plain words."""


def open_picture(picture: bytes) -> np.ndarray:
    """The page in grey, (height, width) of uint8, as it lay in the file. Raises NotAPicture."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            opened = Image.open(io.BytesIO(picture))
            _measure(opened)
            return _grey(opened)
    except NotAPicture:
        raise
    except Exception:
        # Pillow raises a dozen kinds for broken files, and none of them is for the reader to tell apart.
        raise NotAPicture("The picture is damaged and could not be opened.") from None


def smaller(grey: np.ndarray, longest: int = LONGEST) -> np.ndarray:
    """The picture with its longer side at most `longest` pixels."""
    share = longest / max(grey.shape)
    if share >= 1:
        return grey
    return cv2.resize(grey, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)


def as_jpeg(grey: np.ndarray) -> bytes:
    """A grey JPEG to keep and to show."""
    return cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, 80])[1].tobytes()


def _measure(opened: Image.Image) -> None:
    width, height = opened.size
    if width * height > MOST_PIXELS:
        raise NotAPicture("The picture is too large. Scan the page at 300 dots an inch or less.")
    if min(width, height) < SHORTEST:
        raise NotAPicture("The picture is too small to read. Scan the page at 200 dots an inch or more.")


def _grey(opened: Image.Image) -> np.ndarray:
    if opened.format == "JPEG":
        opened.draft("L", opened.size)
    opened = ImageOps.exif_transpose(opened)
    if opened.mode in ("RGBA", "LA", "PA", "P"):
        opened = opened.convert("RGBA")
        paper = Image.new("RGBA", opened.size, "white")
        opened = Image.alpha_composite(paper, opened)
    if opened.mode.startswith("I"):
        deep = np.asarray(opened).astype(np.float32)
        return np.clip(deep * (255 / max(float(deep.max()), 1.0)), 0, 255).astype(np.uint8)
    return np.ascontiguousarray(opened.convert("L"), dtype=np.uint8)
