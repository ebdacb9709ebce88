"""Who may say that somebody is away, and who can stand in for whom."""

from django.db.models import Q

from organisations.models import Membership, User
from organisations.permissions import MAY, may, organisations_for


def spoken_for_by(user):
    """Those of whom the person may say that they are away: themselves, and as a lead whoever works cases below them."""
    known = Q(pk=user.pk) if may(user, "work_cases") else Q(pk__in=[])
    if may(user, "keep_absences"):
        below = Membership.objects.current().filter(
            role__in=MAY["work_cases"], organisation__in=organisations_for(user, "keep_absences")
        )
        known |= Q(pk__in=below.values("user"))
    return User.objects.filter(known, is_active=True).order_by("name", "id")


def able_to_cover(person):
    """Colleagues with the same role in the same organisation today, who have the same wards in reach, by name."""
    same = Q(pk__in=[])
    for one in Membership.objects.current().filter(user=person, role__in=MAY["work_cases"]):
        ward = Q(service=None) | Q(service=one.service_id) if one.service_id else Q(service=None)
        same |= Q(role=one.role, organisation=one.organisation_id) & ward
    with_it = Membership.objects.current().filter(same)
    return (
        User.objects.filter(is_active=True, pk__in=with_it.values("user"))
        .exclude(pk=person.pk)
        .order_by("name", "id")
    )
