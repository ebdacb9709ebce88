"""What a file is, by its content and never by its name. A file that is two things at once is refused."""

from enum import StrEnum
from typing import BinaryIO

from feedback.paper.files import Refused, limits

HEAD = 1024  # bytes in which a second nature shows itself: readers of PDF and HTML look so far
TAIL = 66_000  # bytes at the end in which a ZIP must have its directory: 22 and a comment of 65,535


class Kind(StrEnum):
    PDF = "PDF"
    TIFF = "TIFF"
    JPEG = "JPEG"
    PNG = "PNG"
    HEIC = "HEIC"


ENDING = {Kind.PDF: "pdf", Kind.TIFF: "tif", Kind.JPEG: "jpg", Kind.PNG: "png", Kind.HEIC: "heic"}
HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
# What people send by mistake, and what to do instead.
KNOWN = (
    (b"PK\x03\x04", "It is a ZIP file or a document. Send the scans themselves, or save it as PDF."),
    (b"\xd0\xcf\x11\xe0", "It is a document. Save it as PDF and send that."),
    (b"{\\rtf", "It is a document. Save it as PDF and send that."),
    (b"GIF8", "It is a GIF picture. Save it as PNG or JPEG and send that."),
    (b"BM", "It is a BMP picture. Save it as PNG or JPEG and send that."),
    (b"MZ", "It is a program, not a scan."),
    (b"\x7fELF", "It is a program, not a scan."),
    (b"#!", "It is a program, not a scan."),
)
NOT_TAKEN = "It is not a PDF, TIFF, JPEG, PNG or HEIC file. Scan to one of these."
EMPTY = "It is empty. Scan it again."
TWO_THINGS = "It is two kinds of file in one, as no scanner makes. Scan the page again."
MARKUP = (b"<html", b"<script", b"<!doctype html", b"<svg", b"<?php", b"<iframe")
PROGRAMS = (b"%!PS", b"PK\x03\x04", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"MZ\x90\x00", b"\x7fELF")


def kind_of(file: BinaryIO) -> Kind:
    """The kind of an open file of bytes. Raises Refused, with a reason in plain words."""
    size = file.seek(0, 2)
    if not size:
        raise Refused(EMPTY)
    if size > limits.BYTES:
        raise Refused(limits.TOO_LARGE)
    file.seek(0)
    head = file.read(HEAD)
    file.seek(max(size - TAIL, 0))
    tail = file.read(TAIL)
    kind = _kind(head)
    if _second_nature(kind, head, tail):
        raise Refused(TWO_THINGS)
    return kind


def _kind(head: bytes) -> Kind:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n\t \0")
    if start.startswith(b"%PDF-"):
        return Kind.PDF
    if head.startswith((b"II*\0", b"MM\0*")):
        return Kind.TIFF
    if head.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return Kind.PNG
    if head[4:8] == b"ftyp" and _brands(head) & HEIC_BRANDS:
        return Kind.HEIC
    for magic, why in KNOWN:
        if head.startswith(magic):
            raise Refused(why)
    raise Refused(TWO_THINGS if b"%PDF-" in head else NOT_TAKEN)


def _brands(head: bytes) -> set[bytes]:
    length = min(int.from_bytes(head[:4], "big"), 64)
    return {head[8:12], *(head[at : at + 4] for at in range(16, length, 4))}


def _second_nature(kind: Kind, head: bytes, tail: bytes) -> bool:
    """True if the file would also be taken for something else, by a browser or an unpacker."""
    if _is_zip(tail):
        return True
    if any(words in head.lower() for words in MARKUP) or any(magic in head[1:] for magic in PROGRAMS):
        return True
    if kind != Kind.PDF and (b"%PDF-" in head or b"%PDF-" in tail):
        return True
    after = _after_the_end(kind, tail)
    return any(words in after.lower() for words in MARKUP) or any(magic in after for magic in PROGRAMS)


def _after_the_end(kind: Kind, tail: bytes) -> bytes:
    """What follows the file's own end. Telephones put pictures and films there, which are cut off."""
    mark = {Kind.PDF: b"%%EOF", Kind.JPEG: b"\xff\xd9", Kind.PNG: b"IEND\xaeB`\x82"}.get(kind)
    at = tail.rfind(mark) if mark else -1
    return tail[-HEAD:] if at < 0 else tail[at + len(mark) :]


def _is_zip(tail: bytes) -> bool:
    """True if an unpacker would find a directory: its end mark, and entries where that says they are."""
    at = tail.rfind(b"PK\x05\x06")
    while at >= 0:
        length = int.from_bytes(tail[at + 12 : at + 16], "little")
        # A directory longer than what we look at: its mark must at least name one disk, as every one does.
        if length > at and tail[at + 4 : at + 8] == bytes(4):
            return True
        if length <= at and tail[at - length : at - length + 4] == b"PK\x01\x02":
            return True
        at = tail.rfind(b"PK\x05\x06", 0, at)
    return False
