"""Files come in: a batch is opened, a file is kept and known by its bytes, and split into pages. The only writer of these."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import uuid4

from django.core.files import File
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from feedback.models import Outcome, Scan, ScanBatch, ScanFile
from feedback.nudge import nudge
from feedback.paper.files import Refused
from feedback.paper.files.apart import take_apart
from feedback.paper.files.kinds import ENDING, kind_of
from organisations.models import Organisation, Service

CHUNK = 1024 * 1024
CLAIM = timedelta(minutes=10)  # who has not been heard of for so long is dead
# So long the command that sent a batch is let alone with it; then whoever is free goes on.
LEFT_TO_COMMAND = timedelta(hours=1)
SENT_BEFORE = "The same file was sent before."


@dataclass(frozen=True)
class Added:
    """What became of a file. `again` is true where the batch has these bytes already: `file` is the first one."""

    file: ScanFile
    again: bool = False


@transaction.atomic
def open_batch(
    *, organisation: Organisation, service: Service | None = None, source: str, scanner: str = "",
    fft_mode: str = "Paper discharge", received_on: date | None = None, by=None,
) -> ScanBatch:  # fmt: skip
    """A batch to add files to. `received_on` is the day the forms reached the organisation: today if not said."""
    return ScanBatch.objects.create(
        organisation=organisation,
        service=service,
        source=source,
        scanner=scanner.strip()[:60],
        fft_mode=fft_mode,
        received_on=received_on or timezone.localdate(),
        sent_by=by,
    )


def add_file(*, batch: ScanBatch, name: str, content, by=None) -> Added:
    """Keep one file of a batch, under a name of our own. `content` is an open file of bytes that can be read again.

    Known by its original bytes: the same in this batch is told (`again`), the same sent before in the
    organisation is not read again (`same_as`). One that cannot be taken is kept as a row with its reason.
    `by` is the person who sent it: for a batch of somebody else it is refused by the page, not here.
    """
    sha256, size = fingerprint(content)
    if first := batch.files.filter(sha256=sha256).first():
        return Added(first, again=True)
    file = ScanFile(batch=batch, name=name[-200:], sha256=sha256, size=size)
    file.same_as = _sent_before(batch, sha256)
    if not file.same_as:
        _keep(file, content)
    try:
        with transaction.atomic():
            file.save()
            nudge("split_waiting")
    except IntegrityError:
        # The same bytes came in the same moment.
        file.original.delete(save=False)
        return Added(batch.files.get(sha256=sha256), again=True)
    return Added(file)


def split(file: ScanFile) -> int:
    """Take out every page of a file that waits. Returns how many pages it has; 0 if it was refused."""
    for _ in split_slowly(file):
        pass
    return file.pages


def split_slowly(file: ScanFile) -> Iterator[Scan]:
    """`split`, a page at a time: who reads pages meanwhile need not wait for the last.

    Goes on after the last page that is kept, if it was stopped before. A page whose picture cannot
    be taken out is kept as unreadable, with the reason.
    """
    if file.split_at:
        return
    if file.same_as_id:
        yield from _seen_before(file)
        return
    if not file.original.storage.exists(file.original.name):
        # A disk that is not there is no fault of the file's: it waits for the next sweep.
        raise FileNotFoundError(f"The original of file {file.pk} is not where it was kept.")
    after = file.scans.order_by("-number").values_list("number", flat=True).first() or 0
    try:
        # The count is known again even if the last page was kept before: ask from the page before it.
        for page in take_apart(file.original.path, max(after - 1, 0)):
            if page.number > after:
                yield _keep_page(file, page)
            file.pages = page.of
    except Refused as problem:
        file.refused = str(problem)[:200]
        file.pages = 0
    _is_split(file)


def claim_file() -> ScanFile | None:
    """The oldest file that waits to be split and is in nobody's hands, now in ours. None if there is none."""
    long_ago = timezone.now() - CLAIM
    free = Q(claimed_at=None) | Q(claimed_at__lt=long_ago)
    # What the command line sent it splits itself, page by page as it reads.
    by_command = Q(
        batch__source=ScanBatch.Source.COMMAND, batch__sent_at__gt=timezone.now() - LEFT_TO_COMMAND
    )
    ready = Q(same_as=None) | Q(same_as__split_at__isnull=False)
    for pk in (
        ScanFile.objects.unsplit().filter(free, ready).exclude(by_command).values_list("pk", flat=True)[:20]
    ):
        if ScanFile.objects.filter(free, pk=pk, split_at=None).update(claimed_at=timezone.now()):
            return ScanFile.objects.select_related("batch", "same_as").get(pk=pk)
    return None


def fingerprint(content) -> tuple[str, int]:
    """SHA-256 of an open file of bytes, and how many they are."""
    content.seek(0)
    digest, size = hashlib.sha256(), 0
    while some := content.read(CHUNK):
        digest.update(some)
        size += len(some)
    return digest.hexdigest(), size


def _sent_before(batch, sha256):
    """The first file of these bytes that was taken in the organisation. A refused one is looked at again."""
    return (
        ScanFile.objects.filter(
            sha256=sha256, batch__organisation=batch.organisation_id, same_as=None, refused=""
        )
        .order_by("id")
        .first()
    )


def _keep(file, content):
    """Store the bytes, or say in plain words why not."""
    try:
        ending = ENDING[kind_of(content)]
    except Refused as problem:
        file.refused, file.split_at = str(problem), timezone.now()
        return
    content.seek(0)
    file.original.save(f"{uuid4().hex}.{ending}", File(content), save=False)


def _keep_page(file, page):
    scan = Scan(file=file, number=page.number)
    if page.picture:
        ending = "png" if page.picture.startswith(b"\x89PNG") else "jpg"
        scan.picture.save(f"{uuid4().hex}.{ending}", ContentFile(page.picture), save=False)
    if page.why:
        scan.outcome, scan.why, scan.read_at = Outcome.UNREADABLE, page.why, timezone.now()
    try:
        with transaction.atomic():
            scan.save()
            if page.number == 1 or page.number % 50 == 0:
                # Still alive; and how far there is to go, for those who watch.
                ScanFile.objects.filter(pk=file.pk).update(claimed_at=timezone.now(), pages=page.of)
                nudge("read_pages_waiting")
    except IntegrityError:
        scan.picture.delete(save=False)
        return Scan.objects.get(file=file, number=page.number)
    return scan


def _seen_before(file):
    """The pages of a file that was sent before: listed, and not read. Waits until the first one is split."""
    first = ScanFile.objects.get(pk=file.same_as_id)
    if not first.split_at:
        ScanFile.objects.filter(pk=file.pk).update(claimed_at=None)
        return
    file.refused = first.refused
    now = timezone.now()
    for twin in first.scans.order_by("number"):
        scan, _ = Scan.objects.get_or_create(
            file=file,
            number=twin.number,
            defaults={"outcome": Outcome.SEEN_BEFORE, "why": SENT_BEFORE, "twin": twin, "read_at": now},
        )
        yield scan
    file.pages = first.pages
    _is_split(file)


@transaction.atomic
def _is_split(file):
    file.split_at, file.claimed_at = timezone.now(), None
    file.save(update_fields=["pages", "refused", "split_at", "claimed_at"])
    nudge("read_pages_waiting")
