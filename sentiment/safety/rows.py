"""What the second tier learns from: invented sentences in rounds, and ordinary comments."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from feedback.signals import KINDS, find
from sentiment.safety.head import NAMES
from sentiment.safety.sentences import sentences
from sentiment.training.rows import UnreadableData


@dataclass(frozen=True)
class Row:
    """One invented sentence. `kind` is "" when it is harmless; rows of one `round` were written together."""

    text: str
    kind: str
    round: str


def read_rounds(danger: Iterable[Path], harmless: Iterable[Path]) -> list[Row]:
    """Rows of CSV files: `kind` and `text` for danger, `text` for harmless words. Raises UnreadableData.

    A file's round is its name after the first "_": danger_fifth.csv and harmless_fifth.csv are one.
    """
    rows = [
        Row(line["text"], line["kind"], _round(path))
        for path in danger
        for line in _lines(path, {"kind", "text"})
    ]
    if unknown := {row.kind for row in rows} - set(NAMES):
        raise UnreadableData(f"These are not kinds of danger: {', '.join(sorted(unknown))}.")
    rows += [Row(line["text"], "", _round(path)) for path in harmless for line in _lines(path, {"text"})]
    if len({row.round for row in rows if row.kind}) < 2:
        raise UnreadableData(
            "Two rounds of danger are needed at least: each is tested on what the others taught."
        )
    return rows


def read_comments(files: Iterable[Path]) -> list[list[str]]:
    """The sentences of each different comment that raises no alarm in the first tier. Raises UnreadableData."""
    texts = dict.fromkeys(line["text"] for path in files for line in _lines(path, {"text"}))
    return [parts for text in texts if (parts := sentences(text)) and not alarms(text)]


def alarms(text: str) -> set[str]:
    """The kinds of tiers 0 and 1 that the first tier finds."""
    return {signal.kind for signal in find(text) if KINDS[signal.kind].tier <= 1}


def _round(path: Path) -> str:
    return path.stem.partition("_")[2] or "first"


def _lines(path: Path, needed: set[str]) -> Sequence[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise UnreadableData(f"{path.name} cannot be read as a CSV file: {type(problem).__name__}.") from None
    if not lines or not needed <= set(lines[0]):
        raise UnreadableData(f"{path.name} needs rows with the columns {' and '.join(sorted(needed))}.")
    return [line for line in lines if line["text"]]
