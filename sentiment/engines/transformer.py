"""The reference: the network as it was trained, in torch, on a processor or a graphics card.

`fast` is held to it. It is what training measures with, and what reads where there is a graphics card.
"""

import os
from collections.abc import Sequence
from pathlib import Path

# Set before torch starts: threads that spin while waiting slow everything else tenfold, and
# nothing may ever be looked up on a network.
for _name, _value in {
    "OMP_WAIT_POLICY": "PASSIVE",
    "GOMP_SPINCOUNT": "0",
    "KMP_BLOCKTIME": "0",
    "TOKENIZERS_PARALLELISM": "false",
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
}.items():
    os.environ.setdefault(_name, _value)

import numpy as np  # noqa: E402
import torch  # noqa: E402

from sentiment.engines import artefact, card, network  # noqa: E402
from sentiment.engines.batches import by_length  # noqa: E402
from sentiment.engines.calibration import Calibration  # noqa: E402
from sentiment.engines.precision import half_precision, has_bfloat16  # noqa: E402
from sentiment.engines.reader import Reader  # noqa: E402

MOST_THREADS = 4


class Torch:
    """The network in torch, in batches of like length: the Backend of the reference."""

    def __init__(self, net: network.Network, precision: str):
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.half = precision == "auto" and has_bfloat16(self.device)
        self.network = net.to(self.device).eval()
        torch.set_num_threads(min(torch.get_num_threads(), MOST_THREADS))

    def answers(self, tokens: Sequence[np.ndarray], kinds: Sequence[str]) -> list[np.ndarray]:
        """See `reader.Backend`."""
        found: list[np.ndarray] = [np.empty(0)] * len(tokens)
        # One context for all batches: the weights are then made half as long only once.
        with torch.inference_mode(), half_precision(self.device, self.half):
            for batch in by_length([len(ids) for ids in tokens]):
                inputs = network.tensors(
                    [tokens[piece].tolist() for piece in batch], [kinds[piece] for piece in batch]
                )
                states = self.network.states(*(tensor.to(self.device) for tensor in inputs))
                answers = self.network.by_word(states).float().cpu().numpy()
                for row, piece in enumerate(batch):
                    found[piece] = answers[row, : len(tokens[piece])].copy()
        return found


class TransformerEngine(Reader):
    """Reads comments with the network as it was trained; the same words give the same answer in any batch.

    (To about 0.02 of a probability in bfloat16, and 0.0001 in "fp32", which is slower.)
    """

    def __init__(self, net: network.Network, calibration: Calibration, name: str, precision: str = "auto"):
        """`precision` is "auto" (bfloat16 where the hardware has it) or "fp32"."""
        super().__init__(Torch(net, precision), calibration, name)

    @classmethod
    def load(cls, folder: Path = card.SHIPPED, precision: str = "auto") -> "TransformerEngine":
        """The engine on the model in `folder`. Raises EngineUnavailable."""
        described = card.read(folder)
        net = network.from_package()
        artefact.fill(net, folder)
        name = f"{described['name']}@{described['weights_sha256'][:8]}"
        return cls(net, Calibration.from_dict(described["calibration"]), name, precision)
