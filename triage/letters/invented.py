"""An invented case, to show what a template looks like when it is filled in."""

from types import SimpleNamespace

from triage.letter import merge
from triage.letters.beginning import ADVOCACY, ONLINE, PLAN
from triage.letters.found import in_words

ISSUES = (
    SimpleNamespace(
        sentence="Nobody told you that the clinic had moved.", finding="upheld",
        reason="The letter had the old address.", learning="The address is checked before letters leave.",
    ),
    SimpleNamespace(
        sentence="The doctor did not listen to you.", finding="not",
        reason="The notes say what you told the doctor, and what was done about it.", learning="",
    ),
)  # fmt: skip

VALUES = {
    "greeting": "Dear Robin Sample,",
    "name": "Robin Sample",
    "patient": "Jo Sample",
    "what": "complaint",
    "reference": "PV-7KD4-QM3X",
    "team": "Complaints team",
    "today": "14 April 2026",
    "received_on": "2 April 2026",
    "acknowledge_by": "9 April 2026",
    "respond_by": "30 April 2026",
    "agreed_on": "15 May 2026",
    "backstop_on": "1 October 2026",
    "plan": PLAN.format(day="30 April 2026"),
    "how": ONLINE.format(address="www.patientview.example/track/"),
    "reason": "We wait for the notes of the other hospital, which have not come yet.",
    "advocacy": ADVOCACY,
    "issues": in_words(ISSUES),
}


def filled(text: str, organisation: str, officer: str) -> str:
    """`text` with every field filled in from the invented case."""
    return merge(text, VALUES | {"organisation": organisation, "officer": officer})
