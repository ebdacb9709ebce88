"""Rows that could not be taken, in a file with the reason for each, to mend and send again."""

import csv
import os
from pathlib import Path

from django.conf import settings

from organisations.directory.incoming import NotATable

# A spreadsheet program runs a cell that starts so (OWASP: CSV injection).
RUNS = ("=", "+", "-", "@", "\t", "\r")


def neutralised(cell: str) -> str:
    """`cell` with an apostrophe in front where a spreadsheet program would run it as a formula."""
    return f"'{cell}" if cell.startswith(RUNS) else cell


def path_for(file, wanted=None) -> Path:
    """Where the rows refused of `file` go: beside it, or where `wanted`. Raises NotATable if that is the file itself."""
    path = Path(wanted or f"{file}.refused.csv")
    if path.resolve() == Path(file).resolve():
        raise NotATable("The refused rows need another name than the file they come from.")
    return path


class RefusedRows:
    """A CSV that is made when the first row is refused, readable by its owner alone: it holds people's words.

    `path` is where it is wanted; where that is not writable it goes to the service's own data folder.
    """

    def __init__(self, path, headers):
        self.path, self.headers = Path(path), list(headers)
        self.count = 0
        self._file = None

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        if self._file:
            self._file.close()

    def add(self, number: int, column: str, reason: str, cells):
        """One refused row: its number as a spreadsheet shows it, the column at fault ("" for the whole row)."""
        if not self._file:
            self._open()
        self.count += 1
        self._writer.writerow([number, *map(neutralised, (column, reason, *cells))])

    def _open(self):
        try:
            self._file = _private(self.path)
        except OSError:
            self.path = settings.DATA_DIR / self.path.name
            self._file = _private(self.path)
        self._writer = csv.writer(self._file)
        self._writer.writerow(["row", "column", "reason", *map(neutralised, self.headers)])


def _private(path):
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    return open(descriptor, "w", encoding="utf-8-sig", newline="")
