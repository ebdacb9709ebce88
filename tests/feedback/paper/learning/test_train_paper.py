"""manage.py train_paper: its files come whole or not at all, and pages kept for measuring teach nothing."""

import json

import pytest
from django.core.management import CommandError, call_command

from feedback.management.commands import train_paper
from feedback.paper.generator import practice
from feedback.paper.learning import corrected, make, strikes
from feedback.paper.reading import network
from tests.feedback.paper.learning import test_ticks, test_words


@pytest.fixture(autouse=True)
def nobody_checked_anything(monkeypatch):
    """What people checked has its own tests (test_corrected); without it no database is needed."""
    monkeypatch.setattr(corrected, "pages", lambda: iter(()))


def test_it_says_now_and_then_how_far_it_is(capsys):
    command = train_paper.Command()
    for done in range(1, 121):
        command.say_done(done, 120)
    assert capsys.readouterr().out.splitlines() == [
        f"{done} of 120 pages drawn and measured." for done in (50, 100, 120)
    ]


@pytest.fixture
def made(monkeypatch):
    """What would be taken from pages and boxes of words."""
    found = make.Gathered(test_ticks.boxes(1), test_ticks.boxes(2), test_words.readings(1), 3)
    monkeypatch.setattr(make, "gathered", lambda *args: found)
    practised = [strikes.gather(practice.boxes(6, seed)) for seed in (41, 42)]
    monkeypatch.setattr(make, "practised", lambda *args: practised)
    monkeypatch.setattr(strikes, "EPOCHS", 1)


def test_all_files_are_written_beside_each_other(tmp_path, made):
    call_command("train_paper", "--out", str(tmp_path))
    files = {path.name: json.loads(path.read_text()) for path in tmp_path.iterdir()}
    assert sorted(files) == ["strike_model.json", "text_model.json", "tick_model.json"]
    assert network.from_plain(files["tick_model.json"]["network"]).members
    assert files["strike_model.json"]["doubted_from"] <= files["strike_model.json"]["sure_from"]


def test_one_file_can_be_made_alone(tmp_path, made):
    call_command("train_paper", "--only", "words", "--out", str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["text_model.json"]


def test_words_alone_need_only_the_pages_that_have_them(monkeypatch):
    drawn = []
    monkeypatch.setattr(
        make, "pages", lambda mix, count, seed, drill="": drawn.append((mix, count, seed)) or []
    )
    make.gathered(1_831, 1, ["words"], lambda *_: None)
    assert drawn[:3] == [("ordinary", 600, 1), ("ordinary", 250, 2), ("hard", 194, 3)]
    assert not any(count for _, count, _ in drawn[3:])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--seed", "100000"], "kept for measuring"),
        (["--seed", "99999"], "kept for measuring"),
        (["--pages", "19"], "20 or more"),
        (["--boxes", "19"], "20 or more"),
        (["--only", "ticks", "--seed", "99998"], "kept for measuring"),
    ],
)
def test_what_must_not_be_is_refused_and_no_file_is_touched(words, said, tmp_path):
    with pytest.raises(CommandError, match=said):
        call_command("train_paper", *words, "--out", str(tmp_path))
    assert not list(tmp_path.iterdir())
