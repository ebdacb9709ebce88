"""Models of a few bytes: an engine that answers as its card tells it to, so that no test needs torch."""

import hashlib
import json
from pathlib import Path

import pytest

from feedback.signals import Signal
from sentiment import engines
from sentiment.engines import EngineUnavailable, Reading
from sentiment.themes import NAMES
from sentiment.training.rows import Row

SHIPPED = {"name": "shipped-1", "weights_sha256": "0" * 64, "hears": ["die"], "says": 1}


class CardEngine:
    """Hears danger in texts with one of its card's words, and gives each text the same feeling."""

    def __init__(self, card):
        self.card = card
        self.name = f"{card['name']}@{card['weights_sha256'][:8]}"

    @classmethod
    def load(cls, folder: Path | None = None):
        if folder is None:
            return cls(SHIPPED)
        try:
            return cls(json.loads((folder / "model.json").read_text()))
        except FileNotFoundError:
            raise EngineUnavailable("There is no model.json.") from None

    def read(self, texts, questions):
        return [self.reading(text) for text in texts]

    def reading(self, text):
        heard = any(word in text for word in self.card["hears"])
        signals = (Signal("self_harm", text),) if heard else ()
        return Reading(
            self.card["says"], {"1": 0.9, "2": 0.1}, {"Parking": 0.9}, ("Parking",), signals, "en", self.name
        )


@pytest.fixture
def shelf(settings, monkeypatch, tmp_path):
    """The engine of this file is the one in use, and the shelf of promoted models is empty."""
    monkeypatch.setitem(engines.ENGINES, "card", f"{__name__}.CardEngine")
    settings.ENGINE, settings.MODELS_DIR = "card", tmp_path / "models"
    engines._built.cache_clear()
    yield settings.MODELS_DIR
    engines._built.cache_clear()


@pytest.fixture
def a_model(tmp_path):
    """`a_model("better-1", hears=[...], says=2)`: a folder with a model."""

    def make(name, **card):
        folder = tmp_path / "made" / name
        folder.mkdir(parents=True)
        weights = f"weights of {name}".encode()
        (folder / "weights.safetensors").write_bytes(weights)
        card = SHIPPED | {"name": name, "weights_sha256": hashlib.sha256(weights).hexdigest()} | card
        (folder / "model.json").write_text(json.dumps(card))
        return folder

    return make


@pytest.fixture
def frozen(tmp_path, monkeypatch):
    """A safety set of four sentences, and a test of forty comments whose feeling is 2."""
    folder = tmp_path / "frozen"
    folder.mkdir()
    danger = ["I want to die", "I will end it all", "no point waking up"]
    (folder / "danger.csv").write_text(
        "kind,voice,text\n" + "".join(f"self_harm,plain,{one}\n" for one in danger)
    )
    (folder / "harmless.csv").write_text("voice,text\nplain,dying for a brew\nplain,a kind nurse\n")
    monkeypatch.setattr("sentiment.promotion.weighing.heard.__defaults__", (folder,))
    monkeypatch.setattr("sentiment.promotion.weighing.weighed.__defaults__", (folder,))
    parking = tuple(int(name == "Parking") for name in NAMES)
    rows = [Row(f"Visit {n}", "", str(n), sentiment=2, themes=parking) for n in range(40)]
    monkeypatch.setattr("sentiment.management.commands.promote.test_rows", lambda data: rows)
    # How wide the intervals are is the subject of the tests of `sentiment.training.figures`.
    monkeypatch.setattr("sentiment.training.figures.DRAWS", 50)
    return folder
