import io
import random

import numpy as np
import pytest
from django.core.management import CommandError, call_command

from sentiment.engines import network
from sentiment.themes import NAMES
from sentiment.training import mpnet, soft
from sentiment.training.data import load, softened
from sentiment.training.rows import Row, UnreadableData
from tests.sentiment.training.tiny import tiny


def answers(rows, value):
    return {
        "sentiment": np.zeros((rows, 5)),
        "themes": np.full((rows, len(NAMES)), value),
        "criticality": np.full((rows, 1), value / 10),
    }


ROWS = [Row("The tea was warm", "what_good", "a"), Row("The tea was warm", "could_improve", "b")]


def test_rows_get_back_the_mean_of_what_their_teachers_thought(tmp_path):
    path = tmp_path / "soft.npz"
    soft.write(path, ROWS, [answers(2, -2.0), answers(2, 2.0)])
    first, _, unknown = soft.read(path)([*ROWS, Row("Something else", "", "c")])
    assert first.soft.sentiment == pytest.approx((0.2,) * 5, abs=1e-3)
    assert first.soft.themes == pytest.approx((0.5,) * len(NAMES), abs=1e-3)
    assert first.soft.criticality == pytest.approx(0)
    assert unknown.soft is None


def test_the_file_holds_nobodys_words(tmp_path):
    path = tmp_path / "soft.npz"
    soft.write(path, ROWS, [answers(2, 0.0)])
    assert not any("tea" in key for key in np.load(path)["keys"].tolist())


def test_another_file_is_refused(tmp_path):
    path = tmp_path / "soft.npz"
    path.write_bytes(b"not soft at all")
    with pytest.raises(UnreadableData, match="manage.py teach"):
        soft.read(path)


@pytest.fixture
def small_teacher(monkeypatch):
    monkeypatch.setattr(mpnet, "network_and_tokenizer", lambda cache: (tiny(), network.tokenizer()))


def test_a_teacher_is_trained_and_asked_about_every_row(
    small_teacher, labelled_file, criticality_file, tmp_path
):
    out = tmp_path / "soft.npz"
    quiet = {"stdout": io.StringIO(), "stderr": io.StringIO()}
    call_command(
        "teach",
        str(labelled_file),
        criticality=[criticality_file],
        danger=[],
        harmless=[],
        out=out,
        epochs=1,
        **quiet,
    )
    data = softened(load(labelled_file, [criticality_file]), out)
    assert all(row.soft for row in data.everything)


def test_without_its_packages_the_teacher_says_what_to_install(labelled_file, tmp_path, monkeypatch):
    monkeypatch.setattr(mpnet, "PIECES", ("no-such-package-of-weights",))
    with pytest.raises(CommandError, match="requirements-teacher.txt"):
        call_command(
            "teach",
            str(labelled_file),
            danger=[],
            harmless=[],
            out=tmp_path / "soft.npz",
            stderr=io.StringIO(),
        )


def test_an_epoch_reads_every_training_row_and_every_invented_one(labelled_file):
    data = load(labelled_file)
    data.invented.append(Row("He may hurt himself tonight", "", "i", danger=(1,) * 15))
    lesson = data.lesson()
    assert len(lesson(random.Random(1))) == len(data.parts["train"]) + 1


def test_what_people_corrected_is_learnt_from_and_never_measured_on(labelled_file):
    data = load(labelled_file)
    more = data.with_training([Row("The chairs squeak", "", "squeak")])
    assert len(more.parts["train"]) == len(data.parts["train"]) + 1
    assert more.test == data.test and more.validation == data.validation
