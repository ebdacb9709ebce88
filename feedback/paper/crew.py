"""Pages that wait are claimed, read by processes of their own, and stored: once each, whatever dies meanwhile."""

import os
from collections.abc import Callable, Iterator
from time import monotonic

from django.db import connection, transaction
from django.db.models import F, Q
from django.utils import timezone

from feedback.models import Outcome, Scan, ScanBatch
from feedback.paper import hands
from feedback.paper.batches.actions import CLAIM, LEFT_TO_COMMAND
from feedback.paper.reading.result import PageRead
from feedback.paper.store import keep

TRIES = 3
STOPPED = "It stopped the reader three times."
GLANCE = 0.05  # seconds: how long to wait for an answer before looking for more to do


def read_waiting(
    *, files=None, processes: int | None = None, seconds: float | None = None,
    reader: str | Callable[[bytes], PageRead] | None = None, meanwhile: Iterator | None = None,
) -> Iterator[Scan]:  # fmt: skip
    """Read the pages that wait, in `processes` of their own (default: one a core), and yield each as it is stored.

    `files` narrows it to pages of these (ids). After `seconds` no more pages are begun. `meanwhile`
    is work to go on with step by step until it ends, such as splitting files into more pages.
    `reader` is the name of a function ("module:function"), or in tests a function to call here.
    Raises CannotRead if no page can be read at all: nothing is lost, and the next sweep tries again.
    """
    until = monotonic() + seconds if seconds else None
    meanwhile = iter(meanwhile or ())
    if callable(reader):
        yield from _read_here(files, reader, meanwhile)
        return
    first = None if _any_waiting(files) else next(meanwhile, _OVER)
    if first is _OVER:
        return
    count = processes or os.cpu_count() or 1
    with hands.Hands(count, reader or hands.READER) as crew:
        try:
            yield from _read(crew, files, meanwhile, until)
        finally:
            # Who is stopped in the middle gives back what was not the pages' fault.
            _give_back(crew.jobs)


def claim(count: int, files=None) -> list[Scan]:
    """Up to `count` pages that wait and are in nobody's hands, the oldest first; now they are in ours, one try more."""
    waiting = _waiting(files).select_related("file__batch__organisation")
    with transaction.atomic():
        if connection.features.has_select_for_update_skip_locked:
            waiting = waiting.select_for_update(skip_locked=True, of=("self",))
        scans = list(waiting[:count])
        Scan.objects.filter(pk__in=[one.pk for one in scans]).update(
            claimed_at=timezone.now(), tries=F("tries") + 1
        )
    return scans


def release(files) -> None:
    """Free the pages of these files from the hands of whoever claimed them and is dead."""
    Scan.objects.unread().filter(file__in=files).update(claimed_at=None)


_OVER = object()


def _read(crew, files, meanwhile, until):
    more, over, begun = True, False, {}
    while True:
        while more and crew.free and not (until and monotonic() > until):
            scans = claim(crew.free, files)
            more = bool(scans)
            for scan in scans:
                if scan.tries >= TRIES:
                    yield _give_up(scan)
                else:
                    begun[scan.pk] = scan
                    crew.give(scan.pk, _picture(scan))
        if not over:
            over = next(meanwhile, _OVER) is _OVER
            more = True
        late = until and monotonic() > until
        if not crew.jobs and over and (late or not more):
            return
        for pk, reading in crew.answers(0 if not over else GLANCE if more else 1):
            yield from _stored(begun.pop(pk), reading)
            more = True


def _read_here(files, reader, meanwhile):
    """The same in this process, without its safety: for tests."""
    for _ in meanwhile:
        pass
    while scans := claim(1, files):
        if scans[0].tries >= TRIES:
            yield _give_up(scans[0])
            continue
        try:
            reading = reader(_picture(scans[0]))
        except ValueError:
            reading = None
        yield from _stored(scans[0], reading)


def _stored(scan, reading):
    """The page, if this reading settles it. A page that failed waits for its next try."""
    if reading is None:
        Scan.objects.unread().filter(pk=scan.pk).update(claimed_at=None)
    # Its batch may have been taken away meanwhile, or a twin of ours was quicker.
    elif keep(scan, reading):
        yield scan


def _waiting(files):
    now = timezone.now()
    waiting = Scan.objects.unread().filter(Q(claimed_at=None) | Q(claimed_at__lt=now - CLAIM))
    if files is not None:
        return waiting.filter(file__in=files)
    # The command line reads what it was given itself, and first.
    return waiting.exclude(
        file__batch__source=ScanBatch.Source.COMMAND, file__batch__sent_at__gt=now - LEFT_TO_COMMAND
    )


def _any_waiting(files):
    return _waiting(files).exists()


def _give_back(pks):
    Scan.objects.unread().filter(pk__in=pks, tries__gt=0).update(claimed_at=None, tries=F("tries") - 1)


def _give_up(scan):
    Scan.objects.unread().filter(pk=scan.pk).update(
        outcome=Outcome.UNREADABLE, why=STOPPED, read_at=timezone.now(), claimed_at=None
    )
    scan.refresh_from_db()
    return scan


def _picture(scan):
    with scan.picture.open("rb") as picture:
        return picture.read()
