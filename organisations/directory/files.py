"""The directory's CSV files: 27 columns, no header, one organisation a row.

Columns as the Organisation Data Service publishes them ("etr", "ets", "epraccur"),
and five for successors ("succ"): before, after, reason, date, whether it went on from there.
"""

import csv
import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from organisations import ods
from organisations.directory.incoming import NotATable
from organisations.directory.names import as_written
from organisations.models import Kind

KINDS = {
    "etr": "NHS trusts",
    "ets": "NHS trust sites",
    "epraccur": "GP practices",
    "successors": "successors",
}
CODE, NAME, GEOGRAPHY, POSTCODE, OPENED, CLOSED, STATUS, PARENT, TELEPHONE, SETTING = (
    0,
    1,
    3,
    9,
    10,
    11,
    12,
    14,
    17,
    25,
)
ADDRESS = slice(4, 9)
COLUMNS = (
    "code", "name", "national grouping", "high level health geography", "address 1", "address 2", "address 3",
    "address 4", "address 5", "postcode", "open date", "close date", "status code", "organisation sub-type",
    "parent organisation or commissioner", "join parent date", "left parent date", "telephone", "(empty)", "(empty)",
    "(empty)", "amended record", "(empty)", "provider or purchaser", "(empty)", "prescribing setting", "(empty)",
)  # fmt: skip
SUCCESSOR_COLUMNS = ("code", "successor code", "reason", "date", "further succession")
# By the older number and by the role that replaced it (ODS role RO76, GP practice).
GP_PRACTICE_SETTINGS = ("4", "RO76")
# The trusts' file does not say what kind of trust: its name is the best guess, and first match wins.
TRUST_WORDS = (
    ("AMBULANCE", Kind.AMBULANCE),
    ("MENTAL HEALTH", Kind.MENTAL_HEALTH),
    ("PARTNERSHIP", Kind.MENTAL_HEALTH),
    ("COMMUNITY", Kind.COMMUNITY),
)


class Refused(Exception):
    """A row that cannot be taken: which column (a name of COLUMNS) and why, in plain words."""

    def __init__(self, column, reason):
        super().__init__(reason)
        self.column, self.reason = column, reason


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What one row says of one organisation. `parents` are codes, the nearest first."""

    code: str
    name: str
    kind: str
    parents: tuple[str, ...]
    opened_on: dt.date
    closed_on: dt.date | None
    town: str
    postcode: str
    telephone: str
    takes_feedback: bool


def kind_of(path) -> str | None:
    """The kind of directory file by its name ("epraccur_2026.csv"), or None."""
    name = Path(path).stem.lower()
    if name.startswith("succ"):
        return "successors"
    return next((kind for kind in ("epraccur", "etr", "ets") if name.startswith(kind)), None)


def rows_of(incoming):
    """(row number, cells) of every row that is not blank; a header row, which some exports add, is passed over."""
    with incoming.path.open(encoding=incoming.encoding, newline="") as file:
        rows = csv.reader(line.replace("\0", "") for line in file)
        try:
            for number, cells in enumerate(rows, 1):
                cells = [cell.strip() for cell in cells]
                if any(cells) and not (number == 1 and cells[CODE].upper().endswith("CODE")):
                    yield number, cells
        except csv.Error as problem:
            raise NotATable(f"Line {rows.line_num:,} of {incoming.path} cannot be read: {problem}.") from None


def entry(kind: str, cells: list[str]) -> Entry:
    """One row of an "etr", "ets" or "epraccur" file. Raises Refused."""
    if len(cells) < TELEPHONE + 1:
        raise Refused("", f"The row has {len(cells)} columns; the directory's files have {len(COLUMNS)}.")
    code, name = cells[CODE].upper(), as_written(cells[NAME])
    if not name:
        raise Refused("name", "The organisation has no name.")
    if kind == "epraccur":
        _refuse_if_no_gp_practice(cells)
    organisation_kind = {"etr": _trust_kind(cells[NAME]), "ets": Kind.SITE, "epraccur": Kind.GP}[kind]
    if not ods.is_valid(code, organisation_kind):
        raise Refused(
            "code", f"A code for this kind of organisation ({organisation_kind.label}) has another shape."
        )
    opened_on, closed_on = _day(cells, OPENED), _day(cells, CLOSED)
    if not opened_on:
        raise Refused("open date", "There is no opening date.")
    if closed_on and closed_on < opened_on:
        raise Refused("close date", "It closes before it opens.")
    if cells[STATUS].upper() == "C" and kind == "epraccur" and not closed_on:
        raise Refused("close date", "Its status is closed, but there is no closing date.")
    # A trust's own row names no parent: the board for its area stands in.
    parents = (cells[GEOGRAPHY],) if kind == "etr" else (cells[PARENT], cells[GEOGRAPHY])
    return Entry(
        code=code,
        name=name[:200],
        kind=organisation_kind,
        parents=tuple(one.upper() for one in parents if one and one.upper() != code),
        opened_on=opened_on,
        closed_on=closed_on,
        town=_town(cells[ADDRESS]),
        postcode=cells[POSTCODE].upper()[:8],
        telephone=cells[TELEPHONE][:24],
        # A dormant practice is still in the directory, but nobody is seen there.
        takes_feedback=kind == "epraccur" and cells[STATUS].upper() != "D",
    )


def succession(cells: list[str]) -> tuple[str, str, dt.date]:
    """(code, successor's code, from which day) of one row of a successor file. Raises Refused."""
    if len(cells) < 4:
        raise Refused("", f"The row has {len(cells)} columns; a successor file has {len(SUCCESSOR_COLUMNS)}.")
    before, after = cells[0].upper(), cells[1].upper()
    for column, code in (("code", before), ("successor code", after)):
        if not ods.is_valid(code):
            raise Refused(column, "This is not the shape of an ODS code.")
    if before == after:
        raise Refused("successor code", "An organisation cannot succeed itself.")
    day = _day(cells, 3, "date")
    if not day:
        raise Refused("date", "There is no date.")
    return before, after, day


def _refuse_if_no_gp_practice(cells):
    setting = cells[SETTING].upper() if len(cells) > SETTING else ""
    if setting not in GP_PRACTICE_SETTINGS:
        raise Refused(
            "prescribing setting",
            f"This is not a GP practice: its prescribing setting is {setting or 'empty'}.",
        )
    if cells[STATUS].upper() == "P":
        raise Refused("status code", "This practice is only proposed. It can be imported once it is active.")


def _trust_kind(name):
    return next((kind for word, kind in TRUST_WORDS if word in name.upper()), Kind.ACUTE)


def _day(cells, position, column=None):
    text = cells[position].replace("-", "")
    if not text:
        return None
    try:
        return dt.datetime.strptime(text, "%Y%m%d").date()
    except ValueError:
        raise Refused(column or COLUMNS[position], "The date is not of the form 20260401.") from None


def _town(address):
    """The fourth line is the post town; where it is empty, the last line above it."""
    *street, town, _county = address
    return as_written(next((line for line in (town, *reversed(street)) if line), ""))[:80]
