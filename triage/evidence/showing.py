"""How a file stands, in words, and whether anybody may open it."""

from pathlib import PurePath

from django.conf import settings

from triage.evidence.kinds import EMAIL, TEXT, ending_of
from triage.models import Evidence

MAY_OPEN, WAITS, APART = "", "waits", "apart"


def closed_because(evidence: Evidence) -> str:
    """ "" where the file may be opened; WAITS for the virus scanner; APART where that did not pass it."""
    if evidence.clean is False:
        return APART
    if settings.CLAMAV_HOST and evidence.scanned_at is None:
        return WAITS
    return MAY_OPEN


def row(evidence: Evidence) -> dict:
    """A file as pages show it: {file, closed, readable, size, what}."""
    return {
        "file": evidence,
        "closed": closed_because(evidence),
        "readable": evidence.media in (EMAIL.media, TEXT.media),
        "size": size_words(evidence.size),
        "what": ending_of(evidence.media).upper(),
    }


def files_of_merged(case) -> list[dict]:
    """The files of what was merged into this case, as `row` gives them. One query."""
    merged = case.took_in.standing().values("merged")
    rows = Evidence.objects.filter(case__in=merged).select_related("case__feedback", "added_by")
    return [row(one) for one in rows.order_by("id")]


def size_words(size: int) -> str:
    """Bytes in words: 512 -> "1 KB", 3_400_000 -> "3.2 MB"."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB"


def saved_as(evidence: Evidence) -> str:
    """The name a file is saved under: as it came, with the ending of what it really is."""
    return f"{PurePath(evidence.name).stem or 'file'}.{ending_of(evidence.media)}"
