"""Sentences invented for these tests: real danger in many voices, and what only looks like it."""

import csv
from pathlib import Path

from feedback.signals import KINDS, find

HERE = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    with open(HERE / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def kinds(text: str) -> set[str]:
    return {signal.kind for signal in find(text)}


def alarms(text: str) -> set[str]:
    """The kinds of tier 0 and 1 found."""
    return {kind for kind in kinds(text) if KINDS[kind].tier <= 1}
