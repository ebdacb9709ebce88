"""Who stands in for whom on a day. Pure: people are ids, dates are passed in.

Who covers may be away as well: then whoever covers them stands in, and so on, until somebody is there. A new
absence by which that would go round in a circle is refused, so that on every day somebody is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Away:
    """`person` is away from the first day to the last, both included, and `cover` stands in."""

    person: int
    cover: int
    from_on: date
    to_on: date

    def holds_on(self, day: date) -> bool:
        return self.from_on <= day <= self.to_on


def stand_in(person: int, day: date, absences: Iterable[Away]) -> int | None:
    """Who stands in for `person` on `day`; None if they are there, or if nobody is left (a circle)."""
    covers = _covers(day, absences)
    met, now = {person}, covers.get(person)
    while now in covers and now not in met:
        met.add(now)
        now = covers[now]
    return None if now in met else now


def covered_by(person: int, day: date, absences: Iterable[Away]) -> set[int]:
    """Those for whom `person` stands in on `day`."""
    absences = list(absences)
    return {one for one in _covers(day, absences) if stand_in(one, day, absences) == person}


def overlaps(new: Away, others: Iterable[Away]) -> Away | None:
    """The absence of the same person that shares a day with `new`, or None."""
    return next(
        (
            one
            for one in others
            if one.person == new.person and one.from_on <= new.to_on and new.from_on <= one.to_on
        ),
        None,
    )


def circle_on(new: Away, others: Iterable[Away]) -> date | None:
    """The first day on which `new` would close a circle (A covers B covers A), or None.

    A circle can only begin on a day on which an absence begins: no other day need be looked at.
    """
    together = [*others, new]
    days = sorted({one.from_on for one in together if new.holds_on(one.from_on)})
    return next((day for day in days if stand_in(new.person, day, together) is None), None)


def _covers(day, absences):
    return {one.person: one.cover for one in absences if one.holds_on(day)}
