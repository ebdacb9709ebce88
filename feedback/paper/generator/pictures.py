"""Pages as files: PNG and JPEG that say their dots an inch, and PDFs of nothing but pictures, as scanners send."""

import io
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from PIL import Image

POINTS = 72
QUICK = 1  # of PNG's compression: a page should not wait for it


def kept(page: np.ndarray, *, dpi: int, quality: int = 0, bits: str = "") -> tuple[bytes, str]:
    """(bytes, "jpg" or "png"): a JPEG of that quality, or a PNG where it is 0. With `bits`, one bit a dot."""
    picture, file = Image.fromarray(page), io.BytesIO()
    if bits:
        how = Image.Dither.FLOYDSTEINBERG if bits == "dither" else Image.Dither.NONE
        picture.convert("1", dither=how).save(file, "PNG", dpi=(dpi, dpi), compress_level=QUICK)
    elif quality:
        picture.save(file, "JPEG", quality=quality, dpi=(dpi, dpi))
    else:
        picture.save(file, "PNG", dpi=(dpi, dpi), compress_level=QUICK)
    return file.getvalue(), "jpg" if quality and not bits else "png"


def write_pdf(path: Path, pages: Iterable[bytes]) -> int:
    """One PDF, a picture a page: JPEGs as they are, one bit a dot as a fax, the rest packed. Gives how many."""
    import pikepdf

    with pikepdf.new() as document:
        for content in pages:
            _add(pikepdf, document, content)
        count = len(document.pages)
        # The same pages give the same bytes: no date, and a number from the content.
        document.save(path, deterministic_id=True)
    return count


def _add(pikepdf, document, content):
    picture = Image.open(io.BytesIO(content))
    wide, tall = picture.size
    dpi = picture.info.get("dpi", (200, 200))[0]
    size = (wide / dpi * POINTS, tall / dpi * POINTS)
    stream = pikepdf.Stream(document, _squeezed(picture, content))
    shades = {"RGB": "/DeviceRGB"}.get(picture.mode, "/DeviceGray")
    stream.stream_dict = pikepdf.Dictionary(
        Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=wide, Height=tall,
        ColorSpace=pikepdf.Name(shades), BitsPerComponent=1 if picture.mode == "1" else 8,
        **_filter(pikepdf, picture),
    )  # fmt: skip
    page = document.add_blank_page(page_size=size)
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Page=document.make_indirect(stream)))
    page.Contents = document.make_stream(f"{size[0]:.3f} 0 0 {size[1]:.3f} 0 0 cm /Page Do".encode())


def _squeezed(picture, content):
    if picture.format == "JPEG":
        return content
    if picture.mode == "1":
        return _faxed(picture)
    return picture.tobytes()


def _filter(pikepdf, picture):
    if picture.format == "JPEG":
        return {"Filter": pikepdf.Name.DCTDecode}
    if picture.mode == "1":
        sizes = pikepdf.Dictionary(K=-1, Columns=picture.width, Rows=picture.height, BlackIs1=True)
        return {"Filter": pikepdf.Name.CCITTFaxDecode, "DecodeParms": sizes}
    return {}


def _faxed(picture):
    """The picture as CCITT group 4, the one strip of a TIFF. There, 1 is white: to a PDF that is "BlackIs1"."""
    file = io.BytesIO()
    rows, offsets, counts = (
        278,
        273,
        279,
    )  # names of TIFF's tags: rows a strip, where strips lie, how long they are
    picture.save(file, "TIFF", compression="group4", tiffinfo={rows: picture.height})
    tags = Image.open(file).tag_v2
    start, size = tags[offsets][0], tags[counts][0]
    if len(tags[offsets]) != 1:
        raise ValueError("The picture was not kept as one strip.")
    return file.getvalue()[start : start + size]
