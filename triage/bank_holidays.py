"""Bank holidays in England, from a table that works offline.

The dates come from the `holidays` package: the yearly ones, the substitute days
when one falls on a weekend, and one-off days set by proclamation. A one-off day
proclaimed after the package was made is missing until the package is updated.
"""

from datetime import date
from functools import cache

import holidays

FIRST_YEAR = 1948  # the first year of the NHS
LAST_YEAR = 2099
YEARLY = 8  # every year has at least this many days off in England

# The package's names, where the government's list calls the day something else.
NAMES = {
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
}


class OutOfReach(ValueError):
    """The table of bank holidays does not reach this date."""


def name_of(day: date) -> str:
    """The name of the bank holiday on `day`, or "" on any other day. Raises OutOfReach."""
    return _of_year(day.year).get(day, "")


def check_reach(until: date) -> None:
    """Raise OutOfReach, in words, unless the table is whole from 2015 to the end of `until`'s year."""
    for year in range(2015, until.year + 1):
        if len(_of_year(year)) < YEARLY:
            raise OutOfReach(
                f"The bank holidays of {year} are not all in the table. Update the holidays package."
            )


@cache
def _of_year(year: int) -> dict[date, str]:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise OutOfReach(
            f"The table of bank holidays runs from {FIRST_YEAR} to {LAST_YEAR}: there is none for {year}."
        )
    # `expand` would let the package add years on its own whenever it is asked about a day.
    table = holidays.country_holidays("GB", subdiv="ENG", years=year, expand=False)
    return {day: _in_plain_words(name) for day, name in table.items()}


def _in_plain_words(name: str) -> str:
    """The name as the government's list has it: "Boxing Day (observed)" is a substitute day."""
    plain, observed, _ = name.partition(" (observed)")
    return NAMES.get(plain, plain) + (" (substitute day)" if observed else "")
