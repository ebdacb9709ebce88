import io
import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from django.core.management import CommandError, call_command

from sentiment.engines import EngineUnavailable, artefact, card, network
from sentiment.engines.calibration import Calibration
from sentiment.engines.card import SHIPPED
from sentiment.engines.transformer import TransformerEngine
from sentiment.training.data import load
from sentiment.training.fit import Recipe, shuffled
from sentiment.training.train import continued, train
from tests.sentiment.training.tiny import tiny

QUICK = Recipe(epochs=8, encoder_rate=3e-3, head_rate=1e-2, rows_a_batch=8)


@pytest.fixture
def learnt(labelled_file, criticality_file, tmp_path):
    data = load(labelled_file, [criticality_file])
    told = []
    figures = train(
        data, tmp_path / "tiny-1", QUICK, lambda epoch, loss: told.append((epoch, loss)), start=tiny
    )
    return tmp_path / "tiny-1", figures, told


def test_it_learns_what_the_labels_say(learnt):
    folder, figures, told = learnt
    assert [epoch for epoch, loss in told] == list(range(1, QUICK.epochs + 1))
    assert told[-1][1] < told[0][1] / 2
    assert figures["themes_micro_f1"]["value"] > 0.9
    assert figures["sentiment_three_class"]["value"] > 0.9


def test_the_card_says_how_to_make_it_again(learnt, labelled_file, criticality_file):
    folder, figures, told = learnt
    described = card.read(folder)
    assert described["name"] == "tiny-1"
    assert described["figures"] == json.loads(json.dumps(figures))
    assert described["training"]["recipe"] == QUICK.as_dict()
    assert [file["file"] for file in described["training"]["data"]] == [
        labelled_file.name,
        criticality_file.name,
    ]
    assert sum(described["training"]["rows"].values()) == 260 + 30


def test_what_is_written_answers_as_what_was_measured(learnt, labelled_file):
    folder, figures, told = learnt
    torch.manual_seed(QUICK.seed)
    net = tiny()
    artefact.fill(net, folder)
    calibration = Calibration.from_dict(card.read(folder)["calibration"])
    engine = TransformerEngine(net, calibration, "tiny-1")
    (reading,) = engine.read(["long wait 900"], ["could_improve"])
    assert reading.predicted_themes == ("Timeliness of care",)
    assert reading.sentiment == 4


def test_weights_of_another_shape_are_refused(learnt):
    folder, figures, told = learnt
    with pytest.raises(EngineUnavailable, match="another network"):
        TransformerEngine.load(folder)


def test_the_same_seed_gives_the_same_model(labelled_file, tmp_path):
    short = Recipe(epochs=1)
    for name in ("one", "two"):
        train(load(labelled_file), tmp_path / name, short, start=tiny)
    one, two = (card.read(tmp_path / name)["weights_sha256"] for name in ("one", "two"))
    assert one == two


def test_going_on_from_a_model_keeps_what_it_knows(learnt, labelled_file, tmp_path, monkeypatch):
    folder, figures, told = learnt
    monkeypatch.setattr(network, "from_package", tiny)
    on = train(
        load(labelled_file),
        tmp_path / "on",
        replace(QUICK, epochs=1).gently(),
        start=lambda: continued(folder),
    )
    assert on["themes_micro_f1"]["value"] > 0.9
    assert card.read(tmp_path / "on")["training"]["recipe"]["heads_kept"]


def test_going_on_leaves_the_lowest_layers_as_they_are(labelled_file, tmp_path):
    net = tiny()
    before = {name: value.clone() for name, value in net.named_parameters()}
    recipe = Recipe(epochs=1, encoder_rate=3e-3, still_layers=1)
    train(load(labelled_file), tmp_path / "on", recipe, start=lambda: net)
    # What is written is in half precision, as it will be read.
    same = {name: torch.allclose(value, before[name], atol=1e-3) for name, value in net.named_parameters()}
    assert all(kept for name, kept in same.items() if name.startswith(("encoder.", "kind.")))
    assert not same["heads.themes.weight"]


def test_an_epoch_may_read_a_share_of_the_rows_without_themes(labelled_file, criticality_file):
    data = load(labelled_file, [criticality_file])
    whole, thin = data.lesson()(random.Random(1)), data.lesson(0.5)(random.Random(1))
    themed = [row for row in whole if row.themes is not None]
    assert sum(row.themes is not None for row in thin) == len(themed)
    assert len(themed) < len(thin) < len(whole)


def test_embeddings_stay_as_the_package_has_them(labelled_file, tmp_path):
    net = tiny()
    before = net.encoder.embeddings.word_embeddings.weight.clone()
    train(load(labelled_file), tmp_path / "one", Recipe(epochs=1), start=lambda: net)
    assert torch.equal(net.encoder.embeddings.word_embeddings.weight, before)
    assert not any(name.startswith(network.FROZEN) for name in net.trained())


def test_every_row_is_in_one_batch_an_epoch():
    batches = list(shuffled(list(range(1_000)), 32, random.Random(1)))
    assert sorted(index for batch in batches for index in batch) == list(range(1_000))


def test_the_command_trains_and_prints_its_figures(labelled_file, tmp_path, monkeypatch):
    monkeypatch.setattr(network, "from_package", tiny)
    out = io.StringIO()
    call_command(
        "train", str(labelled_file), out=tmp_path / "model", epochs=1, stdout=out, stderr=io.StringIO()
    )
    assert "themes_micro_f1" in json.loads(out.getvalue())
    assert card.read(tmp_path / "model")["name"] == "model"


@pytest.mark.parametrize(
    ("options", "reason"), [({"epochs": 0}, "1 or more"), ({"map": ["text"]}, "pairs such as")]
)
def test_the_command_refuses_nonsense(labelled_file, tmp_path, options, reason):
    with pytest.raises(CommandError, match=reason):
        call_command("train", str(labelled_file), out=tmp_path / "model", **options)


def test_a_file_too_small_to_keep_rows_apart_is_refused(labelled_file, tmp_path):
    small = tmp_path / "small.csv"
    small.write_text("".join(labelled_file.read_text().splitlines(keepends=True)[:3]))
    with pytest.raises(CommandError, match="too small"):
        call_command("train", str(small), out=tmp_path / "model", stderr=io.StringIO())


def test_evaluate_prints_figures_with_intervals(labelled_file):
    out = io.StringIO()
    call_command("evaluate", str(labelled_file), engine="keywords", stdout=out)
    assert "Themes, micro-F1" in out.getvalue()
    out = io.StringIO()
    call_command("evaluate", str(labelled_file), engine="keywords", all=True, json=True, stdout=out)
    assert json.loads(out.getvalue())["rows"]["themes"] == 240


def test_evaluate_names_a_missing_model(labelled_file, tmp_path):
    with pytest.raises(CommandError, match="There is no model.json"):
        call_command("evaluate", str(labelled_file), model=tmp_path, stdout=io.StringIO())


def test_the_shipped_model_still_gives_the_figures_on_its_card():
    folder = Path(__file__).parents[4] / "shared" / "data" / "feedback"
    if not folder.exists():
        pytest.skip("the labelled comments are not on this machine")
    out = io.StringIO()
    criticality = [folder / "criticality_train.csv"]
    call_command(
        "evaluate", folder / "train.csv", criticality=criticality, engine="transformer", json=True, stdout=out
    )
    described = card.read(SHIPPED)["figures"]
    for name, figure in json.loads(out.getvalue()).items():
        if "value" in figure:
            assert figure["value"] == pytest.approx(described[name]["value"], abs=0.01)
