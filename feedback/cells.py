"""A value as a cell of a CSV that somebody opens in a spreadsheet."""

from collections.abc import Iterable

# A cell that starts with one of these is run as a formula by spreadsheets.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def cell(value) -> str:
    """A value as a cell: empty for None, ISO dates, yes/no, lists joined by "; ", formulas made harmless."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return str(value)
    text = (
        "; ".join(map(str, value))
        if isinstance(value, Iterable) and not isinstance(value, str)
        else str(value)
    )
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
