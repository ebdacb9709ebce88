import csv
import random

import numpy as np
import pytest

from sentiment.safety import fit, noise, rows
from sentiment.safety.head import COLUMNS, kinds
from sentiment.training.rows import UnreadableData


def file(folder, name, lines):
    path = folder / f"{name}.csv"
    with path.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, lines[0])
        writer.writeheader()
        writer.writerows(lines)
    return path


def test_rounds_are_named_by_their_files(tmp_path):
    danger = [
        file(tmp_path, "danger", [{"kind": "threat", "text": "a bat"}]),
        file(tmp_path, "danger_second", [{"kind": "neglect", "text": "no water"}]),
    ]
    harmless = [file(tmp_path, "harmless_second", [{"text": "good tea"}])]
    assert [(row.kind, row.round) for row in rows.read_rounds(danger, harmless)] == [
        ("threat", "first"),
        ("neglect", "second"),
        ("", "second"),
    ]
    with pytest.raises(UnreadableData, match="Two rounds"):
        rows.read_rounds(danger[:1], harmless)


def test_a_kind_that_is_no_danger_and_a_file_without_text_are_refused(tmp_path):
    with pytest.raises(UnreadableData, match="not kinds of danger: access"):
        rows.read_rounds([file(tmp_path, "danger", [{"kind": "access", "text": "x"}])], [])
    with pytest.raises(UnreadableData, match="columns text"):
        rows.read_comments([file(tmp_path, "other", [{"words": "x"}])])


def test_comments_that_raise_an_alarm_already_teach_nothing(tmp_path):
    lines = [
        {"text": "I want to kill myself."},
        {"text": "Good tea. Kind nurses."},
        {"text": "Good tea. Kind nurses."},
    ]
    assert rows.read_comments([file(tmp_path, "comments", lines)]) == [["Good tea.", "Kind nurses."]]


def test_misspelling_is_the_same_each_time():
    text = "My brother's neighbour keeps thinking about the railway"
    versions = [noise.misspelt(text, random.Random(seed)) for seed in range(20)]
    assert versions == [noise.misspelt(text, random.Random(seed)) for seed in range(20)]
    assert len(set(versions)) > 10


@pytest.fixture
def data():
    """Two kinds of danger, each in a direction of its own, in two rounds; and 400 comments of two sentences."""
    chance = np.random.default_rng(1)
    drawn = [rows.Row("x", kind, name) for name in ("one", "two") for kind in ("threat", "neglect", "") * 20]
    where = {"threat": (8, 0, 0, 0), "neglect": (0, 8, 0, 0), "": (0, 0, 0, 0)}
    centres = np.array([where[row.kind] for row in drawn])[:, None]
    invented = (centres + chance.normal(size=(len(drawn), 1 + fit.MISSPELT, 4))).astype(np.float32)
    ordinary = chance.normal(size=(4000, 4)).astype(np.float32)
    return fit.Data(drawn, invented, ordinary, np.repeat(np.arange(2000), 2))


def test_danger_in_a_round_left_out_is_told_by_kind(data):
    unseen = fit.cross_validated(data, 0.1)
    told = [list(kinds(scores, unseen.thresholds)) for scores in unseen.rows]
    wrong = [row for row, found in zip(data.rows, told, strict=True) if found != [row.kind] * bool(row.kind)]
    assert len(wrong) <= 0.05 * len(told)


def test_thresholds_let_no_more_comments_through_than_allowed(data):
    unseen = fit.cross_validated(data, 0.1)
    assert len(unseen.comments) == 800
    passed = (unseen.comments > unseen.thresholds).sum(0)
    assert all(passed <= np.array(fit.ALARMS_PER_THOUSAND) * 0.8)


def test_at_most_one_kind_a_tier_is_named():
    scores = np.zeros(len(COLUMNS))
    scores[COLUMNS.index("threat")], scores[COLUMNS.index("tier 0")] = 3, 2
    assert kinds(scores, (1, 1)) == {"threat": 2}
    assert kinds(scores, (2, 1)) == {}
