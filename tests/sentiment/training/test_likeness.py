import csv
import json

import numpy as np
import pytest
from django.core.management import CommandError, call_command

from feedback.signals.likeness import BUCKETS, features, learnt
from sentiment.training import likeness

# A little of everything: what is taught here is only that words which sound alike are heard alike.
DANGERS = ["he hits me when the door is shut", "she was hurt by him again", "my dad hits us at night"]
HARMLESS = ["the tea was hot and sweet", "parking was easy today", "the nurse was kind to us"]


@pytest.fixture
def invented(tmp_path):
    kinds = [
        "self_harm", "danger_now", "abuse_adult", "abuse_child", "sexual_safety", "assault", "threat", "serious_harm",
        "unsafe_care", "neglect", "mental_health_act", "medicine_error", "medicine_reaction",
    ]  # fmt: skip
    danger, harmless = tmp_path / "danger.csv", tmp_path / "harmless.csv"
    with danger.open("w", newline="") as file:
        csv.writer(file).writerows(
            [
                ("kind", "text"),
                *((kind, f"{words} number {at}") for kind in kinds for at, words in enumerate(DANGERS)),
            ]
        )
    with harmless.open("w", newline="") as file:
        csv.writer(file).writerows(
            [("text",), *((f"{words} {at}",) for words in HARMLESS for at in range(9))]
        )
    return danger, harmless


@pytest.fixture
def taught(labelled_file, invented, tmp_path):
    danger, harmless = invented
    out = tmp_path / "likeness.bin"
    call_command("train_likeness", labelled_file, "--danger", danger, "--harmless", harmless, "--out", out)
    return out


def test_what_is_written_is_what_is_read(taught):
    weights = learnt(taught)
    assert len(weights.kinds) == 13
    head, _, body = taught.read_bytes().partition(b"\n")
    assert json.loads(head)["alarms_per_thousand"] == [0.5, 1.0]
    assert len(body) == 15 * BUCKETS


def test_the_same_rows_give_the_same_file(taught, labelled_file, invented, tmp_path):
    danger, harmless = invented
    again = tmp_path / "again.bin"
    call_command("train_likeness", labelled_file, "--danger", danger, "--harmless", harmless, "--out", again)
    assert again.read_bytes() == taught.read_bytes()


def test_each_group_of_features_weighs_one():
    rows = likeness.matrix(["he hit me", "", "...", "a"])
    assert np.asarray(rows.multiply(rows).sum(1)).ravel().round(6).tolist() == [2, 0, 0, 2]
    assert rows.shape == (4, BUCKETS)
    assert set(rows[0].indices) == set.union(*features("he hit me"))


def test_a_file_without_the_columns_is_refused_in_a_sentence(tmp_path):
    odd = tmp_path / "odd.csv"
    odd.write_text("a,b\n1,2\n")
    with pytest.raises(CommandError, match="no column"):
        call_command("train_likeness", odd, "--out", tmp_path / "x.bin")
