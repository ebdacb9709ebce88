"""Tables in files: CSV row by row, workbooks sheet by sheet. Every cell comes out as text."""

import csv
import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from organisations.directory.incoming import TRY_INSTEAD, NotATable

LONGEST_CELL = 1_000_000  # characters: past this a quotation mark was opened and never closed
LARGEST_WORKBOOK = 50 * 1024 * 1024  # bytes: a workbook is read whole; a CSV is not
DELIMITERS = ",;\t|"
csv.field_size_limit(LONGEST_CELL)  # Python has one limit for the whole program; its own is 131,072


@dataclass(frozen=True)
class Row:
    """One row, numbered as a spreadsheet shows it (the first is 1). `problem` says why its cells are not to be trusted."""

    number: int
    cells: list[str]
    problem: str = ""


@dataclass(frozen=True)
class Sheet:
    """One table. `rows()` starts from the top each time; `about` is how many rows to expect."""

    name: str
    about: int
    rows: Callable[[], Iterator[Row]]


def sheets(incoming) -> list[Sheet]:
    """The tables of a file (see `organisations.directory.incoming`), hidden sheets left out. Raises NotATable."""
    if incoming.is_workbook:
        return _workbook_sheets(incoming)
    delimiter = _delimiter(incoming)
    return [Sheet("", incoming.lines, lambda: _csv_rows(incoming, delimiter))]


def _open(incoming):
    return incoming.path.open(encoding=incoming.encoding, newline="")


def _lines(file):
    return (line.replace("\0", "") for line in file)


def _delimiter(incoming):
    """The mark that splits most of the first lines into the same number of cells; a comma if none does."""
    with _open(incoming) as file:
        first = list(islice((line for line in _lines(file) if line.strip()), 20))

    def evenness(mark):
        widths = Counter(len(cells) for cells in csv.reader(first, delimiter=mark) if len(cells) > 1)
        return max((lines * (width - 1) for width, lines in widths.items()), default=0)

    return max(DELIMITERS, key=evenness)


def _csv_rows(incoming, delimiter):
    with _open(incoming) as file:
        # Strict, or a forgotten quotation mark would join two people's words without a sound.
        reader = csv.reader(_lines(file), delimiter=delimiter, strict=True)
        number = 0
        while True:
            number, line = number + 1, reader.line_num + 1
            try:
                yield Row(number, next(reader))
            except StopIteration:
                return
            except csv.Error:
                yield Row(
                    number, [], f"A quotation mark is missing or out of place at or after line {line:,}."
                )


def _workbook_sheets(incoming):
    if incoming.path.stat().st_size > LARGEST_WORKBOOK:
        raise NotATable(
            f"{incoming.path} is too large for a workbook. Save it as CSV UTF-8, which may be of any size."
        )
    try:
        workbook = CalamineWorkbook.from_path(str(incoming.path))
        shown = [
            one.name
            for one in workbook.sheets_metadata
            if one.visible == SheetVisibleEnum.Visible and one.typ == SheetTypeEnum.WorkSheet
        ]
        return [_workbook_sheet(workbook.get_sheet_by_name(name)) for name in shown]
    except (CalamineError, OSError):
        raise NotATable(
            f"{incoming.path} is not a spreadsheet we can read: it is damaged, locked, or something else. {TRY_INSTEAD}"
        ) from None


def _workbook_sheet(sheet):
    first = (sheet.start or (0, 0))[0] + 1  # empty rows at the top are not in the sheet's data
    cells = sheet.to_python()
    return Sheet(
        sheet.name,
        len(cells),
        lambda: (Row(number, [as_text(cell) for cell in row]) for number, row in enumerate(cells, first)),
    )


def as_text(cell) -> str:
    """A workbook's cell as a person would type it: 5.0 is 5, and midnight on a day is that day."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    return str(cell)
