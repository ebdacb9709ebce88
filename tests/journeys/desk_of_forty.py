"""The desk of scenario H: forty cases in a trust of their own, three of them late, one urgent. Laid in the service's shell."""

from datetime import timedelta

from django.db import transaction

from organisations.models import Role
from tests.factories import OrganisationFactory, ServiceFactory, UserFactory, a_case, a_member, days_ago
from triage import actions
from triage.models import Case, Priority

LATE, FRESH = 3, 36


def lay() -> dict:
    """-> the officer, their colleague, and the references of the urgent case and the late ones."""
    trust = OrganisationFactory(name="Fernhill Hospitals NHS Trust", town="Fernhill")
    ward = ServiceFactory(organisation=trust, name="Juniper Ward", slug="juniper-ward")
    officer = a_member(trust, Role.COMPLAINTS_OFFICER, user=_person("Harriet Moss", "harriet"))
    colleague = a_member(trust, Role.COMPLAINTS_OFFICER, user=_person("Ivo Lark", "ivo"))
    late = [_unseen(f"Nobody wrote back about bed {number}.", service=ward, received_on=_a_friday()) for number in range(LATE)]  # fmt: skip
    for number in range(FRESH):
        _unseen(
            f"The form at desk {number} was hard to read.", service=ward, received_on=days_ago(number % 3)
        )
    urgent = _unseen("My mother's tablets ran out and no one ordered more.", service=ward)
    Case.objects.filter(pk=urgent.pk).update(priority=Priority.URGENT)
    actions.note_breaches()
    return {
        "staff": {
            "officer": {"email": officer.email, "name": officer.name},
            "colleague": {"email": colleague.email, "name": colleague.name},
        },
        "urgent": urgent.reference,
        "late": [case.reference for case in late],
        "count": Case.objects.filter(organisation=trust).count(),
    }


@transaction.atomic
def _unseen(words, **given):
    """A case whose feedback no worker of the running service sees before it is opened."""
    return a_case(words, **given)


def _a_friday():
    """Long enough ago to be late, and the three working days after it step over a weekend."""
    day = days_ago(40)
    return day - timedelta((day.weekday() - 4) % 7)


def _person(name, desk):
    return UserFactory(name=name, email=f"{desk}@fernhill.example")
