"""What moved: a week beside the eight before it, and each movement in a plain sentence. Pure."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from insights.drift import words
from insights.drift.limits import Point, Usual, chance_alone, instability, usual_mean, usual_share

WEEKS_BEFORE = 8
# Fewer weeks do not show how much a figure goes up and down of itself.
WEEKS_NEEDED = 4
# No statement on fewer comments: three sigmas of 20 in 100 are then 12 either way, and hide all but a disaster.
COMMENTS_NEEDED = 100
# Less than one comment in a hundred is never a movement: nobody would act on it.
LEAST = 0.01
# Levels of the population stability index (Siddiqi 2006): below 0.1 no change, above 0.25 a large one.
MOVED, MOVED_A_LOT = 0.1, 0.25
NAMED = 3  # classes of a mix named in its sentence

# Shares of which a movement is told: (what is counted, of what).
SHARES = {
    "unsure": "scored",
    "not_english": "read",
    "not_scored": "read",
    "checked": "read",
    "wrong": "checked",
}
MIXES = ("feelings", "themes")


class Week(Protocol):
    """The figures of one week (see `tally.counted`): what a WeeklyReading stores."""

    week_on: dt.date
    read: int
    scored: int
    not_english: int
    not_scored: int
    unsure: int
    confidence: float | None
    spread: float | None
    feelings: Mapping[str, int]
    themes: Mapping[str, int]
    checked: int
    wrong: int


@dataclass(frozen=True)
class Movement:
    """One figure (a key of SHARES, "confidence", "feelings" or "themes") that left its usual range."""

    measure: str
    sentence: str


def movements(week: Week, others: Iterable[Week]) -> list[Movement]:
    """What moved in `week` against the eight weeks before it, which are picked out of `others`."""
    before = weeks_before(week, others)
    found = [_confidence(week, before), *(_share(name, week, before) for name in SHARES)]
    return [one for one in (*found, *(_mix(name, week, before) for name in MIXES)) if one]


def weeks_before(week: Week, others: Iterable[Week]) -> list[Week]:
    """The eight weeks before, in order, without those that have no figures."""
    first = week.week_on - dt.timedelta(weeks=WEEKS_BEFORE)
    return sorted((one for one in others if first <= one.week_on < week.week_on), key=lambda one: one.week_on)


def usual_confidence(week: Week, before: list[Week]) -> Usual | None:
    """Between what the mean confidence of this week should lie; None where there is too little to say."""
    known = _enough(week, before, "scored")
    if not known:
        return None
    points = [Point(one.confidence, one.scored) for one in known]
    return usual_mean(points, [one.spread for one in known], week.scored)


def usual_of(name: str, week: Week, before: list[Week]) -> Usual | None:
    """The same for a share, by its name in SHARES."""
    of = SHARES[name]
    known = _enough(week, before, of)
    if not known:
        return None
    return usual_share([Point(share(one, name), getattr(one, of)) for one in known], getattr(week, of))


def share(week: Week, name: str) -> float | None:
    """A share of SHARES in this week, 0 to 1; None where there is nothing to divide by."""
    of = getattr(week, SHARES[name])
    return getattr(week, name) / of if of else None


def mix_before(name: str, week: Week, before: list[Week]) -> Counter | None:
    """The counts of a mix over the weeks before; None where there is too little to say."""
    known = _enough(week, before, "scored")
    return _added_up(name, known) if known else None


def _enough(week, before, of) -> list[Week]:
    """The weeks before that have enough comments, if this week has too and there are enough such weeks."""
    known = [one for one in before if getattr(one, of) >= COMMENTS_NEEDED]
    return known if getattr(week, of) >= COMMENTS_NEEDED and len(known) >= WEEKS_NEEDED else []


def _confidence(week, before):
    usual = usual_confidence(week, before)
    return _moved("confidence", "scored", week, week.confidence, usual, before)


def _share(name, week, before):
    return _moved(name, SHARES[name], week, share(week, name), usual_of(name, week, before), before)


def _moved(name, of, week, value, usual, before):
    if usual is None or usual.low <= value <= usual.high or abs(value - usual.centre) < LEAST:
        return None
    weeks = len(_enough(week, before, of))
    return Movement(name, words.moved(name, week.week_on, value, usual, weeks))


def _mix(name, week, before):
    """Beyond the level and beyond chance: on few comments with many classes, chance alone passes the level."""
    known = _enough(week, before, "scored")
    now, then = Counter(getattr(week, name)), _added_up(name, known)
    if not now.total() or not then.total():
        return None
    adds = instability(now, then)
    index = sum(adds.values())
    # Themes come several to a comment and are not independent: comments are what is counted.
    sizes = min(now.total(), week.scored), min(then.total(), sum(one.scored for one in known))
    if index < MOVED or index <= chance_alone(len(adds), *sizes):
        return None
    most = sorted(adds, key=lambda one: (-adds[one], one))[:NAMED]
    shares = [(one, now[one] / now.total(), then[one] / then.total()) for one in most]
    return Movement(name, words.mix_moved(name, week.week_on, index >= MOVED_A_LOT, shares, len(known)))


def _added_up(name, weeks) -> Counter:
    return sum((Counter(getattr(one, name)) for one in weeks), Counter())
