"""Teachers are too large for a test: a small network stands in for theirs."""

from dataclasses import replace

import numpy as np
import pytest

from sentiment.engines.heads import HEADS
from sentiment.training import teach
from sentiment.training.data import load


@pytest.fixture
def asked(monkeypatch):
    """Which rows each teacher did not learn; its answers are its own number."""
    seen = []

    def teacher(data, seed, epochs, cache, told, unseen):
        seen.append({row.text for row in data.parts["train"] if unseen(row)})
        return {head: np.full((len(data.everything), size), seed, float) for head, size in HEADS.items()}

    monkeypatch.setattr(teach, "teacher", teacher)
    return seen


def test_nobody_is_asked_what_they_learnt(labelled_file, criticality_file, asked, tmp_path):
    data = load(labelled_file, [criticality_file])
    found = teach.cross_fitted(data, 2, 10, 1, tmp_path, lambda *of: None)
    train = data.parts["train"]
    for at, row in enumerate(data.everything):
        answer = found["themes"][at, 0]
        if at < len(train) and row.themes is not None:
            assert row.text in asked[int(answer) - 10]
        else:
            assert answer == 10.5  # learnt by none: the mean of both


def test_every_row_is_left_out_by_one_teacher_and_its_group_with_it(labelled_file, asked, tmp_path):
    data = load(labelled_file)
    teach.cross_fitted(data, 3, 0, 1, tmp_path, lambda *of: None)
    texts = {row.text for row in data.parts["train"]}
    assert set.union(*asked) == texts
    assert max(map(len, asked)) < len(texts)
    assert teach.fold_of("person 7", 3) == teach.fold_of("person 7", 3)


def test_learning_from_one_trust_is_measured_on_the_others(labelled_file):
    data = load(labelled_file)
    there = {
        split: [replace(row, trust="North" if at % 3 else "South") for at, row in enumerate(rows)]
        for split, rows in data.parts.items()
    }
    north = replace(data, parts=there).of_trust("North")
    assert {row.trust for split in ("train", "validation") for row in north.parts[split]} == {"North"}
    assert {row.trust for row in north.parts["test"]} == {"South"}
    assert len(north.parts["test"]) == sum(row.trust == "South" for rows in there.values() for row in rows)


def test_a_trust_that_is_not_there_is_told_with_those_that_are(labelled_file):
    with pytest.raises(ValueError, match="trusts: none"):
        load(labelled_file).of_trust("North")
