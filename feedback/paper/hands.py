"""Reading processes, seen from outside: each reads a page at a time, and is replaced when a page stops it.

Plain subprocesses with pipes, because Celery's own processes may not have children of multiprocessing's kind.
"""

import contextlib
import logging
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Hashable
from pathlib import Path

from feedback.paper import wire
from feedback.paper.reading.result import FieldRead, PageRead

log = logging.getLogger(__name__)
ROOT = Path(__file__).resolve().parents[2]
READER = "feedback.paper.reading.page:read_page"
SECONDS_A_PAGE = 60
SECONDS_TO_START = 180  # models are loaded then, on machines that do much else


class CannotRead(Exception):
    """No page can be read here at all: a model or a library is missing. Nothing is the page's fault."""


class Hands:
    """`count` processes that read. Use as a context: they are stopped at its end."""

    def __init__(self, count: int, reader: str = READER, patience: float = SECONDS_A_PAGE):
        self.reader, self.patience = reader, patience
        self._selector = selectors.DefaultSelector()
        self._all = [self._hire() for _ in range(count)]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for one in self._all:
            one.stop(self._selector)
        self._selector.close()

    @property
    def free(self) -> int:
        """How many stand ready for a page."""
        return sum(one.is_ready and one.job is None for one in self._all)

    @property
    def jobs(self) -> list[Hashable]:
        """What is being read now."""
        return [one.job for one in self._all if one.job is not None]

    def give(self, job: Hashable, picture: bytes) -> None:
        """Hand a page to one that is free. `job` is what `answers` calls it by."""
        hand = next(one for one in self._all if one.is_ready and one.job is None)
        hand.begin(job, picture, self.patience)

    def answers(self, wait: float) -> list[tuple[Hashable, PageRead | None]]:
        """What was read since, waiting up to `wait` seconds for the first. None: the page stopped its reader.

        Raises CannotRead if no page can be read here.
        """
        found = []
        for key, _ in self._selector.select(wait):
            hand = key.data
            for message in hand.messages():
                if message is None:
                    found += self._replace(hand)
                elif job := hand.told(*message):
                    found.append(job)
        for hand in list(self._all):
            if hand.is_late():
                found += self._replace(hand)
        return found

    def _hire(self):
        return Hand(self.reader, self._selector)

    def _replace(self, hand):
        """A new hand for one that died or was too slow; what it was at has failed."""
        hand.stop(self._selector)
        if not hand.is_ready:
            raise CannotRead("A reading process did not start.")
        log.warning("A reading process stopped at page %s and was replaced.", hand.job)
        self._all[self._all.index(hand)] = self._hire()
        return [(hand.job, None)] if hand.job is not None else []


class Hand:
    """One process: starting, ready, or at a job until `deadline`."""

    def __init__(self, reader, selector):
        self.is_ready, self.job = False, None
        self.deadline = time.monotonic() + SECONDS_TO_START
        self._inbox = wire.Inbox()
        # One core each: threads that wait for one another read no page sooner.
        alone = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "NUMEXPR")}
        self.process = subprocess.Popen(  # noqa: S603 our own program
            [sys.executable, "-m", "feedback.paper.hand", reader],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT,
            env=os.environ | alone | {"OMP_WAIT_POLICY": "PASSIVE", "MALLOC_ARENA_MAX": "2"},
        )  # fmt: skip
        selector.register(self.process.stdout, selectors.EVENT_READ, self)

    def begin(self, job, picture, patience):
        self.job, self.deadline = job, time.monotonic() + patience
        with contextlib.suppress(BrokenPipeError):  # it has died: the end of its answers says so
            self.process.stdin.write(wire.packed({}, picture))
            self.process.stdin.flush()

    def messages(self):
        """Whole messages that came; None at the end, which is the process's own."""
        some = os.read(self.process.stdout.fileno(), 1 << 20)
        if not some:
            yield None
            return
        self._inbox.add(some)
        try:
            while message := self._inbox.take():
                yield message
        except wire.Broken:
            yield None

    def told(self, plain, blobs):
        """(job, reading) if the message ends a job. A reading that is none is a failure of the page."""
        if "cannot" in plain:
            raise CannotRead(f"The reader cannot run: {plain['cannot']}.")
        if "ready" in plain:
            self.is_ready, self.deadline = True, None
            return None
        job, self.job, self.deadline = self.job, None, None
        if "failed" in plain:
            log.warning("Page %s could not be read: %s.", job, str(plain["failed"])[:60])
            return job, None
        return job, as_reading(plain, blobs)

    def is_late(self):
        return self.deadline is not None and time.monotonic() > self.deadline

    def stop(self, selector):
        selector.unregister(self.process.stdout)
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()


def as_reading(plain: dict, blobs: list[bytes]) -> PageRead | None:
    """What `hand.as_plain` sent. None if it makes no sense."""
    try:
        fields = tuple(FieldRead(**one) for one in plain.pop("fields"))
        straight, ink = blobs
        return PageRead(**plain, fields=fields, straight=straight, ink=ink)
    except (TypeError, ValueError, KeyError):
        return None
