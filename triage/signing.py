"""Who signs the answer to a complaint: the responsible person of the body that answers, or whom they authorised.

Source: regulations 4 and 14(2) of the 2009 complaints regulations. A body above it cannot sign for it, nor
can one below: what may be read down a tree of bodies may not be signed down it.
"""

from django.utils import timezone

from organisations.models import Membership, Organisation, User
from organisations.permissions import MAY, current_memberships
from triage.models import Case, Letter

ROLES = MAY["sign_replies"]


def signs_for(user) -> set[int]:
    """Ids of the organisations whose answers this person signs today."""
    return {
        one.organisation_id
        for one in current_memberships(user)
        if one.role in ROLES and one.service_id is None
    }


def may_sign(user, case: Case) -> bool:
    """Whether this person signs the answer to this case."""
    return case.organisation_id in signs_for(user)


def signers(organisation: Organisation):
    """Who signs for a body today, by name."""
    return _with_role(organisation, ROLES)


def who_gives_the_role(organisation: Organisation):
    """Administrators who can make somebody the responsible person of this body: its own, or of one above it."""
    roles = MAY["manage_staff"]
    above = Membership.objects.current().filter(role__in=roles, organisation__in=organisation.ancestor_ids)
    return _people(above)


def signature(letter: Letter) -> str:
    """Such as "Signed by Ada Invented, for Elder Vale Trust, on 2 April 2026."; "" while nobody signed."""
    if not letter.signed_at:
        return ""
    day = timezone.localdate(letter.signed_at)
    return f"Signed by {letter.signed_by}, for {letter.signed_for.name}, on {day.day} {day:%B %Y}."


def _with_role(organisation, roles):
    return _people(
        Membership.objects.current().filter(role__in=roles, organisation=organisation, service=None)
    )


def _people(memberships):
    return User.objects.filter(is_active=True, pk__in=memberships.values("user")).order_by("name", "id")
