"""A false virus scanner on the loopback, that speaks as clamd does."""

import contextlib
import socket
import struct
import threading

from tests.triage.evidence.files import EICAR


@contextlib.contextmanager
def a_scanner(settings, answer=None):
    """A scanner that finds EICAR, or always gives `answer`; yields what it was sent."""
    seen = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        settings.CLAMAV_HOST, settings.CLAMAV_PORT = listener.getsockname()
        threading.Thread(target=_serve, args=(listener, seen, answer), daemon=True).start()
        yield seen
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)


def _serve(listener, seen, answer):
    with contextlib.suppress(OSError):
        while True:
            line, _ = listener.accept()
            with line, line.makefile("rb") as reader:
                assert reader.read(10) == b"zINSTREAM\0"
                content = b""
                while length := struct.unpack(">I", reader.read(4))[0]:
                    content += reader.read(length)
                seen.append(content)
                found = b"stream: Invented.Test FOUND\0" if EICAR in content else b"stream: OK\0"
                line.sendall(found if answer is None else answer)
