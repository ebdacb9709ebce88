"""What an e-mail fills in."""

import datetime as dt

import pytest

from feedback.submission import LONGEST_COMMENT
from triage.desk.filling import REST, filled_from
from triage.evidence.emails import Email

TODAY = dt.date(2026, 4, 7)


def an_email(**given):
    return Email(
        **{
            "subject": "Rowan Ward",
            "sender": "Ada Field <ada@patientview.example>",
            "to": "",
            "attached": (),
            "on": "Thu, 02 Apr 2026 10:15:00 +0100",
            "text": "My mother waited.",
        }
        | given  # fmt: skip
    )


def test_sender_day_and_words_are_filled_in():
    assert filled_from(an_email(), TODAY) == {
        "channel": "email", "words": "Rowan Ward\n\nMy mother waited.", "name": "Ada Field",
        "email": "ada@patientview.example", "received_on_day": "2", "received_on_month": "4",
        "received_on_year": "2026",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("on", "day"),
    [
        ("Thu, 02 Apr 2026 23:30:00 +0000", "3"),  # half past midnight in London
        ("Thu, 02 Apr 2026 23:30:00 -0000", "2"),  # of no known zone: its own day
        ("", None),
        ("yesterday", None),
        ("Thu, 09 Apr 2026 10:00:00 +0100", None),  # ahead: somebody's clock is wrong
        ("Fri, 31 Dec 9999 23:59:59 -1200", None),
    ],
)
def test_the_day_is_londons_or_left_to_the_person(on, day):
    assert filled_from(an_email(on=on), TODAY).get("received_on_day") == day


def test_a_long_email_is_cut_and_says_where_the_rest_is():
    words = filled_from(an_email(text="x" * 30_000), TODAY)["words"]
    assert len(words) == LONGEST_COMMENT and words.endswith(REST.strip())


def test_nothing_stands_for_what_is_not_there():
    assert filled_from(an_email(subject="", text="", sender="", on=""), TODAY) == {"channel": "email"}
