import pytest
from hypothesis import given
from hypothesis import strategies as st

from sentiment.uncertainty import uncertainty

SURE = {"1": 1.0, "2": 0.0, "3": 0.0, "4": 0.0, "5": 0.0}
EVEN = dict.fromkeys("12345", 0.2)
SHARES = st.floats(0, 1)


@pytest.mark.parametrize(
    ("feelings", "themes", "expected"),
    [
        (SURE, {"Parking": 0.0, "Discharge": 1.0}, 0.0),
        (SURE, {}, 0.0),
        (EVEN, {"Parking": 0.5}, 1.0),
        (EVEN, {"Parking": 1.0}, 0.5),
        (SURE, {"Parking": 0.5, "Discharge": 0.01}, 0.5),
        ({"1": 0.6, "2": 0.4}, {"Parking": 1.0}, 0.4),
    ],
)
def test_it_is_the_mean_of_the_two_margins(feelings, themes, expected):
    assert uncertainty(feelings, themes) == pytest.approx(expected)


def test_what_was_not_scored_has_none():
    assert uncertainty({}, {}) is None


@given(st.lists(SHARES, min_size=5, max_size=5), st.lists(SHARES, max_size=32))
def test_it_is_always_a_share(feelings, themes):
    found = uncertainty(dict(zip("12345", feelings, strict=True)), dict(enumerate(themes)))
    assert 0 <= found <= 1
