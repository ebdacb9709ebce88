"""A model's card: what it is, and the hashes of its files. No torch here: both engines read it."""

import json
from pathlib import Path

from sentiment.engines.calibration import Calibration
from sentiment.engines.errors import EngineUnavailable
from sentiment.engines.hashes import sha256_of
from sentiment.themes import NAMES

FORMAT = 1
CARD = "model.json"
WEIGHTS = "weights.safetensors"
SHIPPED = Path(__file__).resolve().parent.parent / "artefacts" / "minilm-4"


def write(folder: Path, card: dict) -> None:
    """Write the card to `folder`."""
    (folder / CARD).write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def read(folder: Path) -> dict:
    """The card of the model in `folder`, checked against its weights. Raises EngineUnavailable."""
    try:
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        if card["format"] != FORMAT:
            raise EngineUnavailable(f"The model in {folder.name} has format {card['format']}, not {FORMAT}.")
        if card["themes"] != list(NAMES):
            raise EngineUnavailable(f"The model in {folder.name} was trained on other themes than ours.")
        Calibration.from_dict(card["calibration"])
        check(folder, {WEIGHTS: card["weights_sha256"]})
    except FileNotFoundError as problem:
        missing = Path(problem.filename).name
        raise EngineUnavailable(f"There is no {missing} in {folder}: run manage.py train.") from None
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise EngineUnavailable(
            f"The card of the model in {folder.name} is damaged ({type(problem).__name__})."
        ) from None
    return card


def check(folder: Path, hashes: dict[str, str]) -> None:
    """Raises EngineUnavailable when a file of the model, by name, has not the SHA-256 that its card gives."""
    for name, expected in hashes.items():
        if sha256_of(folder / name) != expected:
            what = "weights" if name == WEIGHTS else name
            raise EngineUnavailable(f"The {what} in {folder.name} are not the ones its card describes.")
