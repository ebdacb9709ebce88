"""Where a row belongs: its organisation by ODS code, its service by the name the supplier has for it."""

from collections import Counter

from django.utils import timezone

from feedback.imports.source import Refused
from feedback.imports.values import plain
from organisations.models import Organisation, Service


class Place:
    """The organisation a file is imported for, and all below it. Read once; asked of for every row.

    `notes` counts what was kept but deserves a word; `unknown` counts the names of services not found.
    """

    def __init__(self, root):
        below = Organisation.objects.under(root).select_related("successor")
        self.root, self.notes, self.unknown = root, Counter(), Counter()
        self._organisations = {one.ods_code: one for one in below}
        self._services = {}
        for service in Service.objects.filter(organisation__in=below).select_related("organisation"):
            for name in {plain(service.name), plain(service.slug)}:
                self._services.setdefault(name, []).append(service)

    def note(self, what):
        self.notes[what] += 1

    def organisation(self, code):
        """The organisation with that code, the file's own for none. Raises Refused if it is not under the file's."""
        if not code:
            return self.root
        try:
            return self._organisations[code.strip().upper()]
        except KeyError:
            raise Refused("organisation", f"There is no such organisation under {self.root.name}.") from None

    def service(self, name, organisation, day):
        """The one service of that name or slug at or below `organisation`, open on `day` (today for None).

        None if there is no such service, or several: the words then belong to the organisation as a whole.
        """
        if not name:
            return None
        found = [
            one
            for one in self._services.get(plain(name), ())
            if one.organisation.lineage.startswith(organisation.lineage)
            and one.is_open_on(day or timezone.localdate())
        ]
        here = [one for one in found if one.organisation_id == organisation.pk]
        if len(here or found) == 1:
            return (here or found)[0]
        self.unknown[name[:40]] += 1
        return None
