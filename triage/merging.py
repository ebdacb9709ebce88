"""Two cases become one, and two again. Pure: what stood before goes in, what stands after comes out.

The one that stays takes the earlier of each date: regulation 13 and 14 of the 2009 complaints regulations count
from the day a complaint was first received.
"""

from collections.abc import Collection
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime

DATES = ("received_on", "acknowledge_by", "respond_by", "backstop_on")


@dataclass(frozen=True)
class Standing:
    """What a merge may change in the case that stays; any row with these fields can be read into it."""

    received_on: date
    acknowledge_by: date
    respond_by: date
    backstop_on: date
    agreed_on: date | None
    acknowledged_at: datetime | None
    priority: int
    severity: float
    needs_person: bool

    @classmethod
    def of(cls, row) -> "Standing":
        return cls(**{one.name: getattr(row, one.name) for one in fields(cls)})

    def kept(self) -> dict:
        """As JSON can hold it, to the microsecond."""
        return {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in asdict(self).items()
        }

    @classmethod
    def read(cls, kept: dict) -> "Standing":
        """What `kept` gave, back."""
        days = {name: kept[name] and date.fromisoformat(kept[name]) for name in (*DATES, "agreed_on")}
        moment = kept["acknowledged_at"] and datetime.fromisoformat(kept["acknowledged_at"])
        return cls(**kept | days | {"acknowledged_at": moment})


def together(kept: Standing, merged: Standing) -> Standing:
    """What stands for both: the earlier dates, the more urgent priority, and whatever one of them waits for.

    The same person made both: who was told that one arrived was told.
    """
    return Standing(
        **{name: min(getattr(kept, name), getattr(merged, name)) for name in DATES},
        agreed_on=_earlier(kept.agreed_on, merged.agreed_on),
        acknowledged_at=_earlier(kept.acknowledged_at, merged.acknowledged_at),
        priority=min(kept.priority, merged.priority),
        severity=max(kept.severity, merged.severity),
        needs_person=kept.needs_person or merged.needs_person,
    )


# What has happened since, and which fields are then no longer the merge's doing.
SINCE = {
    "agree_date": ("agreed_on",),
    "acknowledge": ("acknowledged_at",),
    "reply": ("acknowledged_at", "needs_person"),
    "correct": ("priority", "needs_person"),
    "write_back": ("severity", "needs_person"),
    "find": ("needs_person",),
    "hear": ("needs_person",),
}


def apart(now: Standing, before: Standing, since: Collection[str]) -> Standing:
    """What stands for the one that stays once the other is split off again: as before, but for what was done since.

    `since` are the kinds of what happened after the merge. Its own four dates always come back.
    """
    stays = {name for kind in since for name in SINCE.get(kind, ())}
    return Standing(
        **{one.name: getattr(now if one.name in stays else before, one.name) for one in fields(Standing)}
    )


def _earlier(one, other):
    return min((each for each in (one, other) if each is not None), default=None)
