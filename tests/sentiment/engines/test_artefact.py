import json
import shutil

import pytest

from sentiment.engines import EngineUnavailable, artefact, minilm
from sentiment.engines.transformer import SHIPPED, TransformerEngine
from sentiment.themes import NAMES

MOST_BYTES = 25 * 1024 * 1024


@pytest.fixture
def copy(tmp_path):
    """A copy of the shipped model that a test may damage."""
    return shutil.copytree(SHIPPED, tmp_path / "model")


def change_card(folder, **values):
    card = json.loads((folder / artefact.CARD).read_text())
    (folder / artefact.CARD).write_text(json.dumps(card | values))


def test_the_shipped_model_is_whole_and_small_enough_to_keep_with_the_code():
    card = artefact.read_card(SHIPPED)
    assert sum(file.stat().st_size for file in SHIPPED.iterdir()) < MOST_BYTES
    assert card["base"]["weights_sha256"] == minilm.WEIGHTS_SHA256
    assert set(card["calibration"]["thresholds"]) == set(NAMES)
    assert {"recipe", "data", "rows", "versions"} <= set(card["training"])
    assert card["figures"]["themes_micro_f1"]["low"] > 0.6


def test_changed_weights_are_refused(copy):
    with (copy / artefact.WEIGHTS).open("r+b") as file:
        file.seek(-1, 2)
        file.write(b"\xff")
    with pytest.raises(EngineUnavailable, match="not the ones its card describes"):
        TransformerEngine.load(copy)


@pytest.mark.parametrize("name", [artefact.CARD, artefact.WEIGHTS])
def test_a_missing_file_is_named(copy, name):
    (copy / name).unlink()
    with pytest.raises(EngineUnavailable, match=f"There is no {name}"):
        TransformerEngine.load(copy)


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
        artefact.read_card(copy)


def test_a_card_that_is_not_json_is_refused(copy):
    (copy / artefact.CARD).write_text("{")
    with pytest.raises(EngineUnavailable, match="damaged"):
        artefact.read_card(copy)


def test_a_changed_base_model_is_refused(monkeypatch, tmp_path):
    minilm.folder.cache_clear()
    monkeypatch.setattr(minilm, "WEIGHTS_SHA256", "0" * 64)
    with pytest.raises(EngineUnavailable, match="not the ones this model was trained on"):
        minilm.folder()
    monkeypatch.setattr(minilm, "PACKAGE", "no_such_package")
    with pytest.raises(EngineUnavailable, match="not installed"):
        minilm.folder()
