"""The virus scanner's own protocol (clamd, INSTREAM): the file goes over a socket, its answer comes back.

Source: the manual page of clamd, "INSTREAM". The scanner reads at most its StreamMaxLength (25 MB unless set).
"""

import contextlib
import socket
import struct
from collections.abc import Iterable

from django.conf import settings

SECONDS = 30  # without a byte from the scanner
LONGEST_ANSWER = 4096  # bytes
TOO_LARGE = "size limit exceeded"


class Unreachable(Exception):
    """No answer of the scanner can be had now. The text never quotes the file."""


def is_clean(chunks: Iterable[bytes]) -> bool:
    """True if the scanner finds nothing in a file given in pieces; False if it finds something or cannot take it all.

    Raises Unreachable where the scanner is down, slow, or in trouble of its own.
    """
    answer = _ask(chunks)
    if answer.endswith(" FOUND") or TOO_LARGE in answer:
        return False
    if answer == "stream: OK":
        return True
    raise Unreachable("The virus scanner gave no answer that we know.")


def _ask(chunks):
    try:
        with socket.create_connection((settings.CLAMAV_HOST, settings.CLAMAV_PORT), SECONDS) as line:
            # It may hang up in the middle of a file that is too large: then its answer is there already.
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                line.sendall(b"zINSTREAM\0")
                for chunk in chunks:
                    if chunk:
                        line.sendall(struct.pack(">I", len(chunk)) + chunk)
                line.sendall(struct.pack(">I", 0))
            return _answer(line)
    except OSError:
        raise Unreachable("The virus scanner could not be reached.") from None


def _answer(line):
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < LONGEST_ANSWER:
        more = line.recv(LONGEST_ANSWER)
        if not more:
            break
        answer += more
    return answer.rstrip(b"\0\n").decode("utf-8", "replace")
