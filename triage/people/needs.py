"""What the people of a case need from us, for everyone who opens it. No name and no contact detail is among it."""

from triage.addressee import Addressee, addressee, answered_party
from triage.models import Case, Party

CALLED = {
    Party.Part.COMPLAINANT: "The person who told us",
    Party.Part.PATIENT: "The patient",
    Party.Part.REPRESENTATIVE: "Who speaks for the patient",
    Party.Part.MP: "The MP's office",
}


def needs_of(case: Case) -> list[dict]:
    """Who of them needs something: [{called, answered, who, shape}], the one whom we answer first."""
    first = answered_party(case)
    rows = [
        {
            "called": CALLED[party.part],
            "answered": party == first,
            "who": addressee(case, party),
            "shape": party.get_shape_display(),
        }
        for party in case.parties.all()
    ]
    return sorted((row for row in rows if needs_something(row["who"])), key=lambda row: not row["answered"])


def needs_something(who: Addressee) -> bool:
    """Whether there is anything to heed before we write to or ring this person."""
    return bool(who.needs or who.language or who.ruled_out or who.shape != Party.Shape.STANDARD)
