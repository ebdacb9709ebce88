import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.imports import values
from feedback.imports.source import Refused
from feedback.models import Feedback, Question


@pytest.mark.parametrize(
    "text",
    [
        "2025-12-31",
        "2025-12-31T09:15:00Z",
        "2025-12-31 09:15",
        "31/12/2025",
        "31/12/25",
        "31/12/2025 23:59:59",
        "31-12-2025",
        "31.12.2025",
        "31 December 2025",
        "31 Dec 2025",
        "31-Dec-25",
        "20251231",
        "46022",
        "46022.75",
        " 31/12/2025 ",
    ],
)
def test_a_day_is_read_as_british_iso_and_excel_write_it(text):
    assert values.day(text) == dt.date(2025, 12, 31)


def test_the_day_comes_before_the_month():
    assert values.day("01/02/2025") == dt.date(2025, 2, 1)


@pytest.mark.parametrize("text", ["12/31/2025", "yesterday", "31/02/2025", "5", "2025", "99999"])
def test_a_day_that_cannot_be_read_is_refused_not_guessed(text):
    with pytest.raises(Refused, match="could not be read") as refused:
        values.day(text)
    assert refused.value.field == "date"


def test_no_day_is_no_day():
    assert values.day(" ") is None


@given(st.dates(dt.date(1982, 3, 1), dt.date(2068, 12, 31)), st.sampled_from(values.DAYS))
def test_every_way_of_writing_a_day_comes_back_as_that_day(day, form):
    assert values.day(day.strftime(form)) == day
    assert values.day(str((day - values.EXCEL_ZERO).days)) == day


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("1", 1),
        ("6", 6),
        ("3.0", 3),
        ("Very good", 1),
        ("GOOD", 2),
        ("neither good nor  poor", 3),
        ("Poor", 4),
        ("very-poor", 5),
        ("Don’t know", 6),
        ("Dont know", 6),
        ("Do not know", 6),
        ("1 - Very good", 1),
        ("5 - Very good", 1),
        ("7", None),
        ("0", None),
        ("", None),
        ("Extremely likely", None),
        ("1.5", None),
        ("-1", None),
    ],
)
def test_an_answer_is_one_of_the_present_six_or_none(text, answer):
    assert values.fft_answer(text) == answer


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("what_good", Question.WHAT_GOOD),
        ("could_improve", Question.COULD_IMPROVE),
        ("What was good about your visit?", Question.WHAT_GOOD),
        ("What did we do well?", Question.WHAT_GOOD),
        ("How could we improve?", Question.COULD_IMPROVE),
        ("What could be better?", Question.COULD_IMPROVE),
        ("What went well, and what could be better?", Question.NONSPECIFIC),
        ("Why did you give that answer?", Question.NONSPECIFIC),
        ("", Question.NONSPECIFIC),
    ],
)
def test_a_question_is_told_by_its_wording(text, kind):
    assert values.question(text) == kind


@pytest.mark.parametrize(
    ("text", "mode"),
    [("SMS", "SMS"), ("Mode SMS", "SMS"), ("paper DISCHARGE", "Paper discharge"), ("pigeon", ""), ("", "")],
)
def test_a_way_of_collection_is_one_of_the_eight_or_none(text, mode):
    assert values.mode(text) == mode


def test_every_way_of_collection_fits_its_column():
    assert len(values.MODES) == 8
    assert max(map(len, values.MODES)) <= Feedback._meta.get_field("fft_mode").max_length
