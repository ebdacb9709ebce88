"""Pages out of a PDF: the scanned picture itself where a page is nothing else, and else a drawing of the page.

Taking the picture out costs 16 ms and drawing the page 164 (A4, one core); and a picture that is not drawn
anew loses nothing. Runs in the child alone.
"""

import contextlib
import io

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image

from feedback.paper.files import Refused, bare, dangers, limits, pictures

DRAWN_AT = 200  # dots an inch
POINTS_AN_INCH = 72
CLOSE = 0.02  # of a side: pictures miss the edge of a page by rounding
INVISIBLE = raw.FPDF_TEXTRENDERMODE_INVISIBLE
TURNS = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
MASKED = {"/SMask", "/Mask", "/ImageMask"}


@contextlib.contextmanager
def opened(path, kind):
    """The pages of a PDF that holds nothing else: has a length, and `page(number)`. Raises Refused."""
    with dangers.checked(path) as parts:
        try:
            document = pdfium.PdfDocument(path)
            count = len(document)
        except pdfium.PdfiumError:
            raise Refused(dangers.CANNOT_OPEN) from None
        if count != len(parts.pages) or not count:
            raise Refused(dangers.ODD_PAGES)
        document.init_forms()
        yield Pdf(document, parts)


class Pdf:
    def __init__(self, document, parts):
        self.document, self.parts = document, parts

    def __len__(self):
        return len(self.document)

    def page(self, number):
        """(picture, why) of a page. Raises Refused for a page too large to open."""
        page = self.document[number - 1]
        try:
            objects = list(page.get_objects())
            for one in objects:
                if isinstance(one, pdfium.PdfImage):
                    pictures.check(*one.get_px_size())
            images = self.parts.pages[number - 1].get_images(recursive=False).values()
            named = {key for one in images for key in one.keys()}  # noqa: SIM118  no mapping of Python's
            strips = [] if named & MASKED else self._strips(page, objects)
            # "/Decode" may turn black to white: only pdfium's own reading of the picture is then right.
            kept = _as_it_was(strips, page.get_rotation()) if "/Decode" not in named else b""
            return kept or _taken_out(strips, page.get_rotation()) or _drawn(page), ""
        finally:
            page.close()

    def _strips(self, page, objects):
        """The pictures that together are the whole page, from top to bottom. Empty if there is more to see."""
        # Text that cannot be seen is what scanners write under a page for searching.
        seen = [one for one in objects if not _invisible(one)]
        if not seen or raw.FPDFPage_GetAnnotCount(page) or not all(_upright(one) for one in seen):
            return []
        strips = sorted(seen, key=lambda one: -one.get_bounds()[3])
        return strips if _fill(page, strips) else []


def _invisible(one):
    return one.type == raw.FPDF_PAGEOBJ_TEXT and raw.FPDFTextObj_GetTextRenderMode(one) == INVISIBLE


def _upright(one):
    """A picture on the page itself that is neither turned nor mirrored there."""
    if not isinstance(one, pdfium.PdfImage) or one.level:
        return False
    a, b, c, d, _, _ = one.get_matrix().get()
    return a > 0 and d > 0 and abs(b) + abs(c) < 0.01 * (a + d)


def _fill(page, strips):
    """True if the pictures, one below another and of one width, leave nothing of the page empty."""
    left, bottom, right, top = page.get_bbox()
    wide, high = (right - left) * CLOSE, (top - bottom) * CLOSE
    edge = top
    for one in strips:
        its_left, its_bottom, its_right, its_top = one.get_bounds()
        if abs(its_left - left) > wide or abs(its_right - right) > wide or abs(its_top - edge) > high:
            return False
        edge = its_bottom
    widths = {one.get_px_size()[0] for one in strips}
    return abs(edge - bottom) <= high and len(widths) == 1


def _taken_out(strips, rotation):
    """The picture or the joined strips, turned as the page says. b"" where there are none to take out."""
    if not strips:
        return b""
    try:
        parts = [one.get_bitmap().to_pil() for one in strips]
    except (pdfium.PdfiumError, ValueError):
        return b""
    whole = parts[0] if len(parts) == 1 else _joined(parts)
    if rotation in TURNS:
        whole = whole.transpose(TURNS[rotation])
    return pictures.written(_least(whole, strips[0]), as_jpeg=_is_jpeg(strips[0]))


def _as_it_was(strips, rotation):
    """The bytes of a JPEG as the scanner made it; b"" if it is none, or not shown as it is."""
    if len(strips) != 1 or rotation or strips[0].get_filters() != ["DCTDecode"]:
        return b""
    plain = bare.jpeg(bytes(strips[0].get_data()))
    if plain.colours not in (1, 3) or not plain.whole or plain.turn != 1:
        return b""
    return plain.picture


def _is_jpeg(one):
    return "DCTDecode" in one.get_filters()


def _least(picture, one):
    """Black and white kept as such: a page is then a tenth of the bytes, and known for what it is."""
    if one.get_metadata().bits_per_pixel == 1:
        return picture.convert("L").point(lambda value: 255 * (value > 127)).convert("1")
    return picture


def _joined(parts):
    high = sum(one.height for one in parts)
    pictures.check(parts[0].width, high)
    mode = parts[0].mode if len({one.mode for one in parts}) == 1 else "RGB"
    whole, at = Image.new(mode, (parts[0].width, high)), 0
    for one in parts:
        whole.paste(one.convert(mode), (0, at))
        at += one.height
    return whole


def _drawn(page):
    width, height = (side * DRAWN_AT / POINTS_AN_INCH for side in page.get_size())
    if width * height > limits.PIXELS:
        raise Refused(limits.TOO_MANY_DOTS)
    picture = page.render(scale=DRAWN_AT / POINTS_AN_INCH, grayscale=True).to_pil()
    out = io.BytesIO()
    picture.convert("L").save(out, "JPEG", quality=90)
    return out.getvalue()
