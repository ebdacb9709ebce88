"""The places for which a member of staff may take something in: services, and organisations where no ward is named."""

from django.db.models import Q
from django.utils import timezone

from organisations.models import Kind, Organisation, Service
from organisations.permissions import MAY, current_memberships, within

MOST = 1_000  # a page: more than any provider has wards
NOT_CARE = (Kind.NATIONAL, Kind.SITE)


def places_of(user, action: str) -> dict[str, tuple[Organisation, Service | None]]:
    """Each place the person may do `action` for, by the value that forms send: their services, then organisations.

    Who looks after one ward has that ward alone. Two queries.
    """
    today = timezone.localdate()
    services = (
        Service.objects.open_on(today)
        .filter(within(user, action, ward="pk"))
        .select_related("organisation__parent", "organisation__successor")
        .order_by("name", "organisation__name", "id")[:MOST]
    )
    places = {f"s{one.pk}": (one.organisation, one) for one in services}
    for one in _whole_organisations(user, action, today):
        places[f"o{one.pk}"] = (one, None)
    return places


def in_words(organisation: Organisation, service: Service | None) -> str:
    """A place as the list shows it."""
    if service is None:
        return f"{organisation.name} (no ward or clinic named)"
    same = service.name == organisation.name
    return service.name if same else f"{service.name}, {organisation.name}"


def _whole_organisations(user, action, today):
    tops = [
        one.organisation.lineage
        for one in current_memberships(user)
        if one.role in MAY[action] and not one.service_id
    ]
    if not tops:
        return []
    below = Q()
    for lineage in tops:
        below |= Q(lineage__startswith=lineage)
    found = Organisation.objects.open_on(today).filter(below).exclude(kind__in=NOT_CARE)
    return found.select_related("parent", "successor").order_by("name", "id")[:MOST]
