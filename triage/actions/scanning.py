"""What the virus scanner says of files: the sweep that asks it, and what follows where it does not pass one."""

from django.conf import settings
from django.utils import timezone

from triage.actions.attaching import pieces
from triage.actions.changing import changing
from triage.evidence import clamd
from triage.models import Evidence

BATCH = 20  # files


def scan_batch(after: int = 0) -> int:
    """Have the scanner look at the oldest files it has not seen, past row `after`. Returns the last row, 0 if none.

    Does nothing where no scanner is configured. Raises `clamd.Unreachable`: the files wait, and stay closed.
    """
    if not settings.CLAMAV_HOST:
        return 0
    last = 0
    for evidence in Evidence.objects.unscanned().filter(pk__gt=after).select_related("case")[:BATCH]:
        last = evidence.pk
        with evidence.file.open("rb") as file:
            clean = clamd.is_clean(pieces(file))
        if clean:
            _seen(evidence, clean=True)
        else:
            _keep_apart(evidence)
    return last


def _keep_apart(evidence):
    """Nobody can open it, and a person looks at the case."""
    with changing(evidence.case, "keep_apart", by=None, note=evidence.title, evidence=evidence.pk) as locked:
        if _seen(evidence, clean=False):
            locked.needs_person = locked.needs_person or locked.is_open


def _seen(evidence, *, clean):
    return Evidence.objects.filter(pk=evidence.pk, scanned_at=None).update(
        scanned_at=timezone.now(), clean=clean
    )
