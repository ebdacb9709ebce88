"""What one person should know this morning, as references: no name and no word of anybody."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from organisations.models import Membership, Role, User
from organisations.permissions import MAY, current_memberships
from triage.absence.covers import Covers
from triage.agreement import waiting_for_consent
from triage.models import Case, StatementRequest, Team
from triage.morning.near import WEEK

# Who is told of a case that nobody has: the team that owes the reply.
TEAMS = {
    Team.PALS: Role.PALS_OFFICER,
    Team.COMPLAINTS: Role.COMPLAINTS_OFFICER,
    Team.SERVICE: Role.SERVICE_MANAGER,
}
PARTS = {
    "late": "Late",
    "today": "Due today",
    "week": "Due within a week",
    "consent": "Waiting for consent",
    "statement": "Waiting for a statement",
    "cover": "Late or due within a week, of colleagues you cover for",
    "nobody": "Due within a week or late, and nobody has them yet",
}
# Asked for, and not there yet.
_STATEMENT = StatementRequest.objects.waiting().filter(case=OuterRef("pk"))


def told(user: User, today: date) -> dict[str, list[str]]:
    """{part: references}, the nearest date first; parts with nothing are left out. Eight queries."""
    covered = Covers.on(today).covered_by(user.pk)
    near = _rows(_open(user).filter(handler__in=[user.pk, *covered], next_due_on__lte=today + WEEK))
    mine = [case for case in near if case.handler == user.pk]
    own = _open(user).filter(handler=user)
    parts = {
        "late": [case for case in mine if case.next_due_on < today],
        "today": [case for case in mine if case.next_due_on == today],
        "week": [case for case in mine if today < case.next_due_on],
        "consent": _rows(waiting_for_consent(own.filter(replied_at=None))),
        "statement": _rows(own.filter(Exists(_STATEMENT))),
        "cover": [case for case in near if case.handler in covered],
        "nobody": _rows(_nobody_has(user, today)),
    }
    return {part: [case.feedback__reference for case in cases] for part, cases in parts.items() if cases}


def people() -> set[int]:
    """Ids of those who may have something to be told: handlers of open cases, and whoever works cases."""
    working = Membership.objects.current().filter(role__in=MAY["work_cases"], user__is_active=True)
    return set(working.values_list("user", flat=True))


def _open(user):
    return Case.objects.visible_to(user).open().order_by("next_due_on", "id")


def _rows(cases):
    """No more of each than is told: an officer may have thousands."""
    return list(cases.values_list("handler", "next_due_on", "feedback__reference", named=True))


def _nobody_has(user, today):
    own = Q(pk__in=[])
    for team, role in TEAMS.items():
        own |= Q(team=team) & _as(user, role)
    return _open(user).filter(own, handler=None, next_due_on__lte=today + WEEK)


def _as(user, role):
    """Cases of the body itself in which the person has this role, or of their own ward."""
    own = Q(pk__in=[])
    for one in current_memberships(user):
        if one.role == role:
            own |= Q(service=one.service_id) if one.service_id else Q(organisation=one.organisation_id)
    return own
