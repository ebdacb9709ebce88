"""Rows of the directory's files, as it publishes them, of organisations that do not exist."""

import csv


def entry(code, name, **given):
    """One row of 27 cells; columns may be given by the names below."""
    cells = [""] * 27
    defaults = {
        "geography": "QZZ",
        "town": "MILLBROOK",
        "postcode": "VM1 1AA",
        "opened": "20130401",
        "telephone": "01632 960001",
    }
    places = {
        "geography": 3, "street": 4, "town": 7, "postcode": 9, "opened": 10, "closed": 11, "status": 12, "parent": 14,
        "telephone": 17, "setting": 25,
    }  # fmt: skip
    cells[0], cells[1], cells[2] = code, name, "Y99"
    for column, value in (defaults | given).items():
        cells[places[column]] = value
    return cells


def practice(code="Z81234", name="MILLBROOK SURGERY", **given):
    return entry(code, name, **({"status": "A", "parent": "99Z", "setting": "4"} | given))


def saved(path, rows):
    with open(path, "w", encoding="cp1252", newline="") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows(rows)
    return str(path)
