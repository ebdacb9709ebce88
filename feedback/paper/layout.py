"""The layout of a printed form: where everything stands, in millimetres from the top left corner.

One file a form, version, variant and language, never changed once a form was printed from it: printing,
reading, checking and the generator of test pages all read the same one. A correction is a new version.
"""

import json
import re
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "layouts"
NAME = re.compile(
    r"(?P<form>[a-z]+)-(?P<version>\d+)-(?P<variant>standard|large-print|easy-read)-(?P<language>[a-z]{2})"
)


class FieldKind(StrEnum):
    CHOICE = "choice"  # boxes to tick, at most one
    TEXT = "text"  # a box for words
    COMB = "comb"  # one character a cell
    DATE = "date"  # a comb of eight cells: DDMMYYYY


class NoSuchLayout(LookupError):
    """No form of this name was ever printed."""


@dataclass(frozen=True)
class Box:
    """A rectangle on a page, in millimetres from its top left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Choice:
    """One box to tick: the value it stands for, the words beside it, and where the box is."""

    value: str
    label: str
    box: Box


@dataclass(frozen=True)
class Field:
    """One thing a person may fill in. `cells` are those of a comb or a date, in order; `label` is what is asked.

    Fields are named as `feedback.submission.Submission` names them, comments by their question
    ("what_good"), contact details as in CONTACT_FIELDS, and "stamp" for the day staff received it.
    """

    name: str
    kind: FieldKind
    page: int
    box: Box
    label: str
    choices: tuple[Choice, ...] = ()
    cells: tuple[Box, ...] = ()


@dataclass(frozen=True)
class Mark:
    """Something printed that a reader finds a page by: a marker (ArUco 4x4_50, `value` its number) or a code."""

    kind: str  # "marker", "datamatrix" or "qr"
    page: int
    box: Box
    value: int = 0


@dataclass(frozen=True)
class Words:
    """Words printed on the form. `role` is h1, h2, p, hint or serial, and orders the document for a screen reader."""

    role: str
    page: int
    box: Box
    text: str
    size: float  # points


@dataclass(frozen=True)
class Layout:
    """A form as it was printed. `width` and `height` of a page in millimetres."""

    form: str
    version: int
    variant: str
    language: str
    direction: str
    title: str
    width: float
    height: float
    pages: int
    marks: tuple[Mark, ...]
    fields: tuple[Field, ...]
    words: tuple[Words, ...]

    @property
    def name(self) -> str:
        """The file's name, without its ending: "card-1-standard-en"."""
        return f"{self.form}-{self.version}-{self.variant}-{self.language}"

    def on_page(self, page: int) -> tuple[Field, ...]:
        """The fields of one page, in the order they are filled in."""
        return tuple(field for field in self.fields if field.page == page)

    def field(self, name: str) -> Field:
        """The field of that name. Raises KeyError."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)

    def as_json(self) -> str:
        """The file's content: plain values, boxes as {x, y, width, height}."""
        return json.dumps(asdict(self), indent=1, ensure_ascii=False) + "\n"


def load(name: str) -> Layout:
    """The layout of that name. Raises NoSuchLayout."""
    if not NAME.fullmatch(name):
        raise NoSuchLayout(name)
    return _load(name)


def names() -> list[str]:
    """Every layout there is."""
    return sorted(path.stem for path in FOLDER.glob("*.json"))


def newest(form: str, variant: str, language: str) -> Layout:
    """The layout to print from today. Raises NoSuchLayout."""
    found = [
        (int(match["version"]), name)
        for name in names()
        if (match := NAME.fullmatch(name))
        and (match["form"], match["variant"], match["language"]) == (form, variant, language)
    ]
    if not found:
        raise NoSuchLayout(f"{form}, {variant}, {language}")
    return load(max(found)[1])


def from_json(text: str) -> Layout:
    """The layout that `as_json` wrote."""
    plain = json.loads(text)
    plain["marks"] = tuple(Mark(**one | {"box": Box(**one["box"])}) for one in plain["marks"])
    plain["words"] = tuple(Words(**one | {"box": Box(**one["box"])}) for one in plain["words"])
    plain["fields"] = tuple(_field(one) for one in plain["fields"])
    return Layout(**plain)


@cache
def _load(name: str) -> Layout:
    try:
        return from_json((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NoSuchLayout(name) from None


def _field(plain: dict) -> Field:
    choices = tuple(Choice(**one | {"box": Box(**one["box"])}) for one in plain["choices"])
    cells = tuple(Box(**one) for one in plain["cells"])
    return Field(
        **plain
        | {"kind": FieldKind(plain["kind"]), "box": Box(**plain["box"]), "choices": choices, "cells": cells}
    )
