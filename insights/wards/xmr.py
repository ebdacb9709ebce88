"""Statistical process control for one figure over time: an XmR chart, as NHS England's "Making Data Count" reads it. Pure.

Constants and rules: NHS England, Making Data Count (XmR); Provost and Murray, The Health Care Data Guide.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

LIMIT = 2.66  # average moving ranges from the mean to a process limit: 3 / 1.128
NEAR = LIMIT * 2 / 3  # where "close to a limit" begins
LARGEST_RANGE = 3.267  # a moving range of so many averages is left out of the average
RUN = 7  # points in a row: on one side of the mean, or all going one way
FEWEST = 12  # points: fewer show too little of how a figure moves of itself


@dataclass(frozen=True)
class Limits:
    """The usual range of a figure: what lies between `low` and `high` is chance."""

    mean: float
    low: float
    high: float
    near_low: float
    near_high: float


@dataclass(frozen=True)
class Special:
    """A point that chance alone does not explain: which rule says so, and whether it is high or low."""

    at: int
    rule: str  # a key of RULES
    high: bool


def limits(values: Sequence[float]) -> Limits | None:
    """The limits of a series; None where it is too short to have any. Values may be shares or counts."""
    if len(values) < FEWEST:
        return None
    ranges = [abs(after - before) for before, after in pairwise(values)]
    average = fmean(ranges)
    usual = [one for one in ranges if one < LARGEST_RANGE * average]
    average = fmean(usual) if usual else average
    mean = fmean(values)
    return Limits(
        mean, mean - LIMIT * average, mean + LIMIT * average, mean - NEAR * average, mean + NEAR * average
    )


def special(values: Sequence[float]) -> list[Special]:
    """Every point that is more than chance, each under the first rule it meets; [] for a short series.

    The order of the rules: outside the limits, a trend, two of three near a limit, a shift.
    """
    usual = limits(values)
    if usual is None:
        return []
    found: dict[int, Special] = {}
    for name, rule in RULES.items():
        for at, high in rule(values, usual):
            found.setdefault(at, Special(at, name, high))
    return [found[at] for at in sorted(found)]


def _outside(values, usual):
    return [
        (at, value > usual.high) for at, value in enumerate(values) if not usual.low <= value <= usual.high
    ]


def _trends(values, usual):
    """Seven points that each go further the same way: six differences of one sign. Two alike break it."""
    signs = [(after > before) - (after < before) for before, after in pairwise(values)]
    for end in range(RUN - 1, len(values)):
        last = signs[end - RUN + 1 : end]
        if abs(sum(last)) == RUN - 1:
            yield from ((at, last[0] > 0) for at in range(end - RUN + 1, end + 1))


def _two_of_three(values, usual):
    for end in range(2, len(values)):
        three = range(end - 2, end + 1)
        for high in (True, False):
            same_side = all((values[at] > usual.mean) if high else (values[at] < usual.mean) for at in three)
            near = [
                at for at in three if (values[at] > usual.near_high if high else values[at] < usual.near_low)
            ]
            if same_side and len(near) >= 2:
                yield from ((at, high) for at in near)


def _shifts(values, usual):
    """Seven points on one side of the mean. One on the mean breaks the run."""
    sides = [(value > usual.mean) - (value < usual.mean) for value in values]
    for end in range(RUN - 1, len(values)):
        last = sides[end - RUN + 1 : end + 1]
        if abs(sum(last)) == RUN:
            yield from ((at, last[0] > 0) for at in range(end - RUN + 1, end + 1))


# In the order in which they are asked: the first that a point meets names it.
RULES = {"outside": _outside, "trend": _trends, "two_of_three": _two_of_three, "shift": _shifts}
WHY = {
    "outside": "the newest week lies outside the usual range",
    "trend": f"{RUN} weeks in a row went the same way",
    "two_of_three": "two of the last three weeks lie close to the limit",
    "shift": f"{RUN} weeks in a row lie on the same side of the average",
}


def sentence(values: Sequence[float], what: str, *, low_is_better: bool = True) -> str:
    """What the newest point says, in words. `what` names the figure: "the share of unhappy comments"."""
    if limits(values) is None:
        return f"There are too few weeks yet to say what is usual for {what}: {len(values)} of {FEWEST}."
    newest = next((one for one in special(values) if one.at == len(values) - 1), None)
    if newest is None:
        return f"Nothing unusual in the newest week: {what} went up and down as it usually does."
    better = newest.high != low_is_better
    way = "higher" if newest.high else "lower"
    judged = "better" if better else "worse"
    return (
        f"{what[:1].upper()}{what[1:]} is {way} than chance explains: {WHY[newest.rule]}. That is {judged}."
    )
