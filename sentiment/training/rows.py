"""Labelled comments as training reads them, and the split that keeps people apart."""

import csv
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sentiment.engines.cleaning import clean
from sentiment.engines.questions import kind_of
from sentiment.safety.columns import COLUMNS, alarms
from sentiment.themes import NAMES

SPLITS = ("train", "validation", "test")

# Version 7 merged some themes of version 6; a file labelled with version 6 trains as well.
MERGED = {
    "Staffing levels & responsiveness": ("Number & deployment of staff", "Staff responsiveness"),
    "Continuity of care": (
        "Referals & continuity of care",
        "Referrals & continuity of care",
        "Staff continuity",
        "Care plans",
        "Admission",
        "Patient records",
        "Diagnosis & triage",
    ),
    "Environment, facilities & equipment": ("Environment & Facilities", "Provision of medical equipment"),
}


COLUMNS_READ = ("text", "question_type", "sentiment", "group", "trivial", "trust", "service")
NO_DANGER = (0,) * len(COLUMNS)


@dataclass(frozen=True)
class Soft:
    """What a teacher thinks of a comment: probabilities of five feelings, of 32 themes, and a criticality (-1 to 1)."""

    sentiment: tuple[float, ...]
    themes: tuple[float, ...]
    criticality: float


@dataclass(frozen=True)
class Row:
    """One labelled comment. None where a label is missing: its loss is left out.

    `sentiment` is 1 (very positive) to 5 (very negative); `themes` is 0 or 1 in the order of
    NAMES; `criticality` is -5 (highly critical of care) to 5; `danger` is 0 or 1 in the order of
    COLUMNS. `trivial` rows ("nothing", "did not answer") are trained on and left out of the
    headline figures. `trust` and `ward` (a service line) are where it came from, if known.
    `soft` is what a teacher made of it.
    """

    text: str
    question: str
    group: str
    sentiment: int | None = None
    themes: tuple[int, ...] | None = None
    criticality: float | None = None
    trivial: bool = False
    trust: str = ""
    ward: str = ""
    danger: tuple[int, ...] | None = None
    soft: Soft | None = None


class UnreadableData(ValueError):
    """The file cannot be trained on, and why. Carries no patient's words."""


def split_of(group: str) -> str:
    """The group's split, for ever the same: train (80 %), validation (10 %) or test (10 %)."""
    share = int.from_bytes(hashlib.sha256(f"split:{group}".encode()).digest()[:4]) / 2**32
    return "train" if share < 0.8 else "validation" if share < 0.9 else "test"


def same_words(text: str) -> str:
    """A key under which texts that differ only in case, spaces or punctuation are one."""
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def read_feedback(path: Path, columns: Mapping[str, str] | None = None) -> list[Row]:
    """Rows of a labelled file: text, question_type, sentiment, and a 0/1 column a theme (v7 or v6).

    `columns` gives the file's own names for these. `group` (rows that must not be split),
    `trivial`, `trust` and `service` are used where there; without a group, rows of the same
    words are one group.
    Raises UnreadableData.
    """
    name = {key: key for key in COLUMNS_READ} | dict(columns or {})
    lines = _lines(path, {name["text"], name["sentiment"]})
    sources = {theme: _sources(theme, lines[0]) for theme in NAMES}
    missing = [theme for theme, found in sources.items() if not found]
    if missing:
        raise UnreadableData(f"{path.name} has no column for: {'; '.join(missing)}.")
    rows = []
    for line in lines:
        text = clean(line[name["text"]] or "")
        if not text:
            continue
        rows.append(
            Row(
                text=text,
                question=kind_of(line.get(name["question_type"]) or ""),
                group=line.get(name["group"]) or same_words(text),
                sentiment=_sentiment(line[name["sentiment"]]),
                themes=tuple(int(any(_one(line[column]) for column in sources[theme])) for theme in NAMES),
                trivial=_one(line.get(name["trivial"])),
                trust=(line.get(name["trust"]) or "").strip(),
                ward=(line.get(name["service"]) or "").strip(),
                danger=quiet(text),
            )
        )
    return rows


def read_criticality(path: Path) -> list[Row]:
    """Rows of a file with `text` and `criticality` (-5 to 5). Cells that are not numbers are left out."""
    rows = []
    for line in _lines(path, {"text", "criticality"}):
        text = clean(line["text"] or "")
        try:
            criticality = float(line["criticality"])
        except (TypeError, ValueError):
            continue
        if text and -5 <= criticality <= 5:
            row = Row(text, "", same_words(text), criticality=criticality, danger=quiet(text))
            rows.append(row)
    return rows


def quiet(text: str) -> tuple[int, ...] | None:
    """No danger, for a real comment in which the first tier sees none; not known where it sees some."""
    return None if alarms(text) else NO_DANGER


def divided(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows by split. Words that are measured in one row never train in another."""
    parts: dict[str, list[Row]] = {split: [] for split in SPLITS}
    extra = []
    for row in rows:
        (extra if row.themes is None else parts[split_of(row.group)]).append(row)
    measured = {same_words(row.text) for split in ("validation", "test") for row in parts[split]}
    for row in extra:
        if same_words(row.text) not in measured:
            parts[split_of(row.group)].append(row)
    return parts


def strict(rows: Iterable[Row], seen: Iterable[Row]) -> list[Row]:
    """The rows that count in a headline: not trivial, and not the words of any row in `seen`.

    Stock answers ("nothing", "very good") come from many people, so they turn up on both sides.
    """
    words = {same_words(row.text) for row in seen}
    return [row for row in rows if not row.trivial and same_words(row.text) not in words]


def _lines(path: Path, needed: set[str]) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise UnreadableData(f"{path.name} cannot be read as a CSV file: {type(problem).__name__}.") from None
    if not lines:
        raise UnreadableData(f"{path.name} has no rows.")
    missing = needed - set(lines[0])
    if missing:
        raise UnreadableData(f"{path.name} has no column {', '.join(sorted(missing))}.")
    return lines


def _sources(theme: str, line: Mapping[str, str]) -> list[str]:
    return [theme] if theme in line else [part for part in MERGED.get(theme, ()) if part in line]


def _one(cell: str | None) -> bool:
    return (cell or "").strip() in ("1", "1.0", "True", "TRUE")


def _sentiment(cell: str | None) -> int | None:
    try:
        value = int(float(cell or ""))
    except ValueError:
        return None
    return value if 1 <= value <= 5 else None
