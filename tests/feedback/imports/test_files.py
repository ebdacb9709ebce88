"""Files of odd kinds, and files that cannot be taken."""

import datetime as dt

import pytest
from django.core.management import CommandError

from feedback.models import Comment, Feedback, ImportBatch
from tests.feedback.imports.tables import refusals
from tests.feedback.imports.workbooks import save_xlsx

pytestmark = pytest.mark.django_db


def words():
    return list(Comment.objects.values_list("text", flat=True))


def test_a_file_of_the_old_windows_letters_says_so(run, tmp_path):
    path = tmp_path / "fft.csv"
    path.write_bytes("Comment\nIt’s a café\n".encode("cp1252"))
    assert "Windows-1252" in run(path)
    assert words() == ["It’s a café"]


def test_a_workbook_is_read_from_its_first_sheet_with_headings(run, tmp_path):
    path = save_xlsx(
        tmp_path / "fft.xlsx",
        {
            "Lists": [["Comment"], ["Hidden"]],
            "About": [["January report"]],
            "Data": [
                ["Elder Vale"],
                [],
                ["Date", "Score", "Comment"],
                [dt.date(2025, 12, 31), 2, "Kind"],
                [46022, "Poor", "Cold"],
            ],
        },
        hidden=("Lists",),
    )
    printed = run(path)
    assert "Reading sheet “Data”, headings in row 3" in printed
    assert list(Feedback.objects.values_list("received_on", "fft_answer")) == [
        (dt.date(2025, 12, 31), 2),
        (dt.date(2025, 12, 31), 4),
    ]
    assert "0 stored + 0 refused + 2 seen before" in run(path)


def test_a_row_with_a_broken_quotation_mark_is_refused_and_the_rest_stored(run, tmp_path):
    path = tmp_path / "fft.csv"
    path.write_text('id,Comment\n1,"They said "wait" again"\n2,Fine\n')
    assert "2 rows = 1 stored + 1 refused" in run(path)
    assert "quotation mark" in refusals(tmp_path)[0]["reason"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7", "is a PDF"),
        (b"PK\x03\x04zip", "not a spreadsheet we can read"),
        (b"<html><table>", "web page"),
        (b"Date,Comment\n", "headings and no rows"),
        (b"Date,Comment\n,\n\n", "headings and no rows"),
        (b"Date,Ward\n2026-01-02,Bramble\n", "--map"),
        (b"Comment,Comment\nKind,Calm\n", "2 columns are called"),
        (b"Comment\n\x81\x8d\n", "no encoding"),
    ],
)
def test_a_file_that_cannot_be_taken_says_why(run, tmp_path, content, says):
    path = tmp_path / "fft.csv"
    path.write_bytes(content)
    with pytest.raises(CommandError, match=says):
        run(path)
    assert not ImportBatch.objects.exists()


def test_the_refused_rows_never_overwrite_the_file_itself(run, tmp_path):
    with pytest.raises(CommandError, match="another name"):
        run([["Comment"], ["Kind"]], refused=str(tmp_path / "." / "fft.csv"))
    assert (tmp_path / "fft.csv").read_text() == "Comment\nKind\n"
