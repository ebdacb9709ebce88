"""Dates from eight cells."""

from datetime import date

import pytest

from feedback.paper.reading import dates
from feedback.paper.reading.dates import read_date

TODAY = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("digits", "value", "why"),
    [
        ("", "", ""),
        ("        ", "", ""),
        ("31082026", "2026-08-31", ""),
        ("01092026", "2026-09-01", ""),
        ("02092026", "2026-09-02", dates.NOT_YET),
        ("29022024", "2024-02-29", ""),
        ("29022026", "", dates.NO_SUCH),
        ("12132026", "", dates.NO_SUCH),
        ("00082026", "", dates.NO_SUCH),
        (" 1082026", "", dates.NOT_WHOLE),
        ("010820", "", dates.NOT_WHOLE),
        ("01010826", "0826-01-01", dates.LONG_AGO),
        ("²1082026", "", dates.NOT_WHOLE),
    ],
)
def test_a_date_is_real_and_not_in_the_future(digits, value, why):
    assert read_date(digits, TODAY) == (value, why)
