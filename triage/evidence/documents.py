"""Word-processor files, looked at without opening them: only their list of parts is read.

They are handed out and never shown: what could act by itself when somebody opens one is refused.
"""

import zipfile
import zlib
from typing import BinaryIO

from feedback.paper.files import Refused

ZIP = b"PK\x03\x04"
MOST_PARTS = 2_000
MOST_READ = 1024 * 1024  # bytes of one part
DOCX_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ODT = b"application/vnd.oasis.opendocument.text"
TOLD = {
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    "odt": (ODT.decode(), "odt"),
}
# Parts that run, or that bring in another file.
ACTIVE = (
    "vbaproject",
    "vbadata",
    "activex",
    "oleobject",
    "basic/",
    "scripts/",
    "object ",
    ".exe",
    ".js",
    ".dll",
)

NOT_ONE = "It is a ZIP file. Take the files out and add them one by one."
ACTS = "It holds a macro or another file inside. Save it as PDF and add that."
FETCHES = "It brings in a template from elsewhere. Save it as PDF and add that."
BROKEN = "It is damaged and could not be opened. Save it as PDF and add that."
LOCKED = "It is locked with a password. Save it without one and add it again."


def told(file: BinaryIO) -> tuple[str, str]:
    """(media type, ending) of a docx or odt. Raises Refused for any other archive, or one that could act."""
    try:
        with zipfile.ZipFile(file) as archive:
            return _told(archive)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, ValueError, EOFError, KeyError):
        raise Refused(BROKEN) from None


def _told(archive):
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise Refused(NOT_ONE)
    if any(part.flag_bits & 1 for part in parts):
        raise Refused(LOCKED)
    names = {part.filename for part in parts}
    is_docx = "word/document.xml" in names and DOCX_MAIN in _read(archive, "[Content_Types].xml")
    if not is_docx and not ("content.xml" in names and _read(archive, "mimetype").strip() == ODT):
        raise Refused(NOT_ONE)
    if any(word in name.lower() for name in names for word in ACTIVE):
        raise Refused(ACTS)
    if is_docx and b"attachedTemplate" in _read(archive, "word/_rels/settings.xml.rels"):
        raise Refused(FETCHES)
    return TOLD["docx" if is_docx else "odt"]


def _read(archive, name):
    """The first megabyte of one part; b"" where there is none."""
    if name not in archive.namelist():
        return b""
    with archive.open(name) as part:
        return part.read(MOST_READ)
