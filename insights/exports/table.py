"""Table: one CSV file of an export, with its columns spelt out. A new field of a model can never leak into it."""

import csv
import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass

# A cell that starts with one of these is run as a formula by spreadsheets.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Table:
    """`name` is the file's name; `rows` are tuples in the order of `columns`, sorted by whoever made them."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple, ...]

    def as_bytes(self) -> bytes:
        """The CSV as it is written: UTF-8 with a byte order mark (spreadsheets need it), CRLF (RFC 4180)."""
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(self.columns)
        writer.writerows([cell(value) for value in row] for row in self.rows)
        return text.getvalue().encode("utf-8-sig")

    def entry(self) -> dict:
        """What the manifest says of this file."""
        return {
            "name": self.name,
            "columns": list(self.columns),
            "rows": len(self.rows),
            "sha256": hashlib.sha256(self.as_bytes()).hexdigest(),
        }


def cell(value) -> str:
    """A value as a cell: empty for None, ISO dates, yes/no, lists joined by "; ", formulas made harmless."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return str(value)
    text = (
        "; ".join(map(str, value))
        if isinstance(value, Iterable) and not isinstance(value, str)
        else str(value)
    )
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
