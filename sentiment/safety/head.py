"""The head: from a sentence's features to the kinds of danger in it, and its file on disk.

One logistic regression a kind, and one a tier. A tier's own answer decides whether there is
danger at all (it learns from every kind, so it is surer than any); the kinds' say which it is.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load_file, save_file

from feedback.signals import KINDS
from sentiment.engines import minilm
from sentiment.engines.errors import EngineUnavailable
from sentiment.safety.features import LAYERS

FORMAT = 1
WEIGHTS, CARD = "weights.safetensors", "model.json"
SHIPPED = Path(__file__).resolve().parent.parent / "artefacts" / "safety-1"
TIERS = (0, 1)
KINDS_OF = {tier: tuple(name for name, kind in KINDS.items() if kind.tier == tier) for tier in TIERS}
# The columns of every answer: the kinds of each tier, then the tiers.
NAMES = (*KINDS_OF[0], *KINDS_OF[1])
COLUMNS = (*NAMES, *(f"tier {tier}" for tier in TIERS))


@dataclass(frozen=True)
class Head:
    """`weights` (width, columns), `bias` (columns,), and the least log-odds that count, for each of TIERS."""

    weights: np.ndarray
    bias: np.ndarray
    thresholds: tuple[float, ...] = (0.0,) * len(TIERS)

    def scores(self, features: np.ndarray) -> np.ndarray:
        """Log-odds, (sentences, COLUMNS)."""
        return features @ self.weights + self.bias


def kinds(scores: np.ndarray, thresholds: tuple[float, ...]) -> dict[str, float]:
    """The kinds of danger in one sentence, from its row of scores: at most one a tier, with its tier's score."""
    found = {}
    for tier, threshold in zip(TIERS, thresholds, strict=True):
        score = float(scores[COLUMNS.index(f"tier {tier}")])
        if score > threshold:
            found[max(KINDS_OF[tier], key=lambda kind: scores[COLUMNS.index(kind)])] = score
    return found


def write(folder: Path, head: Head, encoder_sha256: str, about: dict) -> None:
    """Write the head and its card to `folder`, made if need be. `about` joins the card (data, figures)."""
    folder.mkdir(parents=True, exist_ok=True)
    save_file({"weights": head.weights, "bias": head.bias}, folder / WEIGHTS)
    (folder / WEIGHTS).chmod(0o644)  # safetensors leaves it to its owner alone; a server runs as another
    card = {
        "format": FORMAT,
        "name": folder.name,
        "encoder_sha256": encoder_sha256,
        "layers": LAYERS,
        "weights_sha256": minilm.sha256_of(folder / WEIGHTS),
        "columns": list(COLUMNS),
        "thresholds": list(head.thresholds),
        **about,
    }
    (folder / CARD).write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def read(folder: Path, encoder_sha256: str) -> Head:
    """The head in `folder`, if it was trained on the encoder with that hash.

    Raises EngineUnavailable when it was not, or a file is missing or damaged.
    """
    try:
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        if card["encoder_sha256"] != encoder_sha256:
            raise EngineUnavailable(f"The safety model in {folder.name} was trained on another encoder.")
        if (card["format"], card["layers"], card["columns"]) != (FORMAT, LAYERS, list(COLUMNS)):
            raise EngineUnavailable(f"The safety model in {folder.name} was made for other kinds of signal.")
        if card["weights_sha256"] != minilm.sha256_of(folder / WEIGHTS):
            raise EngineUnavailable(f"The weights in {folder.name} are not the ones its card describes.")
        weights = load_file(folder / WEIGHTS)
        return Head(weights["weights"], weights["bias"], tuple(map(float, card["thresholds"])))
    except FileNotFoundError as problem:
        missing = Path(problem.filename).name
        raise EngineUnavailable(f"There is no {missing} in {folder}: run manage.py train_safety.") from None
    except (OSError, ValueError, KeyError, TypeError, SafetensorError) as problem:
        raise EngineUnavailable(
            f"The safety model in {folder.name} is damaged ({type(problem).__name__})."
        ) from None
