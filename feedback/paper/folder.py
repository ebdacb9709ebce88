"""The watched folder: scanners put files there, a folder for each organisation by its ODS code.

A file that has been quiet for a while is taken in and moved to `taken/` beside it, or to `refused/`
with a file that says why: at once, or when it was opened, a while after it was taken. What is moved was stored before: a crash between the two tells the same file
again, and its bytes are known.
"""

import logging
import time
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from feedback.models import ScanBatch, ScanFile
from feedback.paper.batches.actions import add_file, fingerprint, open_batch
from organisations.models import Organisation

log = logging.getLogger(__name__)
QUIET = 10  # seconds without a change: the scanner has done with the file
TAKEN, REFUSED = "taken", "refused"
# Files that come within so long of one another are one batch.
TOGETHER = timedelta(minutes=30)
# So long a file that was taken may still be refused, when it is opened at last.
OPENED_WITHIN = timedelta(days=2)
UNKNOWN = "There is no open organisation with the code {code}. Name the folder after the ODS code of yours."
MOST_NAMES = 1000  # names tried for a file before something is wrong


def collect(root: str | Path | None = None, now: float | None = None) -> int:
    """Take in every file that is ready. Returns how many were taken; 0 if no folder is watched.

    `root` is SCANS_DIR where not given; `now` is in seconds, as file systems count.
    """
    root = root or getattr(settings, "SCANS_DIR", None)
    if not root or not Path(root).is_dir():
        return 0
    now = time.time() if now is None else now
    return sum(
        _collect_for(folder, now)
        for folder in sorted(Path(root).iterdir())
        if folder.is_dir() and not folder.is_symlink() and not folder.name.startswith(".")
    )


def _collect_for(folder, now):
    files = [path for path in sorted(folder.iterdir()) if _is_ready(path, now)]
    taken = folder / TAKEN
    if not files and not taken.is_dir():
        return 0
    organisation = (
        Organisation.objects.open_on(timezone.localdate())
        .filter(ods_code=folder.name.strip().upper())
        .first()
    )
    if organisation and taken.is_dir():
        _refuse_opened(taken, organisation)
    if not files:
        return 0
    if organisation is None:
        for path in files:
            _refuse(path, UNKNOWN.format(code=folder.name))
        return 0
    batch, taken = _batch_of(organisation), 0
    for path in files:
        taken += _take(path, batch)
    return taken


def _is_ready(path, now):
    """A plain file, not hidden, that nothing has been written to for a while."""
    if path.name.startswith(".") or path.is_symlink() or not path.is_file():
        return False
    return now - path.stat().st_mtime >= QUIET


def _batch_of(organisation):
    """The batch that is being filled from this folder, or a new one."""
    recent = ScanBatch.objects.filter(
        organisation=organisation,
        source=ScanBatch.Source.FOLDER,
        received_on=timezone.localdate(),
        sent_at__gt=timezone.now() - TOGETHER,
    )
    return recent.order_by("-id").first() or open_batch(
        organisation=organisation, source=ScanBatch.Source.FOLDER
    )


def _take(path, batch):
    try:
        with path.open("rb") as content:
            added = add_file(batch=batch, name=path.name, content=content)
    except PermissionError:
        # A file that may not be read is its owner's to mend; the others go on.
        log.warning("A file in the watched folder of %s may not be read.", batch.organisation.ods_code)
        return 0
    if added.file.refused and not added.again:
        _refuse(path, added.file.refused)
        return 0
    _move(path, path.parent / TAKEN)
    return 1


def _refuse_opened(taken, organisation):
    """Files that were taken and then refused, when they were opened: locked, damaged, or with a program inside."""
    refused = ScanFile.objects.filter(
        batch__organisation=organisation,
        batch__source=ScanBatch.Source.FOLDER,
        split_at__gt=timezone.now() - OPENED_WITHIN,
    ).exclude(refused="")
    why = {(file.size, file.sha256): file.refused for file in refused}
    sizes = {size for size, _ in why}
    for path in sorted(taken.iterdir()) if why else ():
        if path.is_symlink() or not path.is_file() or path.stat().st_size not in sizes:
            continue
        with path.open("rb") as content:
            sha256, size = fingerprint(content)
        if (size, sha256) in why:
            _refuse(path, why[size, sha256])


def _refuse(path, why):
    folder = path.parent.parent if path.parent.name == TAKEN else path.parent
    moved = _move(path, folder / REFUSED)
    moved.with_name(f"{moved.name}.why.txt").write_text(f"{why}\n", encoding="utf-8")


def _move(path, target):
    """Move a file into a folder; nothing there is ever overwritten."""
    target.mkdir(exist_ok=True)
    for number in range(MOST_NAMES):
        free = target / (path.name if not number else f"{path.stem}-{number}{path.suffix}")
        if not free.exists():
            return path.rename(free)
    raise FileExistsError(f"{target.name} holds too many files of one name.")
