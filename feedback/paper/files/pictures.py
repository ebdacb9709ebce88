"""Pages out of pictures: TIFF (one page or many), JPEG, PNG and HEIC. Runs in the child alone.

The size in a file's header is checked before a single point is decoded.
"""

import contextlib
import io
import warnings

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from feedback.paper.files import Refused, bare, limits
from feedback.paper.files.kinds import Kind

# Our own check comes first and says more; Pillow's stays behind it.
Image.MAX_IMAGE_PIXELS = limits.PIXELS
DAMAGED = bare.DAMAGED
BREAKS_OFF = "The picture breaks off before its end. Scan the page again."
QUALITY = 92


@contextlib.contextmanager
def opened(path, kind):
    """The pages of a picture file: has a length, and `page(number)`. Raises Refused."""
    with warnings.catch_warnings(), open(path, "rb") as file:
        warnings.simplefilter("ignore")
        if kind == Kind.TIFF:
            yield Tiff(file)
        else:
            yield One(file.read(), {Kind.JPEG: jpeg, Kind.PNG: png, Kind.HEIC: heic}[kind])


class One:
    """A file that is one page."""

    def __init__(self, content, how):
        self.content, self.how = content, how

    def __len__(self):
        return 1

    def page(self, number):
        return self.how(self.content)


class Tiff:
    """A TIFF: as many pages as it has frames, counted before any is decoded."""

    def __init__(self, file):
        try:
            self.tiff = Image.open(file, formats=["TIFF"])
            self.count = self._count()
        except Refused:
            raise
        except Exception:
            raise Refused(DAMAGED) from None

    def __len__(self):
        return self.count

    def page(self, number):
        self.tiff.seek(number - 1)
        check(*self.tiff.size)
        try:
            self.tiff.load()
        except OSError:
            raise Refused(BREAKS_OFF) from None
        return written(ImageOps.exif_transpose(self.tiff)), ""

    def _count(self):
        count = 0
        with contextlib.suppress(EOFError):
            while True:
                self.tiff.seek(count)
                count += 1
                if count > limits.PAGES:
                    raise Refused(limits.TOO_MANY_PAGES)
        return count


def jpeg(content):
    """(picture, why): the JPEG as it came, without metadata; turned upright where EXIF says so."""
    plain = bare.jpeg(content)
    check(plain.width, plain.height)
    if not plain.whole:
        return what_there_is(plain.picture, "JPEG"), BREAKS_OFF
    if plain.turn == 1 and plain.colours in (1, 3):
        return plain.picture, ""
    picture = Image.open(io.BytesIO(plain.picture), formats=["JPEG"])
    picture.getexif()[0x0112] = plain.turn
    return written(ImageOps.exif_transpose(picture), as_jpeg=True), ""


def png(content):
    """(picture, why): the PNG as it came, without metadata."""
    plain, width, height, whole = bare.png(content)
    check(width, height)
    if not whole:
        return what_there_is(plain, "PNG"), BREAKS_OFF
    return plain, ""


def heic(content):
    """(picture, why): a telephone's photograph as a JPEG, upright. libheif turns it by itself."""
    import pillow_heif

    pillow_heif.options.DECODE_THREADS = 1
    pillow_heif.options.THUMBNAILS = False
    photograph = pillow_heif.open_heif(io.BytesIO(content), convert_hdr_to_8bit=True)
    check(*photograph.size)
    return written(photograph.to_pillow(), as_jpeg=True), ""


def check(width, height):
    """Refuse a page of more dots than a page can have, or of none."""
    if width * height > limits.PIXELS:
        raise Refused(limits.TOO_MANY_DOTS)
    if not width or not height:
        raise Refused(DAMAGED)


def written(picture, as_jpeg=False) -> bytes:
    """A picture as bytes without metadata: black and white stays so, grey and colour as JPEG if asked, else PNG."""
    picture = _simple(picture)
    out = io.BytesIO()
    if as_jpeg or picture.mode == "RGB":
        picture.convert("L" if picture.mode == "1" else picture.mode).save(out, "JPEG", quality=QUALITY)
    else:
        # Level 1 takes a fifth of the time of the default, for a tenth more bytes.
        Image.frombytes(picture.mode, picture.size, picture.tobytes()).save(out, "PNG", compress_level=1)
    return out.getvalue()


def what_there_is(content, kind) -> bytes:
    """The part of a broken picture that can be seen, as a JPEG for a person to look at. b"" if there is none."""
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        return written(Image.open(io.BytesIO(content), formats=[kind]), as_jpeg=True)
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError):
        return b""
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = False


def _simple(picture):
    """The picture in black and white, grey or colour, on white where it was see-through."""
    if picture.mode in ("1", "L", "RGB"):
        return picture
    if picture.mode.startswith("I;16"):
        return picture.convert("I").point(lambda value: value / 256).convert("L")
    if picture.mode == "I":
        return picture.point(lambda value: value / 256).convert("L")
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture).convert("RGB")
    return picture.convert("L" if picture.mode in ("La", "F") else "RGB")
