"""An e-mail as plain words."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.paper.files import Refused
from tests.triage.evidence import files
from triage.evidence import emails


def test_subject_sender_date_and_words_are_read():
    message = emails.read(files.an_email("My mother waited.\nNobody came."))
    assert (message.subject, message.sender) == ("Rowan Ward", "Ada Field <ada@patientview.example>")
    assert message.on.startswith("Thu, 02 Apr 2026")
    assert message.text == "My mother waited.\nNobody came."


def test_html_becomes_plain_words_and_its_scripts_are_dropped():
    message = emails.read(files.an_email("<p>Hello<script>steal()</script></p><p>there</p>", html=True))
    assert message.text.split() == ["Hello", "there"]


def test_attached_files_come_out_as_they_were():
    message = emails.read(files.an_email(attached=[("scan.pdf", "application/pdf", b"%PDF-1.7 x")]))
    assert message.attached == (emails.Attached("scan.pdf", b"%PDF-1.7 x"),)


def test_an_unknown_way_of_writing_letters_loses_no_words():
    raw = b'From: a@x.example\nTo: b@x.example\nContent-Type: text/plain; charset="no-such"\n\nStill readable'
    assert emails.read(raw).text == "Still readable"


def test_too_many_attached_files_are_refused():
    many = [(f"{n}.txt", "application/octet-stream", b"x") for n in range(emails.MOST_ATTACHED + 1)]
    with pytest.raises(Refused, match="more than 50"):
        emails.read(files.an_email(attached=many))


def test_a_thousand_parts_within_parts_are_refused_and_nothing_falls_over():
    deep = b"From: a@x.example\nTo: b@x.example\n" + b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(3000)
    )
    with pytest.raises(Refused):
        emails.read(deep)


@given(st.binary(max_size=400))
def test_whatever_comes_is_read_or_refused(content):
    with contextlib.suppress(Refused):
        assert isinstance(emails.read(content).text, str)
