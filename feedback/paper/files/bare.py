"""JPEG and PNG files without what they say beside the picture: where, when and with what it was taken.

The picture itself is not touched: no point is decoded. What follows the picture's end is cut off.
"""

import re
import struct
from typing import NamedTuple

from feedback.paper.files import Refused

DAMAGED = "The picture is damaged and could not be opened. Scan it again."

# Of a JPEG: what a decoder needs. APP0 is JFIF, APP14 says how colours are kept; EXIF (APP1) and all else go.
WANTED = {0xE0, 0xEE, 0xDB, 0xC4, 0xDD, 0xDA, *range(0xC0, 0xC4), *range(0xC5, 0xCC), 0xCD, 0xCE, 0xCF}
FRAMES = {*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)}
END_OF_DATA = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
CHUNKS = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA"}


class Jpeg(NamedTuple):
    """`colours` is 1, 3 or 4; `turn` the EXIF orientation, 1 to 8; `whole` is False where the file breaks off."""

    picture: bytes
    width: int
    height: int
    colours: int
    turn: int
    whole: bool


def jpeg(content: bytes) -> Jpeg:
    """A JPEG without metadata. Raises Refused if its structure makes no sense."""
    out, at, size, turn, whole = [content[:2]], 2, None, 1, False
    while at + 4 <= len(content) and not whole:
        if content[at] != 0xFF:
            raise Refused(DAMAGED)
        kind = content[at + 1]
        if kind == 0xFF:  # a fill byte
            at += 1
            continue
        if kind == 0xD9:
            break
        ends = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if kind == 0xE1 and content[at + 4 : at + 10] == b"Exif\0\0":
            turn = orientation(content[at + 10 : ends])
        if kind in FRAMES and not size:
            size = struct.unpack(">HHB", content[at + 5 : at + 10])
        if kind == 0xDA:
            found = END_OF_DATA.search(content, ends)
            ends = found.start() if found else len(content)
        if kind in WANTED:
            out.append(content[at:ends])
        at = ends
        whole = content[at : at + 2] == b"\xff\xd9"
    if not size:
        raise Refused(DAMAGED)
    return Jpeg(b"".join((*out, b"\xff\xd9")), size[1], size[0], size[2], turn, whole)


def orientation(tiff: bytes) -> int:
    """The orientation in a block of EXIF, 1 (upright) where it says none."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, first)
        for entry in range(min(count, 200)):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * entry)
            if tag == 0x0112:
                return value if 1 <= value <= 8 else 1
    except struct.error:
        pass
    return 1


def png(content: bytes) -> tuple[bytes, int, int, bool]:
    """A PNG without metadata, its width, its height, and whether it is whole. Raises Refused."""
    if content[12:16] != b"IHDR":
        raise Refused(DAMAGED)
    width, height = struct.unpack_from(">II", content, 16)
    out, at, whole = [content[:8]], 8, False
    while at + 12 <= len(content) and not whole:
        kind, ends = content[at + 4 : at + 8], at + 12 + int.from_bytes(content[at : at + 4], "big")
        if ends > len(content):
            break
        if kind in CHUNKS:
            out.append(content[at:ends])
        at, whole = ends, kind == b"IEND"
    return b"".join(out), width, height, whole
