"""May this person? Closed by default: a role may do what is listed here and nothing else.

Whether anybody may do it now is another question, answered in `triage.moves`.
"""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from organisations.models import Membership, Organisation, Role

CASEWORKERS = {
    Role.PALS_OFFICER,
    Role.COMPLAINTS_OFFICER,
    Role.RESPONSIBLE_PERSON,
    Role.SERVICE_MANAGER,
    Role.ICB_LEAD,
}
# What each role may do within its own organisations.
MAY = {
    "read_cases": CASEWORKERS,
    "work_cases": CASEWORKERS,
    "take_alerts": CASEWORKERS,
    "log_spoken": CASEWORKERS,
    "take_in": {Role.PALS_OFFICER, Role.COMPLAINTS_OFFICER, Role.RESPONSIBLE_PERSON, Role.ICB_LEAD},
    "label_comments": {Role.PALS_OFFICER, Role.COMPLAINTS_OFFICER, Role.SERVICE_MANAGER},
    "scan_paper": {
        Role.PALS_OFFICER,
        Role.COMPLAINTS_OFFICER,
        Role.SERVICE_MANAGER,
        Role.ICB_LEAD,
        Role.ADMINISTRATOR,
    },
    "check_paper": {Role.PALS_OFFICER, Role.COMPLAINTS_OFFICER, Role.SERVICE_MANAGER},
    "read_contacts": {Role.PALS_OFFICER, Role.COMPLAINTS_OFFICER, Role.RESPONSIBLE_PERSON, Role.ICB_LEAD},
    "sign_replies": {Role.RESPONSIBLE_PERSON},
    "keep_letters": {Role.COMPLAINTS_OFFICER, Role.RESPONSIBLE_PERSON, Role.ADMINISTRATOR},
    "read_models": {Role.ADMINISTRATOR},
    "read_drift": {Role.ADMINISTRATOR, Role.ICB_LEAD},
    "note_drift": {Role.ADMINISTRATOR},
    "read_emerging": {Role.PALS_OFFICER, Role.COMPLAINTS_OFFICER, Role.SERVICE_MANAGER, Role.ICB_LEAD},
    "read_improvements": CASEWORKERS | {Role.ADMINISTRATOR},
    "improve": CASEWORKERS,
    "read_wards": CASEWORKERS | {Role.ADMINISTRATOR},
    "read_handling": CASEWORKERS | {Role.ADMINISTRATOR},
    "read_told": {Role.REGULATOR},
    "print_links": {
        Role.PALS_OFFICER,
        Role.COMPLAINTS_OFFICER,
        Role.SERVICE_MANAGER,
        Role.ICB_LEAD,
        Role.ADMINISTRATOR,
    },
    "read_alerting": CASEWORKERS | {Role.ADMINISTRATOR},
    "read_absences": CASEWORKERS | {Role.ADMINISTRATOR},
    # Say of somebody else that they are away.
    "keep_absences": {Role.RESPONSIBLE_PERSON, Role.ADMINISTRATOR},
    "keep_rota": {Role.ADMINISTRATOR, Role.SERVICE_MANAGER, Role.RESPONSIBLE_PERSON},
    "export": {Role.REGULATOR, Role.ICB_LEAD, Role.ADMINISTRATOR},
    "import": {Role.ADMINISTRATOR, Role.COMPLAINTS_OFFICER},
    "manage_staff": {Role.ADMINISTRATOR},
}


def current_memberships(user):
    """The memberships in force today, read once a request (they stay on the user object)."""
    if not hasattr(user, "_memberships_today"):
        user._memberships_today = list(
            Membership.objects.current().filter(user=user).select_related("organisation").order_by("id")
        )
    return user._memberships_today


def may(user, action):
    """True if any of the person's roles may do `action` (a key of MAY; another raises KeyError)."""
    roles = MAY[action]
    return user.is_authenticated and any(one.role in roles for one in current_memberships(user))


def organisations_for(user, action):
    """Organisations in which the person may do `action`: their own and all below. Empty if none."""
    roles = MAY[action]
    tops = [one.organisation.lineage for one in current_memberships(user) if one.role in roles]
    if not tops:
        return Organisation.objects.none()
    within = Q()
    for lineage in tops:
        within |= Q(lineage__startswith=lineage)
    return Organisation.objects.filter(within)


def within(user, action, *, path="", ward="service"):
    """Q for rows of the person's own organisations, or of their own ward where they manage one.

    `path` leads from the row to what has `organisation` and `service` ("feedback__");
    `ward` is the name of the latter, "pk" where the rows are services themselves.
    Each membership is taken by itself: a ward here and a whole trust there stay apart.
    """
    own = Q(pk__in=[])
    for one in current_memberships(user):
        if one.role not in MAY[action]:
            continue
        if one.service_id:
            own |= Q(**{f"{path}{ward}": one.service_id})
        else:
            own |= Q(**{f"{path}organisation__lineage__startswith": one.organisation.lineage})
    return own


def allowed(action):
    """View decorator: 403 for a signed-in person whose roles may not do `action`.

    Rows are limited as well, by `visible_to`: this only guards the page.
    """

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not may(request.user, action):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.permission = action
        return guarded

    return decorate
