import csv
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def comments():
    """(texts, questions) of invented comments: short, long, shouted, badly spelt, with and without a question."""
    with (Path(__file__).parent / "comments.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [row["text"] for row in rows], [row["question"] for row in rows]
