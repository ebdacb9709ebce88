import pytest

from sentiment.engines import Reading
from sentiment.engines.agreement import agreement


def reading(sentiment, *themes):
    return Reading(sentiment, {}, {}, themes, (), "en", "a model")


def test_shares_are_of_the_comments_that_were_scored():
    one = [reading(1, "Parking"), reading(4, "Parking", "Discharge"), reading(None)]
    other = [reading(1, "Parking"), reading(5, "Parking"), reading(None)]
    assert agreement(one, other) == {
        "sentiment": 0.5,
        "theme_labels": round(1 - 1 / 64, 4),
        "themes": 0.8,
        "theme_sets": 0.5,
    }


def test_engines_that_name_no_theme_agree():
    assert agreement([reading(3)], [reading(3)])["themes"] == pytest.approx(1)
