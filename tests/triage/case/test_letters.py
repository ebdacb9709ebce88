"""The words a letter begins with."""

import datetime as dt

import pytest

from feedback.models import Feedback
from organisations.models import Organisation
from triage import clock
from triage.case import letters
from triage.case.forms import whole
from triage.models import Case

RECEIVED = dt.date(2026, 4, 2)
IN_TIME, TOO_LATE = dt.date(2026, 4, 30), dt.date(2026, 5, 1)


def a_case_of(**given):
    dates = clock.start(RECEIVED)
    given = {"intent": "complaint", "team": "complaints"} | given
    return Case(
        feedback=Feedback(reference="PV-7KD4-QM3X"), organisation=Organisation(name="Elder Vale"),
        respond_by=dates.respond_by, **given,
    )  # fmt: skip


def test_an_acknowledgement_says_by_when_we_plan_to_reply():
    assert "We plan to reply by 30 April 2026." in letters.acknowledgement(a_case_of(), "Sam Okoro", IN_TIME)


def test_an_acknowledgement_never_promises_a_day_that_has_passed():
    said = letters.acknowledgement(a_case_of(), "Sam Okoro", TOO_LATE)
    assert "We plan to reply" not in said
    assert "We should have replied by 30 April 2026. We are sorry." in said


def test_an_agreed_date_is_the_one_promised():
    case = a_case_of(agreed_on=dt.date(2026, 6, 1))
    assert "We plan to reply by 1 June 2026." in letters.acknowledgement(case, "Sam Okoro", TOO_LATE)


@pytest.mark.parametrize(("intent", "offered"), [("complaint", True), ("concern", False)])
def test_free_help_to_complain_is_offered_to_those_who_complain(intent, offered):
    said = letters.acknowledgement(a_case_of(intent=intent), "Sam Okoro", IN_TIME)
    assert ("complaints advocacy" in said) is offered


@pytest.mark.parametrize(
    "part",
    [
        "How we looked into it",
        "What we found",
        "What we are doing about it",
        "Parliamentary and Health Service Ombudsman",
    ],
)
def test_a_reply_to_a_complaint_has_every_part_that_the_regulations_ask_for(part):
    assert part in letters.reply(a_case_of(), "Sam Okoro")


@pytest.mark.parametrize("team", ["complaints", "pals", "service"])
def test_a_reply_with_a_gap_left_open_cannot_be_sent(team):
    with pytest.raises(Exception, match="square brackets"):
        whole(letters.reply(a_case_of(team=team), "Sam Okoro"))
