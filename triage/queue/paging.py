"""Pages that stay put: each begins after the last row of the one before, not at a number.

Rows that come or go between two pages move nothing: no case is shown twice, none is skipped.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

# How each field of an order is read back from an address.
READ = {"priority": int, "next_due_on": date.fromisoformat, "id": int}
BIGGEST = 2**63 - 1
BETWEEN = "~"


@dataclass(frozen=True)
class Page:
    """Some rows in their order, and where the pages beside them begin ("" where there is none)."""

    rows: list
    earlier: str = ""
    later: str = ""


def page(rows, fields, *, after="", before="", size=50) -> Page:
    """The `size` rows that follow the mark `after`, or come just before the mark `before`.

    `fields` are the ascending order, ending in a unique one, each a key of READ. A mark
    is what an earlier Page gave; one that cannot be read starts at the beginning.
    """
    start, end = _read(after, fields), _read(before, fields)
    if end:
        found = list(
            rows.filter(_beyond(fields, end, "lt")).order_by(*(f"-{name}" for name in fields))[: size + 1]
        )
        more_before, more_after = len(found) > size, True
        found = found[:size][::-1]
    else:
        if start:
            rows = rows.filter(_beyond(fields, start, "gt"))
        found = list(rows.order_by(*fields)[: size + 1])
        more_before, more_after = bool(start), len(found) > size
        found = found[:size]
    if not found:
        return Page([])
    return Page(
        found,
        earlier=_mark(found[0], fields) if more_before else "",
        later=_mark(found[-1], fields) if more_after else "",
    )


def _beyond(fields, values, way):
    """Q for the rows on one side of a mark: the first field decides, the next breaks a tie, and so on."""
    beyond, same = Q(), Q()
    for name, value in zip(fields, values, strict=True):
        beyond |= same & Q(**{f"{name}__{way}": value})
        same &= Q(**{name: value})
    return beyond


def _mark(row, fields):
    return BETWEEN.join(str(getattr(row, name)) for name in fields)


def _read(mark, fields):
    parts = mark.split(BETWEEN)
    if len(parts) != len(fields):
        return None
    try:
        values = [READ[name](part) for name, part in zip(fields, parts, strict=True)]
    except ValueError:
        return None
    return values if all(isinstance(one, date) or abs(one) <= BIGGEST for one in values) else None
