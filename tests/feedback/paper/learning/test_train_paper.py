"""manage.py train_paper: its files come whole or not at all, and pages kept for measuring teach nothing."""

import json

import pytest
from django.core.management import CommandError, call_command

from feedback.management.commands import train_paper
from feedback.paper.learning import corrected, make
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
        f"{done} of about 120 pages drawn and measured." for done in (50, 100, 120)
    ]


def test_both_files_are_written_beside_each_other(tmp_path, monkeypatch):
    made = (test_ticks.boxes(1), test_ticks.boxes(2), test_words.readings(1), 3)
    monkeypatch.setattr(make, "gathered", lambda *args, **kwargs: made)
    call_command("train_paper", "--out", str(tmp_path / "tick_model.json"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["text_model.json", "tick_model.json"]
    for path in tmp_path.iterdir():
        assert network.from_plain(json.loads(path.read_text())["network"]).members


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--seed", "100000"], "kept for measuring"),
        (["--seed", "99999"], "kept for measuring"),
        (["--pages", "19"], "20 or more"),
    ],
)
def test_what_must_not_be_is_refused_and_no_file_is_touched(words, said, tmp_path):
    with pytest.raises(CommandError, match=said):
        call_command("train_paper", *words, "--out", str(tmp_path / "tick_model.json"))
    assert not list(tmp_path.iterdir())
