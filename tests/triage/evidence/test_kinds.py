"""What a file is, by its content; what is refused, and in which words."""

import io

import pytest

from feedback.paper.files import Refused
from tests.feedback.paper import scanned
from tests.triage.evidence import files
from triage.evidence import kinds
from triage.evidence.kinds import told


@pytest.mark.parametrize(
    "content,ending",
    [
        (scanned.pdf("a letter"), "pdf"),
        (scanned.jpeg(), "jpg"),
        (scanned.png(), "png"),
        (scanned.tiff("one"), "tif"),
        (files.an_email(), "eml"),
        (b"From someone@example Thu Apr  2\n" + files.an_email(), "eml"),
        (files.a_text(), "txt"),
        (files.a_text("Date: 2 April, and nothing else that an e-mail has."), "txt"),
        ("Zażalenie na oddział".encode(), "txt"),
        (files.a_docx(), "docx"),
        (files.an_odt(), "odt"),
    ],
)
def test_a_file_is_told_by_what_is_in_it(content, ending):
    assert told(io.BytesIO(content)).ending == ending
    assert kinds.ending_of(told(io.BytesIO(content)).media) == ending


@pytest.mark.parametrize(
    "content,why",
    [
        (b"", "empty"),
        (b"MZ\x90\x00 a program", "program"),
        (b"#!/bin/sh\necho hello", "program"),
        (b"\x7fELF\x02\x01", "program"),
        (b"<html><script>alert(1)</script></html>", "web page"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><svg onload="x"/>', "web page"),
        (files.a_zip(), "ZIP"),
        (b"PK\x03\x04 broken", "damaged"),
        (files.a_docx(**{"word/vbaProject.bin": b"macro"}), "macro"),
        (files.a_docx(**{"word/embeddings/oleObject1.bin": b"x"}), "macro"),
        (files.an_odt(**{"Basic/Standard/Module1.xml": b"x"}), "macro"),
        (files.a_docx(**{"word/_rels/settings.xml.rels": b'<R Type="attachedTemplate"/>'}), "template"),
        (scanned.pdf("a letter")[:200] + b"\x00<script>", "two kinds of file"),
        (b"{\\rtf1 hello}", "cannot take"),
        (b"\x00\x01\x02\x03", "cannot take"),
    ],
)
def test_what_could_do_harm_is_refused_in_plain_words(content, why):
    with pytest.raises(Refused, match=why):
        told(io.BytesIO(content))
