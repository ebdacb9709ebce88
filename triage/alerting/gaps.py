"""When nobody is on call. Pure: turns in, gaps out."""

from collections.abc import Iterable
from datetime import datetime


def gaps(
    turns: Iterable[tuple[datetime, datetime]], since: datetime, until: datetime
) -> list[tuple[datetime, datetime]]:
    """The stretches between `since` and `until` that no turn (from, to) covers, in order. Turns may overlap."""
    found, covered = [], since
    for begins, ends in sorted(turns):
        if begins >= until:
            break
        if begins > covered:
            found.append((covered, begins))
        covered = max(covered, ends)
    if covered < until:
        found.append((covered, until))
    return found
