"""Which column is which: by the map given, the map kept from last time, or the headings suppliers use."""

from collections import Counter
from dataclasses import dataclass
from itertools import islice

from feedback.imports.values import plain
from organisations.directory.incoming import NotATable

HEADER_WITHIN = 20  # rows: reports have a title and a few lines of introduction first


@dataclass(frozen=True)
class Layout:
    """The sheet with its heading row found. `columns` is {our field: their heading}; "" where a field is not to be used."""

    sheet: object
    header_row: int
    headings: tuple[str, ...]
    columns: dict[str, str]

    def cells(self, row) -> dict[str, str]:
        """{field: text} of one row, outer space trimmed; a cell the row lacks is ""."""
        found = dict(zip(self.headings, row.cells, strict=False))
        return {field: found.get(heading, "").strip() for field, heading in self.columns.items() if heading}


def find(sheets, source, kept, given) -> Layout:
    """The first sheet and row that look like this source's headings. Raises NotATable, naming the columns seen.

    `kept` and `given` are {field: heading}: from last time, and from the person at the keyboard,
    who is always right. A kept heading that is not in this file is guessed afresh.
    """
    seen = []
    for sheet in sheets:
        for row in islice(sheet.rows(), HEADER_WITHIN):
            headings = headings_of(row.cells)
            columns = _merged(source, headings, kept, given)
            if set(given.values()) - {"", *headings}:
                seen = seen or [one for one in headings if not one.startswith("column ")]
            elif any(columns.get(field) for field in source.words):
                _refuse_twins(row.cells, columns)
                return Layout(sheet, row.number, headings, columns)
            elif not seen:
                seen = [one for one in headings if not one.startswith("column ")]
    raise NotATable(_not_found(seen, source, given))


def headings_of(cells) -> tuple[str, ...]:
    """A name for every column: trimmed, numbered where the name was used before, "column 3" where there is none."""
    used, headings = Counter(), []
    for position, cell in enumerate(cells, 1):
        name = " ".join(cell.split()) or f"column {position}"
        used[name] += 1
        headings.append(name if used[name] == 1 else f"{name} ({used[name]})")
    return tuple(headings)


def guess(headings, source) -> dict[str, str]:
    """{field: heading} by the names suppliers use; a heading serves one field, and a field's likeliest name wins."""
    by_name = {}
    for heading in headings:
        by_name.setdefault(plain(heading), heading)
    found = {}
    for field, names in source.fields.items():
        heading = next((by_name[name] for name in names if name in by_name), None)
        if heading and heading not in found.values():
            found[field] = heading
    return found


def _merged(source, headings, kept, given):
    """The surer map wins, and a heading it uses is not taken to mean something else as well."""
    columns = dict(given)
    for field, heading in kept.items():
        if heading in ("", *headings) and field not in columns and heading not in {*columns.values()} - {""}:
            columns[field] = heading
    free = [heading for heading in headings if heading not in columns.values()]
    columns = guess(free, source) | columns
    return {field: columns[field] for field in source.fields if field in columns}


def _refuse_twins(cells, columns):
    names = Counter(" ".join(cell.split()) for cell in cells)
    for field, heading in columns.items():
        if heading and names[heading] > 1:
            raise NotATable(
                f"{names[heading]} columns are called “{heading}”. Rename them in the file, "
                f"or say which is meant, for example: --map '{heading} (2)={field}' for the second"
            )


def _not_found(seen, source, given):
    if not seen:
        return "The file has no row of headings."
    columns = ", ".join(f"“{one[:40]}”" for one in seen[:30])
    missing = [heading for heading in given.values() if heading and heading not in seen]
    if missing:
        return f"There is no column called “{missing[0]}”. The columns are: {columns}."
    return (
        f"No column of words was found. The columns are: {columns}. "
        f"Say which holds the words, for example: --map '{seen[0][:40]}={source.words[0]}'"
    )
