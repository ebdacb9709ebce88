"""PDF and pictures opened once before they are kept: in a process of their own, under its limits.

What that process refuses (a script, a program, a file inside, a bomb) is refused here.
"""

from contextlib import closing
from pathlib import Path

from feedback.paper.files.apart import take_apart

SECONDS = 30  # for the first page: the person who adds the file waits for it


def check(path: str | Path) -> None:
    """Raises Refused, with a reason in plain words, for a file that must not be kept. A damaged page is no reason."""
    with closing(take_apart(path, patience=SECONDS)) as pages:
        next(pages, None)
