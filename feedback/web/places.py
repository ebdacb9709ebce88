"""Where feedback goes: a service, or an organisation when the person cannot name the ward."""

import re
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from organisations.models import Kind, Organisation, Service

MOST = 20  # results of each sort: more is no help on a phone, another word is
# A postcode typed without its space: "ls14ab" is "ls1 4ab".
POSTCODE = re.compile(r"\b([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Place:
    """One organisation, and the service in it if the person knows which."""

    organisation: Organisation
    service: Service | None = None

    def __str__(self):
        return str(self.service) if self.service else self.organisation.name

    @property
    def url(self):
        if self.service:
            return reverse("web:give", args=[self.service.slug])
        return reverse("web:give-at", args=[self.organisation.ods_code])

    @property
    def is_open(self):
        today = timezone.localdate()
        return self.organisation.is_open_on(today) and (not self.service or self.service.is_open_on(today))

    @cached_property
    def icb(self):
        """The integrated care board this organisation belongs to, or None."""
        above = Organisation.objects.filter(pk__in=self.organisation.ancestor_ids, kind=Kind.ICB)
        return above.open_on(timezone.localdate()).order_by("-lineage").first()

    def instead(self):
        """The open place that took over from this closed one, or None.

        A ward has no successor of its own: its organisation answers for it.
        """
        organisation, passed = self.organisation, set()
        while organisation and not organisation.is_open_on(timezone.localdate()):
            if organisation.pk in passed:
                return None
            passed.add(organisation.pk)
            organisation = organisation.successor
        return Place(organisation) if organisation else None


def by_slug(slug):
    """The place a link or QR code names. Raises Service.DoesNotExist."""
    service = Service.objects.select_related("organisation__successor").get(slug=slug)
    return Place(service.organisation, service)


def by_ods(code):
    """The organisation with this ODS code, in capitals or not. Raises Organisation.DoesNotExist."""
    found = Organisation.objects.exclude(kind=Kind.NATIONAL).select_related("successor")
    return Place(found.get(ods_code=code.upper()))


def services_of(organisation):
    """Its open services and those of its sites. An ICB's are its own only: a provider is chosen by name."""
    below = Q(organisation=organisation)
    if organisation.kind != Kind.ICB and organisation.lineage:
        below |= Q(organisation__lineage__startswith=organisation.lineage)
    return (
        Service.objects.filter(below)
        .open_on(timezone.localdate())
        .select_related("organisation")
        .order_by("name")
    )


def search(typed):
    """What a person typed -> (services, organisations), at most MOST of each.

    Every word must be somewhere in the name, the town, the postcode or the ODS code.
    A closed service is left out; a closed organisation is found, so that its successor is.
    """
    words = POSTCODE.sub(r"\1 \2", typed).replace(",", " ").split()[:8]
    services = Service.objects.open_on(timezone.localdate()).select_related("organisation")
    organisations = Organisation.objects.exclude(kind=Kind.NATIONAL).select_related("successor")
    for word in words:
        services = services.filter(_has(word, "organisation__") | Q(name__icontains=word))
        organisations = organisations.filter(_has(word))
    if not words:
        return [], []
    organisations = organisations.filter(Q(closed_on=None) | Q(successor__isnull=False))
    return list(services[:MOST]), list(organisations[:MOST])


def boards():
    """The integrated care boards, for a person who cannot find the service at all."""
    return list(Organisation.objects.filter(kind=Kind.ICB).open_on(timezone.localdate()))


def _has(word, prefix=""):
    found = Q()
    for name in ("name", "town", "postcode"):
        found |= Q(**{f"{prefix}{name}__icontains": word})
    return found | Q(**{f"{prefix}ods_code__iexact": word})
