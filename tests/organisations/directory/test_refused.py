import csv
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organisations.directory.refused import RUNS, RefusedRows, neutralised


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize("start", RUNS)
def test_a_cell_that_would_run_is_made_plain_text(start):
    assert neutralised(f"{start}1+1") == f"'{start}1+1"


@given(st.text())
def test_no_cell_starts_a_formula_and_none_is_lost(cell):
    assert not neutralised(cell).startswith(RUNS)
    assert neutralised(cell).endswith(cell)


def test_no_file_is_made_when_nothing_is_refused(tmp_path):
    with RefusedRows(tmp_path / "out.csv", ["Comment"]):
        pass
    assert not list(tmp_path.iterdir())


def test_a_refused_row_keeps_its_cells_and_gains_a_reason_for_its_owner_alone(tmp_path):
    path = tmp_path / "out.csv"
    with RefusedRows(path, ["Date", "Comment"]) as refused:
        refused.add(7, "Date", "The date could not be read.", ["soon", "=HYPERLINK()\nand é"])
    assert read(path) == [
        ["row", "column", "reason", "Date", "Comment"],
        ["7", "Date", "The date could not be read.", "soon", "'=HYPERLINK()\nand é"],
    ]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_where_the_folder_is_not_writable_the_data_folder_is_used(tmp_path, settings):
    settings.DATA_DIR = tmp_path
    with RefusedRows(tmp_path / "no such folder" / "out.csv", []) as refused:
        refused.add(2, "", "No words.", [])
    assert refused.path == tmp_path / "out.csv"
    assert len(read(refused.path)) == 2
