import csv
import random

import pytest

from sentiment.themes import NAMES

PIECES = {
    "Staff manner & personal attributes": ("kind nurse", "rude nurse"),
    "Timeliness of care": ("quick visit", "long wait"),
    "Parking": ("easy parking", "no parking"),
}


@pytest.fixture
def labelled_file(tmp_path):
    """A CSV file of 240 invented comments about three themes, with blanks, stock answers and odd cells."""
    chance = random.Random(7)
    path = tmp_path / "labelled.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(
            file, ["text", "question_type", "sentiment", "group", "trivial", *NAMES], restval="0"
        )
        writer.writeheader()
        for number in range(240):
            theme = chance.choice(list(PIECES))
            bad = chance.random() < 0.5
            writer.writerow(
                {
                    "text": f"{PIECES[theme][bad]} {number}",
                    "question_type": "could_improve" if bad else "what_good",
                    "sentiment": "" if number % 10 == 0 else "4.0" if bad else "1.0",
                    "group": f"person {number}",
                    theme: "1",
                }
            )
        for number in range(20):
            writer.writerow(
                {
                    "text": "nothing",
                    "group": f"stock {number}",
                    "trivial": "1",
                    "Labelling not possible": "1",
                }
            )
    return path


@pytest.fixture
def criticality_file(tmp_path):
    """A CSV file of texts with a criticality, some of it unusable."""
    path = tmp_path / "criticality.csv"
    cells = ["-5", "3", "NA", "-9", "", "0"]
    lines = "".join(f"The door was {n} feet wide,{cells[n % 6]}\n" for n in range(60))
    path.write_text("text,criticality\n" + lines)
    return path
