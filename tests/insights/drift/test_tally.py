"""A week's readings, counted."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insights.drift.tally import Machine, Person, counted
from sentiment.themes import NAMES


def one(comment=1, sentiment=2, sure=0.8, themes=("Parking",), language="en", rest=0.1):
    shares = {} if sentiment is None else {str(sentiment): sure, "other": rest}
    return Machine(comment, sentiment, shares, themes, language)


def test_a_week_is_counted():
    figures = counted(
        [one(1), one(2, 5, 0.45, themes=(), rest=0.3), one(3, None, language="pl", themes=()), one(4, None, language="", themes=())], {}
    )  # fmt: skip
    assert figures == {
        "read": 4, "scored": 2, "not_english": 1, "not_scored": 1, "unsure": 1,
        "confidence": pytest.approx((0.8 + 0.45) / 2), "spread": pytest.approx(0.175),
        "feelings": {"2": 1, "5": 1}, "themes": {"Parking": 1},
        "checked": 0, "wrong": 0, "feeling_off": 0, "theme_added": 0, "theme_removed": 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    "person,off,added,removed",
    [
        (Person(2, ["Parking"]), 0, 0, 0),
        (Person(3, ["Parking"]), 1, 0, 0),
        (Person(2, ["Parking", "Discharge"]), 0, 1, 0),
        (Person(2, []), 0, 0, 1),
        (Person(2, ["Discharge"]), 0, 1, 1),
    ],
)
def test_a_persons_reading_is_compared_with_the_models(person, off, added, removed):
    figures = counted([one(1), one(2)], {1: person})
    assert (figures["feeling_off"], figures["theme_added"], figures["theme_removed"]) == (off, added, removed)
    assert (figures["checked"], figures["wrong"]) == (1, int(off or added or removed))


def test_a_comment_the_model_did_not_score_has_no_feeling_that_could_be_off():
    figures = counted([one(1, None, language="pl", themes=())], {1: Person(4, [])})
    assert (figures["checked"], figures["wrong"]) == (1, 0)


def test_no_reading_gives_no_figure():
    assert counted([], {})["confidence"] is None


machines = st.builds(
    one,
    comment=st.integers(1, 50),
    sentiment=st.sampled_from([None, 1, 2, 3, 4, 5]),
    sure=st.floats(0.2, 1),
    themes=st.lists(st.sampled_from(NAMES), unique=True, max_size=3),
    language=st.sampled_from(["", "en", "pl"]),
)


@given(st.lists(machines, unique_by=lambda row: row.comment), st.randoms())
def test_order_does_not_matter_and_it_adds_up(rows, shuffled):
    said = {row.comment: Person(3, ["Parking"]) for row in rows if row.comment % 3 == 0}
    mixed = list(rows)
    shuffled.shuffle(mixed)
    figures = counted(rows, said)
    assert counted(mixed, said) == figures
    assert figures["read"] == figures["scored"] + figures["not_english"] + figures["not_scored"] == len(rows)
    assert Counter(figures["feelings"]).total() == figures["scored"] >= figures["unsure"]
    assert figures["wrong"] <= figures["checked"] == len(said)
