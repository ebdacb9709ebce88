"""The engine that ships: MiniLM, fine-tuned on patients' comments, in eight-bit integers on a processor.

No torch and no transformers: it starts in a second, in little memory. `transformer` is the same
network as it was trained, and what this one is held to.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

# Threads of the tokenizer would take the processors from the network.
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
# The runtime reports its use to its maker unless told not to.
os.environ.setdefault("OPENVINO_TELEMETRY_OPT_OUT", "1")

import numpy as np  # noqa: E402
from openvino import AsyncInferQueue, CompiledModel, Core  # noqa: E402
from safetensors import SafetensorError, safe_open  # noqa: E402

from sentiment.engines import card, minilm  # noqa: E402
from sentiment.engines.calibration import Calibration  # noqa: E402
from sentiment.engines.errors import EngineUnavailable  # noqa: E402
from sentiment.engines.packing import Batch, batches  # noqa: E402
from sentiment.engines.questions import KINDS  # noqa: E402
from sentiment.engines.reader import Reader  # noqa: E402

GRAPH, GRAPH_WEIGHTS = "fast.xml", "fast.bin"
MOST_THREADS = 4


class Graph:
    """The network in its fast form: the Backend of the engine that ships."""

    def __init__(self, model: CompiledModel, embeddings: np.ndarray, kinds: np.ndarray):
        """`embeddings` (words of the vocabulary, width) and `kinds` (KINDS, width) are not in the graph."""
        self.queue = AsyncInferQueue(model)
        self.queue.set_callback(_taken)
        self.embeddings = embeddings
        self.kinds = kinds
        self.lock = Lock()

    def answers(self, tokens: Sequence[np.ndarray], kinds: Sequence[str]) -> list[np.ndarray]:
        """See `reader.Backend`."""
        found: list[np.ndarray] = [np.empty(0)] * len(tokens)
        numbers = [KINDS.index(kind) for kind in kinds]
        lengths = [len(ids) for ids in tokens]
        with self.lock:
            for batch in batches(lengths):
                given = inputs(batch, tokens, numbers, self.embeddings, self.kinds)
                self.queue.start_async(given, (batch, lengths, found))
            self.queue.wait_all()
        return found


class FastEngine(Reader):
    """Reads comments with the fast form of a model; the same words give the same answer in any company."""

    @classmethod
    def load(cls, folder: Path = card.SHIPPED) -> "FastEngine":
        """The engine on the model in `folder`. Raises EngineUnavailable."""
        described = card.read(folder)
        try:
            hashes = described["fast"]["files"]
            card.check(folder, hashes)
            with safe_open(folder / card.WEIGHTS, "numpy") as weights:
                kinds = weights.get_tensor("kind.weight").astype(np.float32)
        except (KeyError, FileNotFoundError):
            raise EngineUnavailable(
                f"The model in {folder} has no fast form: run manage.py export_model."
            ) from None
        except SafetensorError:
            raise EngineUnavailable(f"The weights in {folder.name} cannot be read.") from None
        graph = Graph(compiled(folder / GRAPH), minilm.word_embeddings(), kinds)
        name = f"{described['name']}@{hashes[GRAPH_WEIGHTS][:8]}"
        return cls(graph, Calibration.from_dict(described["calibration"]), name)


def compiled(path: Path) -> CompiledModel:
    """The graph ready to run: a batch to each processor.

    One thread a batch: threads that share a batch wait for each other, and on a busy machine for ever.
    """
    core = Core()
    threads = min(len(os.sched_getaffinity(0)), MOST_THREADS)
    config = {
        "NUM_STREAMS": threads,
        "INFERENCE_NUM_THREADS": threads,
        "ENABLE_CPU_PINNING": False,
        # What is left in floating point. In bfloat16 it takes a sixth less time, but on some processors an answer
        # then depends on its company in the batch (by 0.45 at worst, in one comment of 300).
        "INFERENCE_PRECISION_HINT": "f32",
    }
    return core.compile_model(path, "CPU", config)


def inputs(
    batch: Batch, tokens: Sequence[np.ndarray], numbers: Sequence[int], words: np.ndarray, kinds: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """What the graph takes, in order: words (rows, length, width), their positions and their owners (rows, length).

    Owners tell the pieces in a row apart, from 1; 0 is nobody's.
    """
    embedded = np.zeros((*batch.shape, words.shape[1]), np.float32)
    positions = np.zeros(batch.shape, np.int32)
    owners = np.zeros(batch.shape, np.float32)
    for owner, (piece, row, start) in enumerate(batch.places, start=1):
        end = start + len(tokens[piece])
        np.add(words[tokens[piece]], kinds[numbers[piece]], out=embedded[row, start:end])
        positions[row, start:end] = np.arange(end - start)
        owners[row, start:end] = owner
    return embedded, positions, owners


def _taken(request, about: tuple[Batch, list[int], list[np.ndarray]]) -> None:
    """Put a batch's answers where they belong. The request's own memory is used again, so they are copied."""
    batch, lengths, found = about
    answers = request.get_output_tensor().data
    for piece, row, start in batch.places:
        found[piece] = answers[row, start : start + lengths[piece]].copy()
