import pytest

from feedback.imports import columns
from feedback.imports.fft import SOURCE
from feedback.imports.tables import Row, Sheet
from organisations.directory.incoming import NotATable


def sheet(*rows, name=""):
    return Sheet(name, len(rows), lambda: iter([Row(n, list(cells)) for n, cells in enumerate(rows, 1)]))


def find(*rows, kept=None, given=None):
    return columns.find([sheet(*rows)], SOURCE, kept or {}, given or {})


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (
            ("Date", "Ward", "FFT Score", "Question", "Comment"),
            {
                "date": "Date",
                "service": "Ward",
                "fft_answer": "FFT Score",
                "question": "Question",
                "text": "Comment",
            },
        ),
        (("Response", "Comments"), {"fft_answer": "Response", "text": "Comments"}),
        (("Response Date", "Response"), {"date": "Response Date", "text": "Response"}),
        (
            ("What was good?", "What could be better?"),
            {"what_good": "What was good?", "could_improve": "What could be better?"},
        ),
        (("question", "question_type", "text"), {"question": "question_type", "text": "text"}),
        (
            (
                "comment_id",
                "text",
                "question",
                "question_type",
                "service",
                "trust",
                "fft_score",
                "sentiment",
                "Parking",
            ),
            {
                "text": "text",
                "question": "question_type",
                "fft_answer": "fft_score",
                "service": "service",
                "id": "comment_id",
            },
        ),
        (("ODS Code", "trust", "COMMENT "), {"organisation": "ODS Code", "text": "COMMENT"}),
        (("comment_id", "Free-text"), {"id": "comment_id", "text": "Free-text"}),
    ],
)
def test_the_headings_suppliers_use_are_known(headings, expected):
    assert find(headings).columns == expected


def test_the_headings_may_stand_below_a_title():
    layout = find(["Elder Vale, January"], [], ["Ward", "Comment"], ["Bramble", "Kind"])
    assert layout.header_row == 3


def test_the_first_sheet_with_headings_is_the_one():
    found = columns.find(
        [sheet(["About this report"], name="Cover"), sheet(["Comment"], name="Data")], SOURCE, {}, {}
    )
    assert found.sheet.name == "Data"


def test_the_map_given_beats_the_map_kept_which_beats_a_guess():
    headings = ("Comment", "Story", "Words")
    assert find(headings).columns["text"] == "Comment"
    assert find(headings, kept={"text": "Story"}).columns["text"] == "Story"
    assert find(headings, kept={"text": "Story"}, given={"text": "Words"}).columns["text"] == "Words"


def test_a_field_left_out_stays_left_out():
    assert find(("id", "Comment"), kept={"id": ""}).columns == {"id": "", "text": "Comment"}


def test_a_kept_column_that_has_gone_is_guessed_afresh():
    assert find(("Comment",), kept={"text": "Story", "date": "Day"}).columns == {"text": "Comment"}


def test_a_column_given_for_one_thing_is_not_guessed_to_be_another():
    assert find(("Comment", "Reason"), given={"service": "Comment"}).columns == {
        "service": "Comment",
        "text": "Reason",
    }


def test_no_column_of_words_names_the_columns_and_the_way_out():
    with pytest.raises(NotATable, match="The columns are: “Ward”, “Story”.*--map 'Ward=text'"):
        find(("Ward", "Story"))


def test_a_column_that_is_not_there_is_named():
    with pytest.raises(NotATable, match="no column called “Tale”. The columns are: “Ward”, “Comment”"):
        find(("Ward", "Comment"), given={"text": "Tale"})


def test_two_columns_of_one_name_are_only_a_problem_when_used():
    assert find(("Other", "Other", "Comment")).headings == ("Other", "Other (2)", "Comment")
    with pytest.raises(NotATable, match="2 columns are called “Comment”"):
        find(("Comment", "Comment"))
    assert find(("Comment", "Comment"), given={"text": "Comment (2)"}).columns["text"] == "Comment (2)"


def test_nothing_but_blanks_has_no_headings():
    with pytest.raises(NotATable, match="no row of headings"):
        find([""], [])


def test_a_row_is_read_by_its_headings_and_short_rows_have_empty_cells():
    layout = find(("Ward", "Comment"))
    assert layout.cells(Row(2, [" Bramble "])) == {"service": "Bramble", "text": ""}
