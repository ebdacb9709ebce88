import json
import shutil

import pytest

from sentiment.engines import EngineUnavailable, card, minilm
from sentiment.engines.card import SHIPPED
from sentiment.engines.fast import GRAPH, GRAPH_WEIGHTS, FastEngine
from sentiment.engines.transformer import TransformerEngine
from sentiment.themes import NAMES

MOST_BYTES = 40 * 1024 * 1024


@pytest.fixture
def copy(tmp_path):
    """A copy of the shipped model that a test may damage."""
    return shutil.copytree(SHIPPED, tmp_path / "model")


def change_card(folder, **values):
    path = folder / card.CARD
    path.write_text(json.dumps(json.loads(path.read_text()) | values))


def test_the_shipped_model_is_whole_and_small_enough_to_keep_with_the_code():
    shipped = card.read(SHIPPED)
    assert sum(file.stat().st_size for file in SHIPPED.iterdir()) < MOST_BYTES
    assert shipped["base"]["weights_sha256"] == minilm.WEIGHTS_SHA256
    assert set(shipped["calibration"]["thresholds"]) == set(NAMES)
    assert {"recipe", "data", "rows", "versions"} <= set(shipped["training"])
    assert shipped["figures"]["themes_micro_f1"]["low"] > 0.6
    assert min(shipped["fast"]["agreement"][what] for what in ("sentiment", "themes")) >= 0.985


def test_changed_weights_are_refused(copy):
    with (copy / card.WEIGHTS).open("r+b") as file:
        file.seek(-1, 2)
        file.write(b"\xff")
    with pytest.raises(EngineUnavailable, match="not the ones its card describes"):
        TransformerEngine.load(copy)


@pytest.mark.parametrize("engine", [FastEngine, TransformerEngine])
@pytest.mark.parametrize("name", [card.CARD, card.WEIGHTS])
def test_a_missing_file_is_named(copy, name, engine):
    (copy / name).unlink()
    with pytest.raises(EngineUnavailable, match=f"There is no {name}"):
        engine.load(copy)


@pytest.mark.parametrize("name", [GRAPH, GRAPH_WEIGHTS])
def test_a_missing_fast_form_says_how_to_make_it(copy, name):
    (copy / name).unlink()
    with pytest.raises(EngineUnavailable, match="no fast form: run manage.py export_model"):
        FastEngine.load(copy)


def test_a_model_never_exported_says_how_to_do_it(copy):
    described = json.loads((copy / card.CARD).read_text())
    del described["fast"]
    (copy / card.CARD).write_text(json.dumps(described))
    with pytest.raises(EngineUnavailable, match="no fast form: run manage.py export_model"):
        FastEngine.load(copy)


@pytest.mark.parametrize("name", [GRAPH, GRAPH_WEIGHTS])
def test_a_changed_fast_form_is_refused(copy, name):
    with (copy / name).open("ab") as file:
        file.write(b" ")
    with pytest.raises(EngineUnavailable, match=f"{name} .* not the ones its card describes"):
        FastEngine.load(copy)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"format": 99}, "format 99"),
        ({"themes": ["Weather"]}, "other themes"),
        ({"calibration": {}}, "damaged"),
    ],
)
def test_a_card_that_does_not_fit_is_refused(copy, values, reason):
    change_card(copy, **values)
    with pytest.raises(EngineUnavailable, match=reason):
        card.read(copy)


def test_a_card_that_is_not_json_is_refused(copy):
    (copy / card.CARD).write_text("{")
    with pytest.raises(EngineUnavailable, match="damaged"):
        card.read(copy)


def test_a_changed_base_model_is_refused(monkeypatch, tmp_path):
    minilm.folder.cache_clear()
    monkeypatch.setattr(minilm, "WEIGHTS_SHA256", "0" * 64)
    with pytest.raises(EngineUnavailable, match="not the ones this model was trained on"):
        minilm.folder()
    monkeypatch.setattr(minilm, "PACKAGE", "no_such_package")
    with pytest.raises(EngineUnavailable, match="not installed"):
        minilm.folder()
