"""The virus scanner's protocol, against a false scanner on the loopback."""

import socket

import pytest

from tests.triage.evidence.clam import a_scanner
from tests.triage.evidence.files import EICAR
from triage.evidence import clamd


def test_a_clean_file_reaches_the_scanner_whole(settings):
    with a_scanner(settings) as seen:
        assert clamd.is_clean([b"one ", b"", b"two"])
    assert seen == [b"one two"]


def test_what_it_finds_is_not_clean(settings):
    with a_scanner(settings):
        assert not clamd.is_clean([b"x" * 70_000, EICAR])


def test_a_file_it_cannot_take_whole_is_not_clean(settings):
    with a_scanner(settings, b"INSTREAM size limit exceeded. ERROR\0"):
        assert not clamd.is_clean([b"large"])


@pytest.mark.parametrize("answer", [b"", b"Can't allocate memory ERROR\0", b"something else\0"])
def test_no_answer_or_an_unknown_one_says_nothing_of_the_file(settings, answer):
    with a_scanner(settings, answer), pytest.raises(clamd.Unreachable):
        clamd.is_clean([b"words"])


def test_a_scanner_that_is_down_is_said_to_be(settings):
    with socket.create_server(("127.0.0.1", 0)) as free:
        settings.CLAMAV_HOST, settings.CLAMAV_PORT = free.getsockname()
    with pytest.raises(clamd.Unreachable):
        clamd.is_clean([b"words"])
