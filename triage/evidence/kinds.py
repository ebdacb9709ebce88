"""What a file is, by its content and never by its name. PDF and pictures are told as scans are."""

import re
from typing import BinaryIO, NamedTuple

from feedback.paper.files import Refused
from feedback.paper.files import kinds as scans
from triage.evidence import documents

HEAD = 65_536  # bytes in which an e-mail's headers and a text's nature show
MOST_CHARACTERS = 400_000  # of words: more than these nobody could hear for danger while the sender waits


class Told(NamedTuple):
    """`media` is the type it is handed out with, `ending` that of its name."""

    media: str
    ending: str


PDF = Told("application/pdf", "pdf")
EMAIL = Told("message/rfc822", "eml")
TEXT = Told("text/plain", "txt")
SCANS = {
    scans.Kind.PDF: PDF,
    scans.Kind.TIFF: Told("image/tiff", "tif"),
    scans.Kind.JPEG: Told("image/jpeg", "jpg"),
    scans.Kind.PNG: Told("image/png", "png"),
    scans.Kind.HEIC: Told("image/heic", "heic"),
}
# Held as words, so that they can be heard for danger.
WORDS = (EMAIL, TEXT)
HEADERS = {
    b"from", b"to", b"subject", b"date", b"received", b"message-id", b"mime-version", b"return-path",
    b"delivered-to", b"content-type",
}  # fmt: skip
HEADER = re.compile(rb"^([!-9;-~]+):[ \t]", re.MULTILINE)
NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

EMPTY = "It is empty."
WEB_PAGE = "It is a web page. Print it to PDF and add that."
PROGRAM = "It is a program, not a document."
TOO_LONG = "It holds more than 400,000 characters of words. Send it in parts."
UNKNOWN = (
    "We cannot take this kind of file. Use PDF, JPEG, PNG, HEIC, TIFF, Word (docx), odt, .eml or plain text."
)


def told(file: BinaryIO) -> Told:
    """What an open file of bytes is. Raises Refused, with a reason in plain words."""
    file.seek(0)
    head = file.read(HEAD)
    if not head:
        raise Refused(EMPTY)
    if head.startswith(documents.ZIP):
        return Told(*documents.told(file))
    if head.startswith((b"MZ", b"\x7fELF", b"#!")):
        raise Refused(PROGRAM)
    if NOT_TEXT.search(head) or head.lstrip().startswith(b"%PDF-"):
        return _as_scan(file)
    return _as_words(head)


def ending_of(media: str) -> str:
    """The ending of a name for a type that `told` gave, such as "pdf"."""
    every = (*SCANS.values(), *WORDS, *(Told(*one) for one in documents.TOLD.values()))
    return next((one.ending for one in every if one.media == media), "bin")


def _as_scan(file):
    try:
        return SCANS[scans.kind_of(file)]
    except Refused as why:
        raise Refused(UNKNOWN if str(why) == scans.NOT_TAKEN else str(why)) from None


def _as_words(head):
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((*scans.MARKUP, b"<?xml")):
        raise Refused(WEB_PAGE)
    if start.startswith(b"{\\rtf"):
        raise Refused(UNKNOWN)
    block = re.split(rb"\r?\n\r?\n", head.lstrip(b"\r\n"), maxsplit=1)[0]
    named = {name.lower() for name in HEADER.findall(block)}
    if HEADER.match(re.sub(rb"^>?From [^\n]*\n", b"", block)) and len(named & HEADERS) > 1:
        return EMAIL
    return TEXT
