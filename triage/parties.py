"""Who has a part in a case from the first, by what the feedback and its contact details say. Pure: values in, values out.

Whoever writes for another is the representative, and the patient is a person of their own, of whom we may know no
more than a name. Source: regulation 5 of the 2009 complaints regulations (persons who may make complaints).
"""

from triage.needs import ruled_out_in, shape_in

REACHED_BY = ("name", "email", "telephone", "address", "needs")
LONGEST_RELATIONSHIP = 60


def first_parties(*, about: str, relationship: str, prefers: str, contact: dict[str, str]) -> list[dict]:
    """The fields of each party: the complainant alone, or the representative and the patient.

    `contact` is what the person left, by the names of the contact's fields; empty where they left nothing.
    """
    needs = contact.get("needs", "")
    told_us = {name: contact.get(name, "") for name in REACHED_BY} | {
        "shape": shape_in(needs),
        "prefers": prefers,
        "ruled_out": ruled_out_in(needs, prefers),
        "answered": True,
        "told_us": True,
    }
    if about != "someone_else":
        return [{"part": "complainant"} | told_us]
    return [
        {"part": "representative", "relationship": relationship[:LONGEST_RELATIONSHIP]} | told_us,
        {"part": "patient", "name": contact.get("patient_name", "")},
    ]
