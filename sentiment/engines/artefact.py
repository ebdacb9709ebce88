"""A trained model on disk: what training changed, in half precision, and a card that says what it is.

The base encoder's embeddings are not here; they come from their package. The card holds the
hashes of both, so that nothing is read with the wrong half.
"""

from pathlib import Path

from safetensors import SafetensorError
from safetensors.torch import load_file, save_file

from sentiment.engines import card, minilm
from sentiment.engines.calibration import Calibration
from sentiment.engines.errors import EngineUnavailable
from sentiment.engines.hashes import sha256_of
from sentiment.engines.network import Network
from sentiment.themes import FRAMEWORK, NAMES


def write(folder: Path, name: str, network: Network, calibration: Calibration, about: dict) -> None:
    """Write weights and card to `folder`, made if need be. `about` joins the card (data, recipe, figures)."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = folder / card.WEIGHTS
    save_file({key: value.half().contiguous() for key, value in network.trained().items()}, weights)
    weights.chmod(0o644)  # safetensors leaves it to its owner alone; a server runs as another
    described = {
        "format": card.FORMAT,
        "name": name,
        "base": {"package": minilm.PACKAGE, "weights_sha256": minilm.WEIGHTS_SHA256},
        "weights_sha256": sha256_of(weights),
        "framework": FRAMEWORK,
        "themes": list(NAMES),
        "calibration": calibration.as_dict(),
        **about,
    }
    card.write(folder, described)


def fill(network: Network, folder: Path) -> None:
    """Put the weights in `folder` into `network`. Raises EngineUnavailable when they do not fit it."""
    try:
        weights = load_file(folder / card.WEIGHTS)
    except SafetensorError:
        raise EngineUnavailable(f"The weights in {folder.name} cannot be read.") from None
    if weights.keys() != network.trained().keys():
        raise EngineUnavailable(f"The weights in {folder.name} are for another network than ours.")
    network.load_state_dict({key: value.float() for key, value in weights.items()}, strict=False)
