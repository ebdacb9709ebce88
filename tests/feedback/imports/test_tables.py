import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.imports import tables
from organisations.directory.incoming import NotATable, look_at
from tests.feedback.imports.workbooks import save_xlsx


def rows_of(path, content=None, sheet=0):
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(tables.sheets(look_at(path))[sheet].rows())


def cells(rows):
    return [row.cells for row in rows]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_separator_is_found(tmp_path, mark):
    lines = [
        ["Date", "Ward", "Comment"],
        ["2026-01-02", "Bramble", "Warm, kind; and calm"],
        ["2026-01-03", "Heron", "Cold"],
    ]
    content = "\n".join(mark.join(f'"{cell}"' for cell in line) for line in lines)
    assert cells(rows_of(tmp_path / "fft.csv", content)) == lines


def test_a_title_with_commas_above_does_not_mislead(tmp_path):
    content = "Report for Elder Vale, January, 2026\nDate;Comment\n2026-01-02;Kind, calm\n2026-01-03;Cold\n"
    assert cells(rows_of(tmp_path / "fft.csv", content))[1:] == [
        ["Date", "Comment"],
        ["2026-01-02", "Kind, calm"],
        ["2026-01-03", "Cold"],
    ]


def test_words_of_several_lines_stay_in_one_cell_and_rows_are_counted_as_a_spreadsheet_does(tmp_path):
    rows = rows_of(tmp_path / "fft.csv", 'Id,Comment\n1,"Two\nlines, ""quoted"""\n2,One\n')
    assert [(row.number, row.cells) for row in rows] == [
        (1, ["Id", "Comment"]),
        (2, ["1", 'Two\nlines, "quoted"']),
        (3, ["2", "One"]),
    ]


def test_a_quotation_mark_never_closed_is_a_problem_with_that_row_not_one_long_comment(tmp_path):
    rows = rows_of(tmp_path / "fft.csv", 'Id,Comment\n1,Fine\n2,"Never closed\n3,Swallowed\n')
    assert [bool(row.problem) for row in rows] == [False, False, True]
    assert "line 3" in rows[2].problem


def test_a_stray_quotation_mark_costs_one_row_only(tmp_path):
    rows = rows_of(tmp_path / "fft.csv", 'Id,Comment\n1,"They said "wait" again"\n2,Fine\n')
    assert [(bool(row.problem), row.cells) for row in rows[1:]] == [(True, []), (False, ["2", "Fine"])]


def test_nul_bytes_are_left_out(tmp_path):
    assert cells(rows_of(tmp_path / "fft.csv", b"Comment\nKi\0nd\n")) == [["Comment"], ["Kind"]]


def test_a_large_file_is_not_held_in_memory(tmp_path):
    rows = tables.sheets(look_at(write_many(tmp_path / "fft.csv", 1000)))[0].rows()
    assert iter(rows) is rows
    assert next(rows).cells == ["Id", "Comment"]


def write_many(path, count):
    path.write_text("Id,Comment\n" + "".join(f"{n},Kind\n" for n in range(count)))
    return path


def test_a_workbooks_days_and_numbers_come_out_as_a_person_types_them(tmp_path):
    path = save_xlsx(
        tmp_path / "fft.xlsx",
        {
            "Data": [
                ["Date", "Score", "Comment", "Sum"],
                [dt.date(2025, 12, 31), 2, "007", "=1+2"],
                [46022.5, 2.5, None, 1],
            ]
        },
    )
    assert cells(rows_of(path)) == [
        ["Date", "Score", "Comment", "Sum"],
        ["2025-12-31", "2", "007", "3"],
        ["46022.5", "2.5", "", "1"],
    ]


def test_rows_keep_the_numbers_the_workbook_shows_when_it_starts_lower_down(tmp_path):
    path = save_xlsx(tmp_path / "fft.xlsx", {"Data": [[], [], ["Comment"], ["Kind"]]})
    assert [row.number for row in rows_of(path)] == [3, 4]


def test_hidden_sheets_are_left_out(tmp_path):
    path = save_xlsx(
        tmp_path / "fft.xlsx", {"Lists": [["Comment"]], "Data": [["Comment"]]}, hidden=("Lists",)
    )
    assert [sheet.name for sheet in tables.sheets(look_at(path))] == ["Data"]


def test_what_a_file_is_counts_not_what_it_is_called(tmp_path):
    path = save_xlsx(tmp_path / "fft.csv", {"Data": [["Comment"]]})
    assert cells(rows_of(path)) == [["Comment"]]


@pytest.mark.parametrize("content", [b"PK\x03\x04 not really", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 nor this"])
def test_a_workbook_that_is_something_else_says_so(tmp_path, content):
    with pytest.raises(NotATable, match="not a spreadsheet we can read"):
        rows_of(tmp_path / "fft.xlsx", content)


def test_a_workbook_too_large_to_read_whole_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "LARGEST_WORKBOOK", 10)
    with pytest.raises(NotATable, match="Save it as CSV"):
        rows_of(save_xlsx(tmp_path / "fft.xlsx", {"Data": [["Comment"]]}))


@given(
    st.one_of(
        st.text(),
        st.integers(),
        st.floats(allow_nan=False),
        st.booleans(),
        st.dates(),
        st.datetimes(),
        st.times(),
    )
)
def test_every_cell_is_text(cell):
    assert isinstance(tables.as_text(cell), str)
