"""An XmR chart as places in an SVG. Pure: shares in, places out; the template draws, and a table says the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from insights.drift.chart import BOTTOM, LEFT, RIGHT, TOP, scale
from insights.wards import xmr


@dataclass(frozen=True)
class Drawing:
    """`dots` are (x, y, special); `runs` are SVG `points` of weeks that follow one another.

    `mean`, `low` and `high` are heights, None where the series is too short; `axis` is (y, words);
    `marks` are the x of weeks in which a change was made.
    """

    dots: list[tuple[float, float, bool]]
    runs: list[str]
    axis: list[tuple[float, str]]
    marks: list[float]
    mean: float | None = None
    low: float | None = None
    high: float | None = None


def draw(values: Sequence[float | None], marks: Sequence[int] = ()) -> Drawing:
    """`values` are shares of 0 to 1, None for a week without one; `marks` are places in `values`."""
    known = [value for value in values if value is not None]
    usual = xmr.limits(known)
    ends = scale([*known, *((max(usual.low, 0), min(usual.high, 1)) if usual else ())])

    def x(at):
        return round(LEFT + (RIGHT - LEFT) * at / max(len(values) - 1, 1), 1)

    def y(value):
        share = (value - ends[0]) / (ends[1] - ends[0])
        return round(BOTTOM - (BOTTOM - TOP) * min(max(share, 0.0), 1.0), 1)

    odd = {one.at for one in xmr.special(known)}
    places, runs, count = [], [[]], 0
    for at, value in enumerate(values):
        if value is None:
            runs.append([])
            continue
        places.append((x(at), y(value), count in odd))
        runs[-1].append(f"{x(at)},{y(value)}")
        count += 1
    heights = {"mean": y(usual.mean), "low": y(usual.low), "high": y(usual.high)} if usual else {}
    return Drawing(
        dots=places,
        runs=[" ".join(run) for run in runs if len(run) > 1],
        axis=[(y(end), f"{100 * end:.0f}") for end in (*ends, sum(ends) / 2)],
        marks=[x(at) for at in marks],
        **heights,
    )
