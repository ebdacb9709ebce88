"""manage.py classify_file IN.csv OUT.ndjson: an engine's reading of each row, a JSON object a line."""

import codecs
import contextlib
import csv
import io
import json
import os
import sys
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from feedback.signals import hear
from sentiment import languages
from sentiment.coding import suggested
from sentiment.engines import ENGINES, Engine, EngineUnavailable, Reading, engine

# Enough for the engine to fill its batches, little enough to hold in memory.
ROWS_A_BATCH = 512
# Batches in hand at once: while the network reads one, what another says is written down.
IN_HAND = 2
# Short answers come again and again ("very good"). The same words under the same question are read once.
MOST_KEPT, LONGEST_KEPT = 5_000, 500
LONGEST_FIELD = 5_000_000
# A quotation mark that is never closed swallows the rows after it.
MOST_LINES = 300
# What other files begin with, and what to do about it.
NOT_CSV = {
    b"PK\x03\x04": "a spreadsheet or zip file",
    b"\xd0\xcf\x11\xe0": "an old Excel file",
    b"\xff\xfe": "UTF-16 text",
    b"\xfe\xff": "UTF-16 text",
    b"%PDF": "a PDF file",
}


class Command(BaseCommand):
    """Read comments from a CSV file and write what they say. Nothing is stored."""

    requires_system_checks = []  # it uses no page and no database
    help = "Read each text of a CSV file (columns id, text and, if you have it, question); '-' is a pipe."

    def add_arguments(self, parser):
        """See --help."""
        parser.add_argument("source", metavar="IN.csv", help="the file, or - for standard input")
        parser.add_argument(
            "target", metavar="OUT.ndjson", help="the file to write, or - for standard output"
        )
        parser.add_argument("--engine", choices=list(ENGINES), default=None)

    def handle(self, *, source, target, **options):
        """Stream rows through the engine, in order. Raises CommandError with a reason."""
        if source == target != "-":
            raise CommandError("IN and OUT are the same file.")
        try:
            codecs.register_error("as-cp1252", self.as_cp1252)
            with (
                opened(source) as text,
                written(target, self.stdout) as out,
                ThreadPoolExecutor(IN_HAND) as pool,
            ):
                rows = self.rows(text)
                pool.submit(make_ready)
                reader = engine(options["engine"])
                with tqdm(unit=" comments", disable=not sys.stderr.isatty(), file=sys.stderr) as bar:
                    for written_down in in_order(pool, rows, reader):
                        out.writelines(written_down)
                        bar.update(len(written_down))
        except EngineUnavailable as problem:
            raise CommandError(str(problem)) from None
        except BrokenPipeError:
            # Whoever read our output has had enough; Python must not try to flush the rest.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def rows(self, text: io.TextIOWrapper) -> Iterator[dict]:
        """Rows of the file, its header checked before the first is given. Raises CommandError."""
        start = text.buffer.peek(4)[:4]
        for mark, kind in NOT_CSV.items():
            if start.startswith(mark):
                raise CommandError(f"This is {kind}, not CSV. Save it as 'CSV UTF-8' and try again.")
        csv.field_size_limit(LONGEST_FIELD)
        reader = csv.DictReader(text)
        try:
            header = reader.fieldnames
        except csv.Error as problem:
            raise CommandError(f"The first line cannot be read as CSV: {problem}.") from None
        if not header:
            raise CommandError("The file is empty: it needs a first line with the columns id and text.")
        reader.fieldnames = [name.strip().casefold() for name in header]
        missing = [name for name in ("id", "text") if name not in reader.fieldnames]
        if missing:
            raise CommandError(f"The file has no column {' and no column '.join(missing)}.")
        return self.given(reader)

    def given(self, reader: csv.DictReader) -> Iterator[dict]:
        """The reader's rows; what breaks the CSV itself is told with its line."""
        try:
            yield from reader
        except csv.Error as problem:
            raise CommandError(
                f"The file cannot be read as CSV after line {reader.line_num}: {problem}. "
                "Perhaps a quotation mark is not closed."
            ) from None

    def as_cp1252(self, problem: UnicodeError):
        """Bytes that are not UTF-8 are read as Windows-1252, as older spreadsheets save them."""
        if not getattr(self, "told", False):
            self.stderr.write("Note: the file is not all UTF-8; other bytes were read as Windows-1252.")
            self.told = True
        return problem.object[problem.start : problem.end].decode("cp1252", "replace"), problem.end


@contextlib.contextmanager
def opened(source: str) -> Iterator[io.TextIOWrapper]:
    """The text to read, from a file or standard input. Raises CommandError."""
    try:
        raw = sys.stdin.buffer if source == "-" else Path(source).open("rb")  # noqa: SIM115 (closed below)
    except OSError as problem:
        raise CommandError(f"{source} cannot be read: {problem.strerror}.") from None
    text = io.TextIOWrapper(raw, encoding="utf-8-sig", errors="as-cp1252", newline="")
    try:
        yield text
    finally:
        # Standard input is not ours to close.
        text.detach() if source == "-" else text.close()


@contextlib.contextmanager
def written(target: str, stdout):
    """Where lines go. A file appears under its name only when it is whole. Raises CommandError."""
    if target == "-":
        if hasattr(stdout._out, "reconfigure"):
            stdout._out.reconfigure(encoding="utf-8")
        yield stdout._out
        stdout._out.flush()
        return
    part = Path(f"{target}.part")
    try:
        file = part.open("w", encoding="utf-8", newline="\n")
    except OSError as problem:
        raise CommandError(f"{target} cannot be written: {problem.strerror}.") from None
    try:
        with file:
            yield file
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def make_ready() -> None:
    """Load what the safety check and the languages look words up in: the engine's files load meanwhile."""
    languages.of([hear.__doc__])
    hear("")


def in_order(pool: ThreadPoolExecutor, rows: Iterator[dict], reader: Engine) -> Iterator[list[str]]:
    """The lines of each batch, in order, a few batches being read ahead of the one that is given."""
    known: dict[tuple[str, str], dict] = {}
    ahead = deque()
    while batch := list(islice(rows, ROWS_A_BATCH)):
        ahead.append(pool.submit(lines, batch, reader, known))
        if len(ahead) == IN_HAND:
            yield ahead.popleft().result()
    while ahead:
        yield ahead.popleft().result()


def lines(batch: list[dict], reader: Engine, known: dict[tuple[str, str], dict]) -> list[str]:
    """A JSON line a row, in order. A row that is not well formed says so and is not read.

    `known` are the answers that were given to short texts under a question before; new ones join them.
    """
    wrong = [fault(row) for row in batch]
    asked = [(row["text"], row.get("question") or "") for row in batch]
    fresh = list(
        dict.fromkeys(
            key for key, problem in zip(asked, wrong, strict=True) if not problem and key not in known
        )
    )
    readings = reader.read([text for text, _ in fresh], [question for _, question in fresh])
    answers = {key: as_object(reading) for key, reading in zip(fresh, readings, strict=True)}
    said = [
        {"error": problem} if problem else answers.get(key) or known[key]
        for key, problem in zip(asked, wrong, strict=True)
    ]
    for key, answer in answers.items():
        if len(key[0]) <= LONGEST_KEPT and len(known) < MOST_KEPT:
            known[key] = answer
    return [
        json.dumps({"id": row["id"] or "", **answer}, ensure_ascii=False) + "\n"
        for row, answer in zip(batch, said, strict=True)
    ]


def fault(row: dict) -> str:
    """What is wrong with the row's shape, in words; "" when nothing is."""
    if None in row:
        return "more cells than the header has columns: is a comma or quotation mark in the text not quoted?"
    if row["text"] is None:
        return "fewer cells than the header has columns: there is no text"
    if row["text"].count("\n") > MOST_LINES:
        return f"more than {MOST_LINES} lines of text: is a quotation mark before it not closed?"
    return ""


def as_object(reading: Reading) -> dict:
    """One row's answer, in the order people read it. Subjects and statements are suggestions."""
    views = suggested(reading)
    return {
        "sentiment": {"label": reading.sentiment, "probabilities": reading.probabilities},
        "severity": reading.severity,
        "themes": reading.themes,
        "predicted_themes": list(reading.predicted_themes),
        "signals": list(dict.fromkeys(signal.kind for signal in reading.signals)),
        "language": reading.language,
        "model": reading.model,
        "subjects": {one.entry.name: one.share for one in views.subjects},
        "statements": {one.entry.name: one.share for one in views.statements},
        "crosswalk": views.crosswalk,
    }
