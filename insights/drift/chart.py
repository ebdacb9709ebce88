"""A line through the weeks, as places in an SVG. Pure: shares in, places out; the template draws.

Small on purpose: at 320 pixels its words are still read, and on a wide page it grows with its words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor

WIDTH, HEIGHT = 340, 150
LEFT, RIGHT, TOP, BOTTOM = 40, 330, 10, 124
STEP = 0.1  # the axis begins and ends at a whole ten in 100


@dataclass(frozen=True)
class Chart:
    """`lines` join weeks that follow one another: a week without a figure leaves a gap. `band` is
    where the figure usually lies. Both are SVG `points`; `dots` are (x, y); `axis` is (y, words)."""

    lines: list[str]
    dots: list[tuple[float, float]]
    band: list[str]
    axis: list[tuple[float, str]]


def scale(values: Iterable[float | None]) -> tuple[float, float]:
    """The whole tens in 100 around all values, so that charts side by side can share them."""
    known = [value for value in values if value is not None] or [0.0, 1.0]
    # A hair of room: a share of exactly 0.3 is stored a little above or below it.
    low, high = floor(min(known) / STEP + 1e-9), ceil(max(known) / STEP - 1e-9)
    return STEP * low, STEP * max(high, low + 1)


def line(
    values: Sequence[float | None],
    ends: tuple[float, float],
    usual: Sequence[tuple[float, float] | None] = (),
) -> Chart:
    """`values`, one a week, on an axis between `ends`; `usual` is (low, high) a week, where it is known."""

    def x(at):
        return round(LEFT + (RIGHT - LEFT) * at / max(len(values) - 1, 1), 1)

    def y(value):
        share = (value - ends[0]) / (ends[1] - ends[0])
        return round(BOTTOM - (BOTTOM - TOP) * min(max(share, 0.0), 1.0), 1)

    lows = [(x(at), y(one[0])) for at, one in enumerate(usual) if one]
    highs = [(x(at), y(one[1])) for at, one in enumerate(usual) if one]
    return Chart(
        lines=[
            _points(run)
            for run in _runs([None if v is None else (x(at), y(v)) for at, v in enumerate(values)])
        ],
        dots=[(x(at), y(value)) for at, value in enumerate(values) if value is not None],
        band=[_points(highs + lows[::-1])] if len(lows) > 1 else [],
        axis=[(y(end), f"{100 * end:.0f}") for end in (*ends, sum(ends) / 2)],
    )


def _runs(places):
    """Places with gaps -> the unbroken runs of two or more."""
    run, runs = [], []
    for place in [*places, None]:
        if place is not None:
            run.append(place)
        elif run:
            runs.append(run)
            run = []
    return [run for run in runs if len(run) > 1]


def _points(places):
    return " ".join(f"{x},{y}" for x, y in places)
