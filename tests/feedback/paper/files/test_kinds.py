"""What a file is, by its content; and what is two things at once."""

import io

import pytest

from feedback.paper.files import Refused, kinds, limits
from tests.feedback.paper import scanned

PDF, JPEG, PNG = scanned.pdf("one"), scanned.jpeg("one"), scanned.png("one")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF, "PDF"),
        (b"\n" + PDF, "PDF"),
        (JPEG, "JPEG"),
        (PNG, "PNG"),
        (scanned.tiff("one", "two"), "TIFF"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(100), "HEIC"),
        (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic" + bytes(100), "HEIC"),
        # telephones put a film or a second picture behind the first
        (JPEG + b"\x00\x00\x00\x18ftypmp42" + bytes(50_000), "JPEG"),
        (JPEG + JPEG, "JPEG"),
    ],
)
def test_a_kind_is_told_by_content(content, kind):
    assert kinds.kind_of(io.BytesIO(content)) == kind


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", kinds.EMPTY),
        (b"hello", kinds.NOT_TAKEN),
        (b"%PDF", kinds.NOT_TAKEN),
        (scanned.zipped(), "It is a ZIP file or a document"),
        (b"GIF89a" + bytes(50), "It is a GIF picture"),
        (b"MZ\x90\x00", "It is a program"),
        (b"\x00\x00\x00\x18ftypavif\x00\x00\x00\x00avif" + bytes(100), kinds.NOT_TAKEN),
        # two things at once
        (PDF + scanned.zipped(), kinds.TWO_THINGS),
        (JPEG + scanned.zipped(), kinds.TWO_THINGS),
        (PNG + scanned.zipped(), kinds.TWO_THINGS),
        (scanned.zipped("a" * 200) + PDF, "It is a ZIP file"),
        (b"<html><script>alert(1)</script>" + PDF, kinds.TWO_THINGS),
        (b"var a = 1; /*" + PDF, kinds.TWO_THINGS),
        (b"GIF89a" + PDF, "It is a GIF picture"),
        (PDF.replace(b"%PDF-1.4\n", b"%PDF-1.4\n<html><script>alert(1)</script>\n"), kinds.TWO_THINGS),
        (PDF + b"<!DOCTYPE html><script>alert(1)</script>", kinds.TWO_THINGS),
        (b"\xff\xd8\xff\xfe\x00\x20%PDF-1.4 " + JPEG[2:], kinds.TWO_THINGS),
        (JPEG + b"\x7fELF" + bytes(100), kinds.TWO_THINGS),
        (JPEG + b"\n" + PDF, kinds.TWO_THINGS),
    ],
)
def test_what_is_not_taken_says_why(content, why):
    with pytest.raises(Refused, match=why[:25]):
        kinds.kind_of(io.BytesIO(content))


def test_a_file_that_is_too_large_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(limits, "BYTES", 1000)
    with pytest.raises(Refused, match="larger than 200 MB"):
        kinds.kind_of(io.BytesIO(PDF))
