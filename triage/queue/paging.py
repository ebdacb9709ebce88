"""Pages that stay put: each begins after the last row of the one before, not at a number.

Rows that come or go between two pages move nothing: no case is shown twice, none is skipped.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

# How each field of an order is read back from an address.
READ = {"priority": int, "next_due_on": date.fromisoformat, "severity": float, "id": int}
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

    `fields` are the order, ending in a unique one, each a key of READ, with "-" before
    one that descends. A mark is what an earlier Page gave; one that cannot be read starts
    at the beginning.
    """
    start, end = _read(after, fields), _read(before, fields)
    if end:
        found = _following(rows, [_turned(field) for field in fields], end, size + 1)
        more_before, more_after = len(found) > size, True
        found = found[:size][::-1]
    else:
        found = (
            _following(rows, fields, start, size + 1) if start else list(rows.order_by(*fields)[: size + 1])
        )
        more_before, more_after = bool(start), len(found) > size
        found = found[:size]
    if not found:
        return Page([])
    return Page(
        found,
        earlier=_mark(found[0], fields) if more_before else "",
        later=_mark(found[-1], fields) if more_after else "",
    )


def _following(rows, fields, mark, most):
    """Up to `most` rows that follow a mark. Two queries at most.

    First those that share the first field with it, then those beyond: asked for in one, an index would be read from
    its beginning, and the last of a hundred thousand cases would cost as much as all of them.
    """
    first, second, *_ = fields
    near = Q(**{_name(first): mark[0], f"{_name(second)}__{_way(second)}e": mark[1]})
    found = list(rows.filter(near, _beyond(fields[1:], mark[1:])).order_by(*fields)[:most])
    if len(found) < most:
        found += rows.filter(_beyond(fields[:1], mark[:1])).order_by(*fields)[: most - len(found)]
    return found


def _beyond(fields, values):
    """Q for the rows after a mark: the first field decides, the next breaks a tie, and so on."""
    beyond, same = Q(), Q()
    for field, value in zip(fields, values, strict=True):
        beyond |= same & Q(**{f"{_name(field)}__{_way(field)}": value})
        same &= Q(**{_name(field): value})
    return beyond


def _turned(field):
    """The other way round: "severity" <-> "-severity"."""
    return field[1:] if field.startswith("-") else f"-{field}"


def _way(field):
    return "lt" if field.startswith("-") else "gt"


def _name(field):
    return field.removeprefix("-")


def _mark(row, fields):
    return BETWEEN.join(str(getattr(row, _name(field))) for field in fields)


def _read(mark, fields):
    parts = mark.split(BETWEEN)
    if len(parts) != len(fields):
        return None
    try:
        values = [READ[_name(field)](part) for field, part in zip(fields, parts, strict=True)]
    except ValueError:
        return None
    return values if all(isinstance(one, date) or abs(one) <= BIGGEST for one in values) else None
