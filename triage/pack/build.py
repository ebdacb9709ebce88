"""The ZIP file of a pack. The same state of a case gives the same bytes: fixed times, fixed order, nothing squeezed."""

import hashlib
import json
import zipfile
from collections.abc import Iterable
from typing import BinaryIO, NamedTuple

from django.template.loader import render_to_string

from triage.models import Case
from triage.moves import NotAllowed
from triage.pack.gather import gather

VERSION = 1
PIECE = 1 << 16  # bytes
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment a ZIP can name
READABLE = 0o644 << 16
PAGES = ("index", "words", "letters", "findings", "chronology", "investigation", "events")
MANIFEST, SEAL = "manifest.json", "manifest.sha256"
CHANGED = (
    "A file of this case is not what it was when it was added: “{}”. No pack was made. "
    "Tell your administrator: a backup may hold it."
)


class Built(NamedTuple):
    sha256: str
    size: int


def build(case: Case, out: BinaryIO) -> Built:
    """Write the pack of `case` into `out`, an empty file open for writing and reading; -> its hash and size.

    Files are copied piece by piece. Raises NotAllowed where one waits for the virus scanner, is missing or changed.
    """
    found = gather(case)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        listed = [_put(archive, path, len(content), [content]) for path, content in _written(found)]
        listed += [_copied(archive, path, one) for path, one in found["evidence"]]
        manifest = _manifest(case, sorted(listed, key=lambda one: one["path"]), found["left_out"])
        _put(archive, MANIFEST, len(manifest), [manifest])
        seal = f"{hashlib.sha256(manifest).hexdigest()}  {MANIFEST}\n".encode()
        _put(archive, SEAL, len(seal), [seal])
    return Built(_hash(out), out.seek(0, 2))


def _written(found) -> Iterable[tuple[str, bytes]]:
    """(path, bytes) of every page and letter."""
    for page in PAGES:
        yield f"{page}.html", render_to_string(f"triage/pack/{page}.html", found).encode()
    for letter in found["letters"]:
        yield letter["path"], letter["reply"].text.encode()
        if letter["pdf"] is not None:
            yield letter["pdf_path"], letter["pdf"]


def _copied(archive, path, evidence):
    try:
        with evidence.file.open("rb") as file:
            listed = _put(archive, path, evidence.size, iter(lambda: file.read(PIECE), b""))
    except FileNotFoundError:
        raise NotAllowed(CHANGED.format(evidence.title)) from None
    if (listed["sha256"], listed["size"]) != (evidence.sha256, evidence.size):
        raise NotAllowed(CHANGED.format(evidence.title))
    return listed


def _put(archive, path, size, pieces) -> dict:
    """One file into the archive; -> {path, size, sha256} of what was really written."""
    info = zipfile.ZipInfo(path, LONG_AGO)
    info.external_attr, info.create_system, info.file_size = READABLE, 3, size
    digest, written = hashlib.sha256(), 0
    with archive.open(info, "w") as file:
        for piece in pieces:
            digest.update(piece)
            written += len(piece)
            file.write(piece)
    return {"path": path, "size": written, "sha256": digest.hexdigest()}


def _manifest(case, listed, left_out) -> bytes:
    said = {
        "pack": "for the Ombudsman",
        "version": VERSION,
        "reference": case.reference,
        "files": listed,
        "left_out": left_out,
    }
    return (json.dumps(said, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()


def _hash(out):
    out.seek(0)
    return hashlib.file_digest(out, "sha256").hexdigest()
