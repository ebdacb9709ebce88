"""Who a body named in the rules is, for one provider, on one day.

Bodies are reorganised: they are dated rows in the directory with successors, never constants.
"""

from organisations.models import Kind, Organisation
from triage.routing import TOLD

# Every body the rules can tell, as a person reads it.
BODIES = TOLD
NATIONAL = ("cqc", "healthwatch", "phso", "hssib")


def find(body: str, provider: Organisation, day) -> Organisation | None:
    """The organisation that stands for `body` where `provider` is concerned, or None if none stands on `day`.

    National bodies are looked up by date; the ICB is the one above the provider; all
    others are teams of the provider itself.
    """
    if body in NATIONAL:
        return Organisation.objects.national(body, day)
    if body == "icb":
        return Organisation.objects.filter(pk__in=provider.ancestor_ids, kind=Kind.ICB).first()
    return provider
