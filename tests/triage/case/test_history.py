"""Every kind of event has its sentence."""

import pytest
from django.utils import timezone

from organisations.models import User
from triage.case.history import SENTENCES, meanwhile, sentence
from triage.models import Event
from triage.moves import MOVES

SAM = User(pk=1, name="Sam Okoro", email="sam@patientview.example")
ANA = User(pk=2, name="Ana Whitfield", email="ana@patientview.example")

SAID = [
    ("open", None, {"team": "pals"}, "The rules opened this case for the PALS team"),
    ("take", SAM, {}, "Sam Okoro took this case"),
    ("assign", SAM, {"handler": "Ana Whitfield"}, "Sam Okoro gave this case to Ana Whitfield"),
    ("assign", SAM, {"handler": ""}, "Sam Okoro gave this case to nobody"),
    ("agree_date", SAM, {"agreed_on": "2026-04-09"}, "Sam Okoro agreed a date with the person: Thu 9 Apr 2026"),
    ("refer", SAM, {"before": "pals at Elder Vale", "team": "complaints", "organisation": "Vale ICB"},
     "Sam Okoro passed this case from PALS at Elder Vale to Complaints at Vale ICB"),
    ("explain", SAM, {"clocks": ["respond_by", "backstop_on"]},
     "Sam Okoro told the person why a date was missed: Reply by, Six months end on"),
    ("tell", SAM, {"body": "cqc"}, "Sam Okoro told the Care Quality Commission (CQC)"),
    ("correct", SAM, {"what": "decision", "priority": "urgent"}, "Sam Okoro corrected the decision: urgent priority"),
    ("correct", SAM, {"what": "classification"}, "Sam Okoro corrected the reading of the words"),
    ("close", SAM, {"outcome": "partly"}, "Sam Okoro closed this case: partly upheld"),
    ("write_back", None, {"feedback": 4}, "The person wrote again"),
    ("something_new", SAM, {}, "Sam Okoro did this: something new"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "by", "detail", "words"), SAID)
def test_an_event_reads(kind, by, detail, words):
    assert sentence(Event(kind=kind, by=by, detail=detail)) == words


def test_a_breach_names_the_date_that_was_missed():
    event = Event(kind="breach", clock="acknowledge_by", detail={"due_on": "2026-04-09"})
    assert sentence(event) == "A date was missed: Acknowledge by Thu 9 Apr 2026"


@pytest.mark.parametrize("move", list(MOVES))
def test_every_move_has_a_sentence(move):
    assert move in SENTENCES
    assert sentence(Event(kind=move, by=SAM, detail={}))


def test_the_second_officer_reads_who_was_quicker():
    event = Event(kind="take", by=SAM, detail={}, at=timezone.now().replace(hour=10, minute=42))
    said = meanwhile(event, ANA)
    assert (
        said
        == f"Sam Okoro took this case at {timezone.localtime(event.at):%H:%M}. Nothing of yours was saved over it."
    )


def test_an_officer_with_two_pages_open_is_told_it_was_themselves():
    event = Event(kind="take", by=SAM, detail={}, at=timezone.now())
    assert meanwhile(event, SAM).startswith("You changed it on another page: Sam Okoro took this case at ")
