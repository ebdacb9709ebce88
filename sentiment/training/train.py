"""From labelled files to a model on disk: read, divide, fit, calibrate, measure, write."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
import transformers

from sentiment.engines import artefact, minilm, network
from sentiment.engines.calibration import Calibration
from sentiment.engines.transformer import TransformerEngine
from sentiment.training import rows as labelled
from sentiment.training.calibrate import calibrated
from sentiment.training.fit import Recipe, fit
from sentiment.training.measure import measured, sentiment_labels, theme_labels


@dataclass(frozen=True)
class Data:
    """The rows by split, and the files they came from (for the card)."""

    parts: dict[str, list[labelled.Row]]
    files: tuple[Path, ...]

    @property
    def validation(self) -> list[labelled.Row]:
        """Rows to choose thresholds on: not trivial, and not seen in training."""
        return labelled.strict(self.parts["validation"], self.parts["train"])

    @property
    def test(self) -> list[labelled.Row]:
        """Rows for the headline: not trivial, and not seen in training or in choosing."""
        return labelled.strict(self.parts["test"], self.parts["train"] + self.parts["validation"])


def load(path: Path, criticality: Sequence[Path] = (), columns: dict[str, str] | None = None) -> Data:
    """The labelled files, divided. Raises UnreadableData."""
    rows = labelled.read_feedback(path, columns)
    for extra in criticality:
        rows += labelled.read_criticality(extra)
    data = Data(labelled.divided(rows), (path, *criticality))
    if not data.validation or not data.test:
        raise labelled.UnreadableData(f"{path.name} is too small to keep rows apart for validation and test.")
    return data


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
    fit(net, tokenizer, data.parts["train"], recipe, told)
    return finish(net, tokenizer, data, folder, recipe)


def finish(net: network.Network, tokenizer, data: Data, folder: Path, recipe: Recipe) -> dict:
    """Calibrate, measure and write a fitted network, as it will be read: in half precision."""
    net.load_state_dict({name: value.half().float() for name, value in net.trained().items()}, strict=False)
    engine = TransformerEngine(net, tokenizer, Calibration(), folder.name)
    rows = data.validation
    logits = engine.logits([row.text for row in rows], [row.question for row in rows])
    engine.calibration = calibrated(logits, sentiment_labels(rows), theme_labels(rows))
    figures = measured(engine, data.test)
    about = {
        "training": {
            "recipe": recipe.as_dict(),
            "data": [{"file": path.name, "sha256": minilm.sha256_of(path)} for path in data.files],
            "rows": {split: len(part) for split, part in data.parts.items()},
            "versions": {"torch": torch.__version__, "transformers": transformers.__version__},
        },
        "figures": figures,
    }
    artefact.write(folder, folder.name, net, engine.calibration, about)
    return figures
