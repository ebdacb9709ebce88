"""A trained model on disk: what training changed, in half precision, and a card that says what it is.

The base encoder's embeddings are not here; they come from their package. The card holds the
hashes of both, so that nothing is read with the wrong half.
"""

import json
from pathlib import Path

from safetensors import SafetensorError
from safetensors.torch import load_file, save_file

from sentiment.engines import minilm
from sentiment.engines.calibration import Calibration
from sentiment.engines.errors import EngineUnavailable
from sentiment.engines.network import Network
from sentiment.themes import FRAMEWORK, NAMES

FORMAT = 1
WEIGHTS = "weights.safetensors"
CARD = "model.json"


def write(folder: Path, name: str, network: Network, calibration: Calibration, about: dict) -> None:
    """Write weights and card to `folder`, made if need be. `about` joins the card (data, recipe, figures)."""
    folder.mkdir(parents=True, exist_ok=True)
    save_file({key: value.half().contiguous() for key, value in network.trained().items()}, folder / WEIGHTS)
    (folder / WEIGHTS).chmod(0o644)  # safetensors leaves it to its owner alone; a server runs as another
    card = {
        "format": FORMAT,
        "name": name,
        "base": {"package": minilm.PACKAGE, "weights_sha256": minilm.WEIGHTS_SHA256},
        "weights_sha256": minilm.sha256_of(folder / WEIGHTS),
        "framework": FRAMEWORK,
        "themes": list(NAMES),
        "calibration": calibration.as_dict(),
        **about,
    }
    (folder / CARD).write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def read_card(folder: Path) -> dict:
    """The card of the model in `folder`, checked against its weights. Raises EngineUnavailable."""
    try:
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        if card["format"] != FORMAT:
            raise EngineUnavailable(f"The model in {folder.name} has format {card['format']}, not {FORMAT}.")
        if card["themes"] != list(NAMES):
            raise EngineUnavailable(f"The model in {folder.name} was trained on other themes than ours.")
        same = card["weights_sha256"] == minilm.sha256_of(folder / WEIGHTS)
        Calibration.from_dict(card["calibration"])
    except FileNotFoundError as problem:
        missing = Path(problem.filename).name
        raise EngineUnavailable(f"There is no {missing} in {folder}: run manage.py train.") from None
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise EngineUnavailable(
            f"The card of the model in {folder.name} is damaged ({type(problem).__name__})."
        ) from None
    if not same:
        raise EngineUnavailable(f"The weights in {folder.name} are not the ones its card describes.")
    return card


def fill(network: Network, folder: Path) -> None:
    """Put the weights in `folder` into `network`. Raises EngineUnavailable when they do not fit it."""
    try:
        weights = load_file(folder / WEIGHTS)
    except SafetensorError:
        raise EngineUnavailable(f"The weights in {folder.name} cannot be read.") from None
    if weights.keys() != network.trained().keys():
        raise EngineUnavailable(f"The weights in {folder.name} are for another network than ours.")
    network.load_state_dict({key: value.float() for key, value in weights.items()}, strict=False)
