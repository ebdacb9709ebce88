"""Where models lie: each promoted one in a folder that names it and its weights, whole or not there at all."""

import contextlib
import json
import shutil
import tempfile
from pathlib import Path

from django.conf import settings

from sentiment.engines import EngineUnavailable
from sentiment.engines.hashes import sha256_of

CARD, WEIGHTS = "model.json", "weights.safetensors"
SHIPPED = Path(__file__).resolve().parent.parent / "artefacts"


def checked_card(folder: Path) -> dict:
    """The card of the model in `folder`, its weights checked against it. Raises EngineUnavailable."""
    try:
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        same = sha256_of(folder / WEIGHTS) == card["weights_sha256"] and bool(card["name"])
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise EngineUnavailable(
            f"There is no whole model in {folder.name} ({type(problem).__name__})."
        ) from None
    if not same:
        raise EngineUnavailable(f"The weights in {folder.name} are not the ones its card describes.")
    return card


def take_in(folder: Path, card: dict) -> Path:
    """Copy the model in `folder` to its place on the shelf. It appears there whole, by one rename.

    Raises EngineUnavailable if the copy is not the model that `card` describes.
    """
    place = _place(card["name"], card["weights_sha256"])
    if place.is_dir():
        return place
    settings.MODELS_DIR.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix=".part-", dir=settings.MODELS_DIR))
    try:
        shutil.copytree(folder, part, dirs_exist_ok=True)
        part.chmod(0o755)  # made for its owner alone; workers may run as another
        if checked_card(part) != card:
            raise EngineUnavailable(f"The model in {folder.name} changed while it was copied.")
        with contextlib.suppress(FileExistsError):  # a twin put the same one there first
            part.rename(place)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return place


def folder_of(name: str, weights_sha256: str) -> Path:
    """The folder of the model with that name and those weights. Raises EngineUnavailable.

    Only the card is read here: the engine checks the weights when it loads them.
    """
    for folder in (_place(name, weights_sha256), SHIPPED / name):
        with contextlib.suppress(OSError, ValueError, KeyError):
            if json.loads((folder / CARD).read_text(encoding="utf-8"))["weights_sha256"] == weights_sha256:
                return folder
    raise EngineUnavailable(f"The model {name}@{weights_sha256[:8]} is not in {settings.MODELS_DIR.name}.")


def _place(name, weights_sha256):
    return settings.MODELS_DIR / f"{name}@{weights_sha256[:8]}"
