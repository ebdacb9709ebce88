"""Who stands in for whom today, read once: two facts that the queue, the case, the morning and the alerts ask for."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from organisations.models import User
from triage import clock
from triage.cover import Away, covered_by, stand_in
from triage.models import Absence


@dataclass(frozen=True)
class Cover:
    """A handler is away until `until`; `by` stands in (None where nobody does)."""

    by: User | None
    until: date


class Covers:
    """The absences that hold on one day."""

    def __init__(self, absences, day: date):
        self.day = day
        self._until = {one.user_id: one.to_on for one in absences}
        self._people = {one.cover_id: one.cover for one in absences}
        self._aways = aways(absences)

    @classmethod
    def on(cls, day: date) -> "Covers":
        """One query."""
        return cls(list(Absence.objects.on(day).select_related("cover")), day)

    def of(self, person: int | None) -> Cover | None:
        """Who stands in for the person with this id; None if they are there."""
        if person not in self._until:
            return None
        return Cover(self._people.get(stand_in(person, self.day, self._aways)), self._until[person])

    def covered_by(self, person: int) -> set[int]:
        """The ids of those for whom the person stands in."""
        return covered_by(person, self.day, self._aways)


def in_words(person: User, cover: Cover) -> str:
    """Such as "Sam Okoro is away until Thu 3 Dec 2026. Ada Marsh covers."."""
    who = f"{cover.by} covers." if cover.by else "Nobody covers."
    return f"{person} is away until {clock.in_words(cover.until)}. {who}"


def aways(absences) -> list[Away]:
    """Rows of Absence as `triage.cover` takes them."""
    return [Away(one.user_id, one.cover_id, one.from_on, one.to_on) for one in absences]


def covers_today(user) -> Covers:
    """The covers of today, read once a request (they stay on the user object)."""
    if not hasattr(user, "_covers_today"):
        user._covers_today = Covers.on(timezone.localdate())
    return user._covers_today
