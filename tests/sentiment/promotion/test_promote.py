"""Promotion and roll-back: what it takes, what it leaves, and what the next batch reads with."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from sentiment.classify import classify_batch
from sentiment.engines import EngineUnavailable
from sentiment.models import Classification, Promotion
from sentiment.promotion import shelf as shelves
from sentiment.promotion.force import engine_in_force, standing
from tests.factories import received

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shelf", "frozen")]
BETTER = {"hears": ["die", "end it all"], "says": 2}


def promote(folder, *more):
    call_command("promote", str(folder), "--data", "labelled.csv", *more)


def test_a_better_model_reads_from_the_next_batch_on_and_says_so(a_model, shelf, capsys):
    received("Visit one")
    classify_batch()
    promote(a_model("better-1", **BETTER), "--why", "It hears more.", "--by", "Ada Invented")
    received("Visit two")
    classify_batch()
    first, second = Classification.objects.order_by("id")
    assert first.model.name == "shipped-1@00000000"
    assert second.model.name.startswith("better-1@")
    row = Promotion.objects.get()
    assert (row.by, row.reason, row.forced) == ("Ada Invented", "It hears more.", False)
    assert row.figures["new"]["danger"]["0"] == {"rows": 3, "missed": 1}
    assert row.figures["old"]["danger"]["0"] == {"rows": 3, "missed": 2}
    assert [one.name for one in shelf.iterdir()] == [f"better-1@{row.weights_sha256[:8]}"]
    printed = capsys.readouterr().out
    assert "Danger missed, tier 0, of 3" in printed
    assert "better" in printed


@pytest.mark.parametrize(
    ("card", "why"),
    [
        ({"hears": [], "says": 2}, "Danger missed, tier 0"),
        ({"hears": ["die"], "says": 1}, "better in nothing"),
    ],
)
def test_a_model_that_does_not_win_is_refused_and_nothing_is_kept(card, why, a_model, shelf):
    with pytest.raises(CommandError, match=why):
        promote(a_model("worse-1", **card))
    assert not Promotion.objects.exists()
    assert not shelf.exists()


def test_more_false_alarms_than_chance_explains_are_refused(a_model, monkeypatch):
    monkeypatch.setattr("sentiment.promotion.compare.upper", lambda hits, rows: hits / rows)
    with pytest.raises(CommandError, match="False alarms"):
        promote(a_model("loud-1", hears=["die", "dying", "end"], says=2))


def test_force_needs_a_reason_and_both_are_recorded(a_model):
    folder = a_model("worse-1", hears=[], says=2)
    with pytest.raises(CommandError, match="--force needs --why"):
        promote(folder, "--force")
    call_command("promote", str(folder), "--force", "--why", "The shipped one is damaged.")
    assert Promotion.objects.get().forced
    with pytest.raises(IntegrityError), transaction.atomic():
        Promotion.objects.create(name="x", forced=True, by="somebody")


def test_without_labelled_rows_nothing_is_promoted(a_model):
    with pytest.raises(CommandError, match="--data is needed"):
        call_command("promote", str(a_model("better-1", **BETTER)))


def test_the_model_in_force_is_not_promoted_again(a_model):
    folder = a_model("better-1", **BETTER)
    promote(folder)
    with pytest.raises(CommandError, match="in force already"):
        promote(folder)


def test_there_is_nothing_to_promote_for_the_keyword_engine(a_model, settings):
    settings.ENGINE = "keywords"
    with pytest.raises(CommandError, match="keyword engine"):
        promote(a_model("better-1", **BETTER))


def test_roll_back_goes_step_by_step_to_the_shipped_model_and_no_further(a_model):
    promote(a_model("better-1", **BETTER))
    promote(a_model("best-1", hears=["die", "end it all", "no point"], says=2))
    names = [engine_in_force().name.partition("@")[0]]
    for _ in range(2):
        call_command("rollback", "--why", "Odd answers.", "--by", "Ada Invented")
        names.append(engine_in_force().name.partition("@")[0])
    assert names == ["best-1", "better-1", "shipped-1"]
    with pytest.raises(CommandError, match="none before it"):
        call_command("rollback")
    assert Promotion.objects.count() == 4
    assert Promotion.objects.last().reason == "Odd answers."


def test_after_a_roll_back_a_promotion_counts_from_there():
    rows = [Promotion(name=name, rollback=not name) for name in ("a", "b", "", "c", "", "", "d")]
    assert [row.name for row in standing(rows)] == ["d"]
    assert [row.name for row in standing(rows[:4])] == ["a", "c"]


def test_a_roll_back_to_a_model_that_is_gone_is_refused(a_model, shelf):
    promote(a_model("better-1", **BETTER))
    promote(a_model("best-1", hears=["die", "end it all", "no point"], says=2))
    next(shelf.glob("better-1@*/model.json")).unlink()
    with pytest.raises(CommandError, match="Not rolled back"):
        call_command("rollback")


def test_when_the_model_in_force_is_gone_nothing_is_stored(a_model, shelf):
    promote(a_model("better-1", **BETTER))
    next(shelf.glob("better-1@*/model.json")).unlink()
    received("Visit one")
    with pytest.raises(EngineUnavailable):
        classify_batch()
    assert not Classification.objects.exists()


def test_changed_weights_are_not_taken_in(a_model):
    folder = a_model("better-1", **BETTER)
    (folder / "weights.safetensors").write_bytes(b"other")
    with pytest.raises(CommandError, match="not the ones its card describes"):
        promote(folder)


def test_a_folder_without_a_model_is_refused(tmp_path):
    with pytest.raises(CommandError, match="no whole model"):
        promote(tmp_path)


def test_a_copy_that_breaks_off_is_never_seen(a_model, shelf, monkeypatch):
    def break_off(source, target, **kwargs):
        (target / "model.json").write_text((source / "model.json").read_text())
        raise OSError("disk full")

    folder = a_model("better-1", **BETTER)
    monkeypatch.setattr(shelves.shutil, "copytree", break_off)
    with pytest.raises(OSError, match="disk full"):
        shelves.take_in(folder, json.loads((folder / "model.json").read_text()))
    assert list(shelf.iterdir()) == []
