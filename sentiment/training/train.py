"""From rows to a model on disk: fit, calibrate, measure, write."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch
import transformers

from sentiment.engines import artefact, card, network
from sentiment.engines.calibration import Calibration
from sentiment.engines.hashes import sha256_of
from sentiment.engines.transformer import TransformerEngine
from sentiment.safety.columns import TIERS
from sentiment.training.calibrate import calibrated
from sentiment.training.data import Data
from sentiment.training.fit import Recipe, fit
from sentiment.training.measure import measured, sentiment_labels, theme_labels
from sentiment.training.rows import NO_DANGER, Row


def train(
    data: Data,
    folder: Path,
    recipe: Recipe,
    told: Callable[[int, float], None] = lambda epoch, loss: None,
    start: Callable[[], network.Network] | None = None,
) -> dict:
    """Train a model, write it to `folder` and return its test figures.

    `start` makes the network to begin with: by default one on the package's encoder.
    """
    torch.manual_seed(recipe.seed)
    net, tokenizer = (start or network.from_package)(), network.tokenizer()
    fit(net, tokenizer, data.lesson(recipe.share), recipe, told)
    return finish(net, data, folder, recipe.as_dict())


def continued(folder: Path) -> network.Network:
    """The network of a model, to learn on from there. Raises EngineUnavailable when it is no model of ours."""
    card.read(folder)
    net = network.from_package()
    artefact.fill(net, folder)
    return net


def blend(data: Data, folders: Sequence[Path], folder: Path) -> dict:
    """A model whose weights are the mean of others', trained from the same start: its test figures.

    It is as fast as one, and mostly better than each (model soups: Wortsman et al. 2022). Raises
    EngineUnavailable when a folder holds no model of ours.
    """
    mean: dict = {}
    for one in folders:
        net = continued(one)
        for name, value in net.trained().items():
            mean[name] = mean.get(name, 0) + value / len(folders)
    net.load_state_dict(mean, strict=False)
    recipes = [card.read(one)["training"]["recipe"] for one in folders]
    return finish(net, data, folder, recipes)


def finish(net: network.Network, data: Data, folder: Path, recipe: dict | list[dict]) -> dict:
    """Calibrate, measure and write a fitted network, as it will be read: in half precision."""
    net.load_state_dict({name: value.half().float() for name, value in net.trained().items()}, strict=False)
    engine = TransformerEngine(net, Calibration(), folder.name)
    engine.calibration = _calibrated(engine, data.validation)
    figures = measured(engine, data.test)
    about = {
        "training": {
            "recipe": recipe,
            "data": [{"file": path.name, "sha256": sha256_of(path)} for path in data.files],
            "rows": {split: len(part) for split, part in data.parts.items()}
            | {"invented": len(data.invented)},
            "versions": {"torch": torch.__version__, "transformers": transformers.__version__},
        },
        "figures": figures,
    }
    artefact.write(folder, folder.name, net, engine.calibration, about)
    return figures


def _calibrated(engine: TransformerEngine, rows: Sequence[Row]) -> Calibration:
    themed = [row for row in rows if row.themes is not None]
    quiet = [row for row in rows if row.danger == NO_DANGER]
    return calibrated(
        _logits(engine, themed),
        sentiment_labels(themed),
        theme_labels(themed),
        [row.question for row in themed],
        _logits(engine, quiet)["danger"][:, -len(TIERS) :],
    )


def _logits(engine: TransformerEngine, rows: Sequence[Row]) -> dict[str, np.ndarray]:
    return engine.logits([row.text for row in rows], [row.question for row in rows])
