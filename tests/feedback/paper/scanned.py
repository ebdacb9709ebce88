"""Files as scanners make them and as attackers do, small and made here; and readers that read nothing."""

import io
import json
import os
import struct
import time
import zipfile
import zlib

import pikepdf
from PIL import Image, ImageDraw

from feedback.paper.payload import Payload
from feedback.paper.reading.result import FieldRead, PageRead

WIDTH, HEIGHT = 413, 584  # A4 at 50 dots an inch


def a_picture(text="", mode="L", size=(WIDTH, HEIGHT)):
    """A white page with a black square in its upper left corner, and `text` somewhere."""
    picture = Image.new(mode, size, "white")
    brush = ImageDraw.Draw(picture)
    brush.rectangle((20, 20, 80, 80), fill=0)
    brush.text((100, 200), text, fill=0)
    return picture


def written(picture, kind, **given):
    out = io.BytesIO()
    picture.save(out, kind, **given)
    return out.getvalue()


def jpeg(text="", **given):
    return written(a_picture(text, given.pop("mode", "L")), "JPEG", quality=80, **given)


def png(text=""):
    return written(a_picture(text), "PNG")


def tiff(*texts, mode="1"):
    """A TIFF of one page a text: G4 for black and white, as copiers send it."""
    first, *rest = [a_picture(text, mode) for text in texts]
    more = {"compression": "group4"} if mode == "1" else {}
    return written(first, "TIFF", save_all=True, append_images=rest, **more)


def pdf(*texts, mode="L"):
    """A PDF of one scanned page a text."""
    first, *rest = [a_picture(text, mode) for text in texts]
    never = time.gmtime(0)  # the same pages are the same bytes whenever they are made
    return written(
        first, "PDF", save_all=True, append_images=rest, resolution=50, creationDate=never, modDate=never
    )


def changed(content, change):
    """A PDF after `change(pdf)`."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as one:
        options = change(one) or {}
        one.save(out, **options)
    return out.getvalue()


def many_pages(count):
    """A PDF of so many pages that are all the same one."""
    with pikepdf.new() as one:
        one.add_blank_page()
        page = one.pages[0].obj
        one.Root.Pages.Kids = pikepdf.Array([page] * count)
        one.Root.Pages.Count = count
        out = io.BytesIO()
        one.save(out)
    return out.getvalue()


def strips(count=4):
    """A PDF whose page is a scan cut into strips, as some copiers send it."""
    page, high = a_picture("strips"), HEIGHT // count
    with pikepdf.new() as one:
        one.add_blank_page(page_size=(WIDTH, high * count))
        said, pictures = [], pikepdf.Dictionary()
        for number in range(count):
            part = page.crop((0, number * high, WIDTH, (number + 1) * high))
            pictures[f"/S{number}"] = pikepdf.Stream(
                one, part.tobytes(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=WIDTH, Height=high,
                ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8,
            )  # fmt: skip
            said.append(f"q {WIDTH} 0 0 {high} 0 {(count - 1 - number) * high} cm /S{number} Do Q")
        one.pages[0].Resources = pikepdf.Dictionary(XObject=pictures)
        one.pages[0].Contents = pikepdf.Stream(one, "\n".join(said).encode())
        out = io.BytesIO()
        one.save(out)
    return out.getvalue()


def png_bomb(side=60_000):
    """A few bytes that say they are a picture of 3,600 million dots."""

    def chunk(kind, content):
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def zipped(name="a.txt"):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as one:
        one.writestr(name, "hello")
    return out.getvalue()


def opened(content):
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return picture


def dark(content, box):
    """How much of a part of a picture is dark, 0 to 1."""
    part = opened(content).convert("L").crop(box)
    return sum(value < 128 for value in part.tobytes()) / (part.width * part.height)


def a_code(serial, *, organisation="RX1", service=0, page=1, form="card"):
    return Payload(form, 1, "standard", "en", page, organisation, service, serial).text()


def a_reading(outcome="read", code="", straight=b"", ink=b"", **fields):
    """A page as read: `fields` are trusted values by name."""
    kinds = {"what_good": "text", "could_improve": "text", "what_happened": "text", "name": "text"}
    rows = tuple(
        FieldRead(name, kinds.get(name, "choice"), value, 0.95, True) for name, value in fields.items()
    )
    return PageRead(outcome, "", code, False, rows, straight, ink, 0.01)


def by_size(picture):
    """A reader for tests in another process: everything is a card with an answer, its serial from the bytes."""
    serial = zlib.crc32(picture) % 90_000_000
    return a_reading("read", a_code(serial), picture[:200], b"", fft_answer="1")


def by_size_and_noted(picture):
    """The same, with a note of every page begun in the file that the environment names; a little slow."""
    with open(os.environ["NOTES"], "a") as notes:
        notes.write(json.dumps(zlib.crc32(picture)) + "\n")
    time.sleep(0.05)
    return by_size(picture)


def dies(picture):
    """Kills its process over pages with a black upper left corner, and reads the others."""
    if dark(picture, (0, 0, 10, 10)) > 0.5:
        os._exit(9)
    return by_size(picture)


def hangs(picture):
    if dark(picture, (0, 0, 10, 10)) > 0.5:
        time.sleep(60)
    return by_size(picture)


def has_no_weights(picture):
    raise RuntimeError("the weights are not there")


def bytes_of(kept):
    """What a FileField keeps, closed again."""
    with kept.open("rb") as file:
        return file.read()
