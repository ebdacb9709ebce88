"""The people of a case gathered for their page. Names and contact details only where they were asked for."""

from triage.addressee import SAID_TO_RULE_OUT, addressee, answered_party
from triage.models import Case, Party
from triage.people.needs import CALLED

DETAILS = {"name": "name", "email": "e-mail", "telephone": "telephone", "address": "address"}


def people(case: Case) -> list[dict]:
    """Each person: {party, called, answered, who, shape, prefers, known}; no query where parties are fetched.

    `known` says which details we have, never the details themselves.
    """
    first = answered_party(case)
    return [
        {
            "party": party,
            "called": CALLED[party.part],
            "answered": party == first,
            "who": addressee(case, party),
            "shape": party.get_shape_display(),
            "prefers": SAID_TO_RULE_OUT.get(party.prefers, ""),
            "known": [words for name, words in DETAILS.items() if getattr(party, name)],
        }
        for party in case.parties.all()
    ]


def parts_left(case: Case) -> bool:
    """Whether somebody could still be added."""
    return len(case.parties.all()) < len(Party.Part.values)
