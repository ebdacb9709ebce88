"""May a new model take the place of the old one? A table of cases."""

import copy

import pytest

from sentiment.promotion.compare import compared, refusals, upper

WORDS = {"f1": "Themes", "right": "Feeling"}
OLD = {
    "test": {
        "f1": {"value": 0.70, "low": 0.66, "high": 0.74},
        "right": {"value": 0.80, "low": 0.77, "high": 0.83},
        "by_nobody": {"value": None, "low": None, "high": None},
    },
    "danger": {"0": {"rows": 100, "missed": 4}, "1": {"rows": 80, "missed": 8}},
    "harmless": {"rows": 400, "alarms": 8},
}


def new(**changed):
    """The old figures with some changed: test values by name, else a count."""
    figures = copy.deepcopy(OLD)
    for name, value in changed.items():
        if name in figures["test"]:
            figures["test"][name]["value"] = value
        elif name == "alarms":
            figures["harmless"]["alarms"] = value
        else:
            figures["danger"][name[-1]]["missed"] = value
    return figures


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"f1": 0.75}, None),
        ({"f1": 0.75, "right": 0.78}, None),  # lower, and within what chance explains
        ({"f1": 0.75, "right": 0.76}, "Feeling: 0.76 is beyond 0.77"),
        ({"f1": None}, "Themes: 0 is beyond 0.66"),
        ({"missed_0": 3}, None),
        ({"missed_0": 3, "missed_1": 9}, "Danger missed, tier 1, of 80: 9 is beyond 8"),
        ({"f1": 0.99, "right": 0.99, "missed_0": 5}, "Danger missed, tier 0, of 100: 5 is beyond 4"),
        ({"f1": 0.75, "alarms": 15}, None),  # 2 % may be 3.9 % by chance
        ({"f1": 0.75, "alarms": 16}, "False alarms, of 400: 16 is beyond 15"),
        ({"alarms": 2}, None),
        ({}, "better in nothing"),
        ({"right": 0.79}, "better in nothing"),
    ],
)
def test_the_rule(changed, why):
    found = refusals(compared(OLD, new(**changed), WORDS))
    assert found == [] if why is None else why in " ".join(found)


def test_every_reason_is_given():
    assert len(refusals(compared(OLD, new(f1=0.1, right=0.1, missed_0=9, missed_1=9, alarms=99), WORDS))) == 5


def test_without_test_rows_safety_alone_is_compared():
    old, better = copy.deepcopy(OLD), new(missed_0=0)
    old["test"] = better["test"] = {}
    lines = compared(old, better, WORDS)
    assert [line.verdict for line in lines] == ["better", "as good", "as good"]


@pytest.mark.parametrize(
    ("hits", "rows", "expected"), [(0, 100, 0.037), (8, 400, 0.0390), (100, 100, 1.0), (0, 0, 1.0)]
)
def test_the_interval_of_a_share_is_wilsons(hits, rows, expected):
    assert upper(hits, rows) == pytest.approx(expected, abs=0.0005)
