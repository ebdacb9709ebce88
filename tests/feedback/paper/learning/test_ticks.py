"""The network for boxes: taught on a few made-up rows, written as numbers, and the same when read back."""

import json

import numpy as np
import pytest

from feedback.paper.learning import make, ticks
from feedback.paper.learning.examples import Boxes
from feedback.paper.reading import network


def boxes(seed, count=48):
    """Questions of three boxes whose one number says what is in them, with a little noise."""
    source, made = np.random.default_rng(seed), Boxes()
    for question in range(count):
        kinds = [0, 0, 0]
        if question % 4:
            kinds[question % 3] = 1
        if question % 9 == 5:
            kinds[(question + 1) % 3] = 2
        made.truths.append("abc"[kinds.index(1)] if 1 in kinds else "")
        made.values.append(list("abc"))
        made.one_bit.append(False)
        made.pages.append(question // 4)
        for kind in kinds:
            made.rows.append(np.array([kind + source.normal(0, 0.08), source.normal()], np.float32))
            made.kinds.append(kind)
            made.questions.append(question)
    return made


def test_a_taught_network_tells_boxes_apart_and_survives_its_file():
    model, figures = make.tick_model(boxes(1), boxes(2))
    assert figures["boxes right"] > 0.99
    again = network.from_plain(json.loads(json.dumps(model))["network"])
    chances = again.chances(np.array([[0.0, 0], [1.0, 0], [2.0, 0]], np.float32))
    assert [ticks.KINDS[place] for place in chances.argmax(axis=1)] == ["empty", "mark", "solid"]


def test_nothing_is_learnt_where_one_kind_of_box_is_missing():
    some = boxes(3)
    some.kinds = [min(kind, 1) for kind in some.kinds]
    with pytest.raises(ValueError, match="every kind"):
        ticks.fit(some)


def test_a_model_file_is_written_whole(tmp_path):
    path = tmp_path / "tick_model.json"
    make.write({"sure": {"answered": 0.9, "blank": 0.97}}, path)
    assert json.loads(path.read_text())["sure"]["blank"] == 0.97
    assert list(tmp_path.iterdir()) == [path]


def test_seeds_kept_for_measuring_teach_nothing():
    with pytest.raises(ValueError, match="kept for measuring"):
        next(make.pages("ordinary", 1, 100_000))
