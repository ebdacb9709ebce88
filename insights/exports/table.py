"""Table: one CSV file of an export, with its columns spelt out. A new field of a model can never leak into it."""

import csv
import hashlib
import io
from dataclasses import dataclass

from feedback.cells import cell


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
