"""How far a figure may move by chance."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insights.drift.limits import Point, chance_alone, instability, usual_mean, usual_share


def test_the_limits_of_a_share_are_those_of_a_p_chart():
    usual = usual_share([Point(0.2, 1_000_000)] * 8, 400)
    assert usual.centre == pytest.approx(0.2, abs=1e-5)
    assert usual.high - usual.centre == pytest.approx(3 * (0.2 * 0.8 / 400) ** 0.5, rel=1e-3)


def test_weeks_that_differ_by_more_than_chance_widen_the_limits():
    steady = usual_share([Point(0.2, 10_000)] * 8, 10_000)
    restless = usual_share([Point(0.2 + 0.03 * (-1) ** at, 10_000) for at in range(8)], 10_000)
    assert restless.high - restless.low > 5 * (steady.high - steady.low)


def test_what_never_happened_may_happen_once():
    usual = usual_share([Point(0.0, 200)] * 8, 200)
    assert usual.low == 0.0
    assert 1 / 200 < usual.high < 3 / 200


@given(
    share=st.floats(0, 1),
    sizes=st.lists(st.integers(100, 50_000), min_size=1, max_size=8),
    n=st.integers(100, 50_000),
)
def test_the_usual_share_is_within_its_own_limits(share, sizes, n):
    usual = usual_share([Point(share, size) for size in sizes], n)
    assert 0 <= usual.low <= share + 1e-9 and share - 1e-9 <= usual.high <= 1


@given(st.floats(0, 1), st.floats(0, 0.5), st.integers(100, 10_000))
def test_a_mean_that_never_changes_is_within_its_limits(mean, spread, n):
    usual = usual_mean([Point(mean, 500)] * 8, [spread] * 8, n)
    assert usual.low - 1e-9 <= mean <= usual.high + 1e-9


counts = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 5000), min_size=1)


def test_the_index_is_siddiqis():
    """His worked form, sum of (a - b) ln(a / b), where no class is empty and counts are large."""
    index = sum(instability({"a": 600_000, "b": 400_000}, {"a": 500_000, "b": 500_000}).values())
    assert index == pytest.approx(0.1 * 0.182322 + -0.1 * -0.223144, rel=1e-4)


@given(counts, counts)
def test_the_index_is_never_negative_and_the_same_both_ways(now, before):
    adds = instability(now, before)
    assert all(one >= 0 for one in adds.values())
    assert sum(adds.values()) == pytest.approx(sum(instability(before, now).values()))


@given(counts, st.integers(1, 9))
def test_the_same_mix_has_no_index_however_many_comments(mix, times):
    more = {name: count * times for name, count in mix.items()}
    assert sum(instability(mix, more).values()) == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize("classes,quantile", [(5, 17.80), (32, 60.00)])
def test_chance_is_a_chi_square_at_three_sigmas(classes, quantile):
    """Quantiles of 0.99865 for 4 and 31 degrees of freedom, from tables."""
    assert chance_alone(classes, 1, 10**9) == pytest.approx(quantile, rel=0.02)


def test_chance_seldom_passes_what_chance_may_do():
    draw, themes = Random(7), [str(one) for one in range(32)]

    def mix(n):
        return dict.fromkeys(themes, 0) | _count(draw.choices(themes, k=n))

    passed = sum(
        sum(instability(mix(150), mix(1200)).values()) > chance_alone(32, 150, 1200) for _ in range(300)
    )
    assert passed <= 6


def _count(drawn):
    return {name: drawn.count(name) for name in set(drawn)}
