"""A date as it is written in eight cells: DDMMYYYY. Pure."""

from datetime import date

LONGEST_AGO = 120  # years
NOT_WHOLE = "The date is not complete"
NO_SUCH = "There is no such date"
NOT_YET = "The date is in the future"
LONG_AGO = "The date is very long ago"


def read_date(digits: str, today: date) -> tuple[str, str]:
    """The date as YYYY-MM-DD and why it cannot be right, each "" where there is nothing to say.

    `digits` is what stands in the cells, a space for an empty one.
    """
    if not digits.strip():
        return "", ""
    if len(digits) != 8 or not (digits.isascii() and digits.isdigit()):
        return "", NOT_WHOLE
    try:
        found = date(int(digits[4:]), int(digits[2:4]), int(digits[:2]))
    except ValueError:
        return "", NO_SUCH
    if found > today:
        return found.isoformat(), NOT_YET
    if found.year < today.year - LONGEST_AGO:
        return found.isoformat(), LONG_AGO
    return found.isoformat(), ""
