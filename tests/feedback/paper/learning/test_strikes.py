"""What teaches the network of crossed-out words, and that it is the same once it is a file."""

import json

import numpy as np
import pytest

from feedback.paper.generator import practice
from feedback.paper.learning import strikes
from feedback.paper.reading import strikes as reading


@pytest.fixture(scope="module")
def taught():
    return strikes.gather(practice.boxes(12, 31))


def test_columns_of_a_crossed_out_word_are_marked_where_its_ink_is(taught):
    marked = [
        (seen, struck) for seen, struck in zip(taught.seen, taught.struck, strict=True) if (struck == 1).any()
    ]
    assert marked
    inked = [seen[:, struck == 1].max(axis=0).mean() > 60 for seen, struck in marked]
    assert np.mean(inked) > 0.9


def test_underlined_words_are_not_marked():
    some = [one for one in practice.boxes(30, 32) if one.way == "underline"]
    assert some and not any((struck == 1).any() for struck in strikes.gather(some).struck)


def test_the_file_says_what_the_network_learnt(taught):
    plain = json.loads(json.dumps(strikes.fit(taught, epochs=1)))
    pieces, boxes = strikes.judged(plain, taught)
    assert len(boxes) == taught.boxes[-1] + 1
    assert all(0 <= chance <= 1 for chance, _ in (*pieces, *boxes))
    assert len(reading.from_plain(plain).layers) == len(strikes.LAYERS)


def test_a_network_learns_what_is_plain_to_see():
    """Lines whose struck part has one long dark row, and nothing else."""
    source, lines = np.random.default_rng(1), strikes.Lines()
    for number in range(60):
        seen = source.integers(0, 60, (reading.HIGH, 160)).astype(np.uint8)
        struck = np.zeros(160, np.int8)
        if number % 2:
            begin = int(source.integers(10, 90))
            seen[16:19, begin : begin + 50], struck[begin : begin + 50] = 230, 1
        lines.seen.append(seen)
        lines.struck.append(struck)
        lines.boxes.append(number)
    _, boxes = strikes.judged(strikes.fit(lines, epochs=12), lines)
    assert np.mean([(chance >= reading.LEAST) == out for chance, out in boxes]) > 0.95
