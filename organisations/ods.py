"""ODS codes: the shapes of the codes by which the NHS names its organisations.

Source: Organisation Data Service, NHS England. Parents come from relationships
in the directory, never from the front of a code.
"""

import re

from django.core.exceptions import ValidationError

ANY = re.compile(r"[A-Z0-9]{1,9}")

# One pattern a kind of organisation; a kind that is not here may have any ODS code.
FORMATS = {
    "acute_trust": re.compile(r"R[A-Z0-9]{2}"),
    "mental_health_trust": re.compile(r"R[A-Z0-9]{2}"),
    "ambulance_trust": re.compile(r"R[A-Z0-9]{2}"),
    "community_trust": re.compile(r"R[A-Z0-9]{2}"),
    "icb": re.compile(r"Q[A-Z0-9]{2}"),
    "gp_practice": re.compile(r"[A-Z][0-9]{5}"),
    "dental_practice": re.compile(r"V[0-9]{5}"),
    "pharmacy": re.compile(r"F[A-Z0-9]{4}"),
    "care_home": re.compile(r"V[A-Z0-9]{4}"),
    "independent_hospital": re.compile(r"[A-Z0-9]{3,5}"),
}
SITE = re.compile(r"R[A-Z0-9]{4}|[A-Z0-9]{3,5}|[A-Z][0-9]{8}")


def is_valid(code, kind=None):
    """True if `code` has the shape of an ODS code, and of that kind's code where the kind has one.

    >>> is_valid("RQ3"), is_valid("RQ3", "gp_practice")
    (True, False)
    """
    pattern = SITE if kind == "site" else FORMATS.get(kind, ANY)
    return bool(ANY.fullmatch(code) and pattern.fullmatch(code))


def validate_any(code):
    if not is_valid(code):
        raise ValidationError("An ODS code is 1 to 9 capital letters and figures, such as RQ3.")
