"""The watched folder: scanners put files there, a folder for each organisation by its ODS code.

A file that has been quiet for a while is taken in and moved to `taken/` beside it, or to `refused/`
with a file that says why. What is moved was stored before: a crash between the two tells the same file
again, and its bytes are known.
"""

import logging
import time
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from feedback.models import ScanBatch
from feedback.paper.batches.actions import add_file, open_batch
from organisations.models import Organisation

log = logging.getLogger(__name__)
QUIET = 10  # seconds without a change: the scanner has done with the file
TAKEN, REFUSED = "taken", "refused"
# Files that come within so long of one another are one batch.
TOGETHER = timedelta(minutes=30)
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
    if not files:
        return 0
    organisation = (
        Organisation.objects.open_on(timezone.localdate())
        .filter(ods_code=folder.name.strip().upper())
        .first()
    )
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
    _move(path, TAKEN)
    return 1


def _refuse(path, why):
    moved = _move(path, REFUSED)
    moved.with_name(f"{moved.name}.why.txt").write_text(f"{why}\n", encoding="utf-8")


def _move(path, where):
    """Move a file beside itself, into a folder of that name; nothing there is ever overwritten."""
    target = path.parent / where
    target.mkdir(exist_ok=True)
    for number in range(MOST_NAMES):
        free = target / (path.name if not number else f"{path.stem}-{number}{path.suffix}")
        if not free.exists():
            return path.rename(free)
    raise FileExistsError(f"{where} holds too many files of one name.")
