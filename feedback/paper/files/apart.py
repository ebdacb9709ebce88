"""The pages of a file, taken out by a process that can do no harm and may be stopped at any moment."""

import contextlib
import os
import selectors
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from feedback.paper import wire
from feedback.paper.files import Refused, limits

ROOT = Path(__file__).resolve().parents[3]
STOPPED = "The page stopped the program that opens it. Scan it again."
TOO_SLOW = "The page took too long to open. Scan it again."
GIVEN_UP = "Too many pages of this file could not be opened. Scan them again."
CANNOT_OPEN = "It could not be opened. Scan it again, or save it as PDF anew."


class Page(NamedTuple):
    """One page of a file. `number` from 1, `of` how many there are; `picture` is a JPEG or PNG.

    `why` says in plain words why it cannot be read; there may still be a picture of what there is.
    """

    number: int
    of: int
    picture: bytes
    why: str = ""


class _Stopped(Exception):
    """The child died or said nothing for too long; the text is what to say of the page it was at."""


def take_apart(path: str | Path, after: int = 0, patience: float = limits.SECONDS_A_PAGE) -> Iterator[Page]:
    """Every page after page `after`, in order, as it is taken out. Raises Refused before the first.

    A page that stops the child is unreadable, and the next child goes on after it. `patience` is
    in seconds, from one page to the next.
    """
    of, crashes = 0, 0
    while True:
        try:
            for message, blobs in _ask_child(path, after, patience):
                if "pages" in message:
                    of = int(message["pages"])
                    continue
                after = int(message["number"])
                yield Page(after, of, blobs[0] if blobs else b"", str(message.get("why", ""))[:200])
            return
        except _Stopped as stopped:
            crashes += 1
            if not of:
                raise Refused(CANNOT_OPEN) from None
            after += 1
            if after <= of:
                yield Page(after, of, b"", str(stopped))
            if crashes > limits.MOST_CRASHES:
                yield from (Page(number, of, b"", GIVEN_UP) for number in range(after + 1, of + 1))
                return


def _ask_child(path, after, patience):
    """What one child says of the file: first how many pages, then page by page. Raises Refused, _Stopped."""
    with tempfile.TemporaryDirectory(prefix="apart-") as folder, _child(path, after, folder) as child:
        for message, blobs in _messages(child, patience):
            if "refused" in message:
                raise Refused(str(message["refused"])[:200])
            if "done" in message:
                return
            yield message, blobs


@contextlib.contextmanager
def _child(path, after, folder):
    """The child at work in an empty folder, without our environment; stopped when we have done with it."""
    child = subprocess.Popen(  # noqa: S603 our own program
        [sys.executable, "-P", "-m", "feedback.paper.files.child", str(Path(path).resolve()), str(after)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8", "HOME": folder},
        start_new_session=True,
    )
    try:
        yield child
    finally:
        child.kill()
        child.wait()
        child.stdout.close()


def _messages(child, patience):
    inbox, wait = wire.Inbox(), max(patience, limits.SECONDS_TO_START)
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdout, selectors.EVENT_READ)
        while True:
            if not selector.select(wait):
                raise _Stopped(TOO_SLOW)
            some = os.read(child.stdout.fileno(), 1 << 20)
            if not some:
                raise _Stopped(STOPPED)
            inbox.add(some)
            wait = patience
            try:
                while message := inbox.take():
                    yield message
            except wire.Broken:
                raise _Stopped(STOPPED) from None
