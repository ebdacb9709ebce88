"""Invented sentences, which teach what danger sounds like: real comments hold next to none.

Each epoch they come anew: misspelt, cut short, or among the ordinary sentences of somebody's
comment, because danger is often one sentence of many.
"""

import csv
import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from sentiment.engines.cleaning import clean
from sentiment.safety.columns import NAMES, labels
from sentiment.training.noise import misspelt
from sentiment.training.rows import NO_DANGER, Row, UnreadableData, same_words

# The share of sentences that come misspelt, and of those that come among others, in each epoch.
MISSPELT, AMONG_OTHERS = 0.4, 0.35
MOST_AROUND = 3


def read_invented(danger: Iterable[Path], harmless: Iterable[Path]) -> list[Row]:
    """Rows of CSV files: `kind` and `text` for danger, `text` for harmless words. Raises UnreadableData."""
    rows = [
        _row(line["text"], labels(line["kind"])) for path in danger for line in _lines(path, {"kind", "text"})
    ]
    return rows + [_row(line["text"], NO_DANGER) for path in harmless for line in _lines(path, {"text"})]


def varied(rows: Sequence[Row], ordinary: Sequence[str], chance: random.Random) -> list[Row]:
    """The rows as this epoch reads them: some misspelt, some among sentences of `ordinary` comments.

    What a teacher thought of the sentence alone says nothing of the whole, so it is dropped there.
    """
    told = []
    for row in rows:
        text, soft = row.text, row.soft
        if chance.random() < MISSPELT:
            text = misspelt(text, chance)
        if ordinary and chance.random() < AMONG_OTHERS:
            text, soft = _among(text, ordinary, chance), None
        told.append(replace(row, text=text, soft=soft))
    return told


def _among(text: str, ordinary: Sequence[str], chance: random.Random) -> str:
    parts = [chance.choice(ordinary) for _ in range(chance.randint(1, MOST_AROUND))]
    parts.insert(chance.randint(0, len(parts)), text)
    return " ".join(part if part[-1:] in ".!?" else f"{part}." for part in parts)


def _row(text: str, danger: tuple[int, ...]) -> Row:
    cleaned = clean(text)
    return Row(cleaned, "", f"invented:{same_words(cleaned)}", danger=danger)


def _lines(path: Path, needed: set[str]) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise UnreadableData(f"{path.name} cannot be read as a CSV file: {type(problem).__name__}.") from None
    if not lines or not needed <= set(lines[0]):
        raise UnreadableData(f"{path.name} needs rows with the columns {' and '.join(sorted(needed))}.")
    lines = [line for line in lines if (line["text"] or "").strip()]
    if unknown := {line["kind"] for line in lines if "kind" in needed} - set(NAMES):
        raise UnreadableData(f"{path.name} has kinds of danger we do not know: {', '.join(sorted(unknown))}.")
    return lines
