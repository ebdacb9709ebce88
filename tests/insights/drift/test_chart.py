"""A line through the weeks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insights.drift.chart import BOTTOM, LEFT, RIGHT, TOP, line, scale


@pytest.mark.parametrize(
    "values,ends",
    [([0.71, 0.84], (0.7, 0.9)), ([0.3, 0.3], (0.3, 0.4)), ([None], (0, 1)), ([0.0, 1.0], (0, 1)), ([1.0], (0.9, 1))],
)  # fmt: skip
def test_the_axis_runs_between_whole_tens(values, ends):
    low, high = scale(values)
    assert low <= min(v for v in [*values, 1.0] if v is not None) + 1e-9
    assert (low, high) == pytest.approx(ends) or values == [1.0] and low < high


def test_a_week_without_a_figure_leaves_a_gap():
    drawn = line([0.1, 0.2, None, 0.3, 0.4], (0, 1))
    assert len(drawn.lines) == 2 and len(drawn.dots) == 4


def test_one_week_is_a_dot():
    drawn = line([0.5], (0, 1))
    assert (drawn.lines, drawn.dots) == ([], [(LEFT, (TOP + BOTTOM) / 2)])


def test_the_band_goes_there_and_back():
    drawn = line([0.5, 0.5, 0.5], (0, 1), [None, (0.4, 0.6), (0.3, 0.7)])
    assert len(drawn.band[0].split()) == 4


@given(st.lists(st.none() | st.floats(0, 1), min_size=1, max_size=27))
def test_nothing_is_drawn_outside_the_frame(values):
    drawn = line(values, scale(values))
    assert all(LEFT <= x <= RIGHT and TOP <= y <= BOTTOM for x, y in drawn.dots)
