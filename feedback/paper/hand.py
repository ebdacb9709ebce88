"""One reading process: `python -m feedback.paper.hand MODULE:FUNCTION`. Pictures come in, readings go out.

No Django here, and no database: see `hands` for the other end. It ends when nobody sends any more.
"""

import contextlib
import dataclasses
import importlib
import os
import resource
import sys

from feedback.paper import wire

MEMORY = 1_600 * 1024 * 1024  # bytes of data: a reader needs under 0.9 GB, and some room
# What no picture can cause: the model file is not there, a library is missing, the disk is full.
WORLD = (ImportError, FileNotFoundError, PermissionError, OSError)


def main(name: str) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    with contextlib.suppress(OSError):
        os.nice(5)  # people at the website come first
    pictures, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints goes to the log, not among the answers

    def say(plain, *blobs):
        answers.write(wire.packed(plain, *blobs))
        answers.flush()

    try:
        module, _, function = name.partition(":")
        read_page = getattr(importlib.import_module(module), function)
    except WORLD as problem:
        say({"cannot": type(problem).__name__})
        return
    say({"ready": True})
    has_read = False
    with contextlib.suppress(BrokenPipeError, KeyboardInterrupt):
        while message := wire.read(pictures):
            said = answer(read_page, message[1][0], has_read)
            has_read = has_read or len(said) > 1
            say(*said)


def answer(read_page, picture: bytes, has_read: bool) -> tuple:
    """What to say of one picture: the reading, or the kind of failure. Never its text: it may quote the page.

    A reader raises RuntimeError where its weights are missing, and networks raise it over a single
    page: who has read a page before (`has_read`) has its weights.
    """
    try:
        return as_plain(read_page(picture))
    except WORLD as problem:
        return ({"cannot": type(problem).__name__},)
    except RuntimeError as problem:
        return ({"failed" if has_read else "cannot": type(problem).__name__},)
    except Exception as problem:
        return ({"failed": type(problem).__name__},)


def as_plain(reading) -> tuple[dict, bytes, bytes]:
    """A PageRead as it travels."""
    plain = dataclasses.asdict(reading)
    return plain, plain.pop("straight"), plain.pop("ink")


if __name__ == "__main__":
    main(sys.argv[1])
