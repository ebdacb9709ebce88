"""The national lists that feedback and complaints are coded by, as data: replace the file when a list changes.

`evidence` says how far to trust a row: "published" (read in a published source), "trust usage"
(one trust's practice) or "unchecked" (background knowledge).
"""

import csv
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Subject:
    """A subject of the KO41a return (written complaints in hospital and community care).

    `parent` is the code of the subject that this one divides by speciality: "" for most.
    """

    code: str
    name: str
    parent: str
    evidence: str


@dataclass(frozen=True)
class Profession:
    """A profession of the KO41a return: whose work an issue of a complaint is about."""

    code: str
    name: str
    evidence: str


@dataclass(frozen=True)
class Statement:
    """A quality statement of the Care Quality Commission, under one of its five key questions."""

    code: str
    name: str
    key_question: str
    evidence: str


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a list in this folder, by column."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


SUBJECTS = {
    row["slug"]: Subject(row["slug"], row["label"], row["parent"], row["evidence"])
    for row in rows("ko41a_subjects.csv")
}
PROFESSIONS = {
    row["slug"]: Profession(row["slug"], row["label"], row["evidence"])
    for row in rows("ko41a_professions.csv")
}
STATEMENTS = {
    row["our_id"]: Statement(row["our_id"], row["quality_statement"], row["key_question"], row["evidence"])
    for row in rows("cqc_quality_statements.csv")
}
