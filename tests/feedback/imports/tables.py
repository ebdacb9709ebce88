"""Files to import, and the file of what was refused."""

import csv

HEADINGS = ["Response ID", "Date", "Ward", "FFT Score", "Comment"]


def saved(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def refusals(tmp_path):
    with open(tmp_path / "fft.csv.refused.csv", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
