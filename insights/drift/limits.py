"""How far a figure may move by chance. Pure: counts in, limits out."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import log, sqrt
from typing import NamedTuple

SIGMAS = 3  # how far from usual a figure must be: 1 week in 370 is, when nothing has changed


class Point(NamedTuple):
    """A week's figure, a share or a mean of shares, 0 to 1, and the number of comments behind it."""

    value: float
    n: int


class Usual(NamedTuple):
    """Between which values a figure stays when nothing has changed: a share each, 0 to 1."""

    low: float
    centre: float
    high: float


def usual_share(before: Sequence[Point], n: int) -> Usual:
    """Earlier weeks, in order, and the size of the week in question -> the limits of a share.

    A p-chart with three sigmas: NHS England, "Making Data Count", statistical process control.
    One comment is added for and one against, so that a thing never seen before may happen once.
    """
    total = sum(point.n for point in before)
    centre = (sum(point.value * point.n for point in before) + 1) / (total + 2)
    return _limits(before, n, centre, centre * (1 - centre))


def usual_mean(before: Sequence[Point], spreads: Sequence[float], n: int) -> Usual:
    """The same for a mean, such as of confidence; `spreads` are the standard deviations within the weeks."""
    total = sum(point.n for point in before)
    centre = sum(point.value * point.n for point in before) / total
    within = sum(spread**2 * point.n for spread, point in zip(spreads, before, strict=True)) / total
    return _limits(before, n, centre, within)


def _limits(before, n, centre, variance):
    """Three sigmas either side, and more where weeks differ by more than chance.

    In a large service the limits of chance alone are so tight that every week would break
    them: sigma is widened by how much the weeks before jumped from one to the next.
    Source: D. B. Laney, "Improved control charts for attributes", Quality Engineering 14 (2002).
    The weeks before are a sample too, so their own chance is counted (1 / total).
    """
    total = sum(point.n for point in before)
    widened = 1.0
    if variance > 0:
        z = [(point.value - centre) / sqrt(variance / point.n) for point in before]
        jumps = [abs(later - earlier) for earlier, later in pairwise(z)]
        widened = max(1.0, sum(jumps) / len(jumps) / 1.128) if jumps else 1.0
    reach = SIGMAS * widened * sqrt(variance * (1 / n + 1 / total))
    return Usual(max(centre - reach, 0.0), centre, min(centre + reach, 1.0))


def instability(now: Mapping[str, int], before: Mapping[str, int]) -> dict[str, float]:
    """Two mixes, as counts -> what each class adds to the population stability index; the sum is the index.

    Source: N. Siddiqi, "Credit Risk Scorecards", Wiley (2006). A class that one side lacks has
    no logarithm: half a comment of the smaller side is added to every class, as a share, on both.
    """
    sizes = sum(now.values()), sum(before.values())
    if not all(sizes):
        return {}
    half = 0.5 / min(sizes)
    adds = {}
    for name in sorted(now.keys() | before.keys()):
        here, there = now.get(name, 0) / sizes[0] + half, before.get(name, 0) / sizes[1] + half
        adds[name] = (here - there) * log(here / there)
    return adds


def chance_alone(classes: int, n: int, total: int) -> float:
    """The index that `n` comments reach by chance against `total`, when nothing has changed: 3 sigmas up.

    With no change the index is (1/n + 1/total) times a chi-square with `classes` - 1 degrees of freedom:
    B. Yurdakul, "Statistical Properties of Population Stability Index", Western Michigan University
    (2018). Its quantile: E. B. Wilson and M. M. Hilferty, PNAS 17 (1931).
    """
    free = max(classes - 1, 1)
    quantile = free * (1 - 2 / (9 * free) + SIGMAS * sqrt(2 / (9 * free))) ** 3
    return (1 / n + 1 / total) * quantile
