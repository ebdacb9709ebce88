"""A cell can neither run as a formula nor lose what it says."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.cells import FORMULA_STARTS, cell
from insights.exports.table import Table


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_a_cell_that_looks_like_a_formula_is_made_harmless(start):
    assert cell(f"{start}1+1").startswith("'")


@pytest.mark.parametrize(
    "value,shown", [(None, ""), (True, "yes"), (False, "no"), (0, "0"), (["a", "b"], "a; b")]
)
def test_a_value_is_shown_plainly(value, shown):
    assert cell(value) == shown


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_characters="\x00\r"), max_size=20),
        min_size=1,
        max_size=5,
    )
)
def test_what_is_written_is_what_is_read(words):
    table = Table("a.csv", ("words",), tuple((word,) for word in words))
    read = list(csv.reader(io.StringIO(table.as_bytes().decode("utf-8-sig"), newline="")))
    assert [row[0] if row else "" for row in read[1:]] == [cell(word) for word in words]
