"""What is this file that somebody handed us? Judged by its bytes: a name proves nothing."""

import codecs
import hashlib
from dataclasses import dataclass
from pathlib import Path

CHUNK = 1024 * 1024  # bytes
NOT_TABLES = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"{\\rtf": "a Word document",
    b"\x1f\x8b": "a compressed file",
    b"SQLite format 3": "a database",
}
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")  # XLSX and ODS; XLS
MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<table", b"<head", b"<meta")
TRY_INSTEAD = "Open it in a spreadsheet program and save it as XLSX or as CSV UTF-8."


class NotATable(Exception):
    """The file cannot be read as a table. The message says why and what to do, in plain words."""


@dataclass(frozen=True)
class Incoming:
    """A file that may hold a table. `encoding` is "" for a workbook; `lines` is about how many rows."""

    path: Path
    encoding: str
    sha256: str
    lines: int = 0
    nuls: int = 0
    notes: tuple[str, ...] = ()

    @property
    def is_workbook(self):
        return not self.encoding


def look_at(path) -> Incoming:
    """Read the file once from end to end, a chunk at a time. Raises NotATable in plain words."""
    path = Path(path)
    if not path.is_file():
        raise NotATable(f"There is no file called {path}.")
    try:
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError as problem:
        raise NotATable(f"{path} cannot be opened: {problem.strerror}.") from None
    _refuse_what_is_no_table(path, head)
    if head.startswith(WORKBOOKS):
        with path.open("rb") as file:
            return Incoming(path, "", hashlib.file_digest(file, "sha256").hexdigest())
    return _text(path, head)


def _refuse_what_is_no_table(path, head):
    if not head.strip(b"\x00\xef\xbb\xbf \t\r\n"):
        raise NotATable(f"{path} is empty.")
    for start, what in NOT_TABLES.items():
        if head.startswith(start):
            raise NotATable(f"{path} is {what}, not a spreadsheet. {TRY_INSTEAD}")
    if head.removeprefix(codecs.BOM_UTF8).lstrip().lower().startswith(MARKUP):
        raise NotATable(f"{path} is a web page, whatever its name says, not a spreadsheet. {TRY_INSTEAD}")


def _text(path, head):
    candidates = _encodings(head)
    digest, lines, nuls = hashlib.sha256(), 0, 0
    decoders = {name: codecs.getincrementaldecoder(name)() for name in candidates}
    with path.open("rb") as file:
        while True:
            chunk = file.read(CHUNK)
            digest.update(chunk)
            lines += chunk.count(b"\n")
            nuls += chunk.count(0)
            for name in list(decoders):
                try:
                    decoders[name].decode(chunk, final=not chunk)
                except UnicodeDecodeError:
                    del decoders[name]
            if not chunk:
                break
    if not decoders:
        raise NotATable(f"The letters of {path} are in no encoding we can read. {TRY_INSTEAD}")
    encoding = next(iter(decoders))
    nuls = 0 if encoding.startswith("utf-16") else nuls
    notes = []
    if encoding == "cp1252":
        notes.append(
            "The file is not UTF-8: it was read as Windows-1252. Look at letters such as é, £ and ’."
        )
    if nuls:
        notes.append(f"{nuls:,} NUL {'byte was' if nuls == 1 else 'bytes were'} left out.")
    return Incoming(path, encoding, digest.hexdigest(), lines, nuls, tuple(notes))


def _encodings(head):
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ["utf-16"]
    if head.count(0) * 3 > len(head):
        # Every second byte of English in UTF-16 is a NUL; so many of them otherwise mean no text at all.
        return ["utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"]
    return ["utf-8-sig", "cp1252"]
