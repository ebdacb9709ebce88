"""How far two readings may be believed."""

import numpy as np
import pytest

from feedback.paper.learning import make, words
from feedback.paper.learning.examples import Words


def readings(seed, count=400):
    """Readings that are right where the two agree."""
    source, said = np.random.default_rng(seed), Words()
    for _ in range(count):
        agreed = source.uniform(0.6, 1.0)
        said.numbers.append((agreed, agreed, 0.9, 0.9, 0.9, 4.0, 0.0))
        said.errors.append(0.0 if agreed > 0.8 else 0.2)
        said.wrong.append(0 if agreed > 0.8 else 10)
        said.lengths.append(50)
        said.dates.append((agreed, agreed > 0.8))
    return said


def test_readings_that_agree_pass_and_the_others_do_not():
    model, figures = make.text_model(readings(1, 1_200))
    assert 0.35 < figures["texts passing"] < 0.55
    assert figures["passing within 5 %"] >= 0.99
    assert model["dates_trusted_from"] >= 0.9


def test_confidence_rises_with_agreement():
    network = words.fit(readings(2))
    rows = np.array([(agreed, agreed, 0.9, 0.9, 0.9, 4.0, 0.0) for agreed in (0.6, 0.8, 1.0)], np.float32)
    chances = network.chances(rows)[:, 1]
    assert chances[0] < chances[1] < chances[2]


def test_without_a_poor_reading_it_says_that_more_pages_are_needed():
    said = readings(3, 60)
    said.errors = [0.0] * len(said.errors)
    with pytest.raises(ValueError, match="draw more pages"):
        words.fit(said)
