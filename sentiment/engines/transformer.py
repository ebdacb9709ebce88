"""The engine that ships: MiniLM, fine-tuned on patients' comments, on a processor or a graphics card."""

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

from feedback.signals import find  # noqa: E402
from sentiment import languages  # noqa: E402
from sentiment.engines import Reading, artefact, network  # noqa: E402
from sentiment.engines.batches import by_length  # noqa: E402
from sentiment.engines.calibration import Calibration  # noqa: E402
from sentiment.engines.cleaning import clean, has_words  # noqa: E402
from sentiment.engines.precision import half_precision, has_bfloat16  # noqa: E402
from sentiment.engines.questions import kind_of  # noqa: E402
from sentiment.safety import features, head  # noqa: E402
from sentiment.safety.add import add_signals  # noqa: E402
from sentiment.themes import NAMES  # noqa: E402

SHIPPED = Path(__file__).resolve().parent.parent / "artefacts" / "minilm-1"
MOST_THREADS = 4


class TransformerEngine:
    """Reads comments in batches of like length; the same words give the same answer in any batch.

    (To about 0.02 of a probability in bfloat16, and 0.0001 in "fp32", which is slower.)
    """

    def __init__(
        self,
        net: network.Network,
        tokenizer,
        calibration: Calibration,
        name: str,
        precision="auto",
        safety: head.Head | None = None,
    ):
        """`precision` is "auto" (bfloat16 where the hardware has it) or "fp32". `safety` adds signals."""
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.half = precision == "auto" and has_bfloat16(self.device)
        self.network = net.to(self.device).eval()
        self.tokenizer = tokenizer
        self.calibration = calibration
        self.name = name
        self.safety = safety
        self.features = features.of(self.network, tokenizer, self.half) if safety else None
        torch.set_num_threads(min(torch.get_num_threads(), MOST_THREADS))

    @classmethod
    def load(
        cls, folder: Path = SHIPPED, precision: str = "auto", safety: Path | None = head.SHIPPED
    ) -> "TransformerEngine":
        """The engine on the model in `folder`, with the second tier of the safety check in `safety`.

        A second tier fits one encoder only, so another model than the shipped one is read without
        the shipped one. Raises EngineUnavailable.
        """
        card = artefact.read_card(folder)
        net = network.from_package()
        artefact.fill(net, folder)
        name = f"{card['name']}@{card['weights_sha256'][:8]}"
        if safety == head.SHIPPED and folder != SHIPPED:
            safety = None
        tier = head.read(safety, card["weights_sha256"]) if safety else None
        calibration = Calibration.from_dict(card["calibration"])
        return cls(net, network.tokenizer(), calibration, name, precision, tier)

    def read(self, texts: Sequence[str], questions: Sequence[str]) -> list[Reading]:
        """One Reading a text, in order. Texts in another language than English are marked, not scored."""
        cleaned = [clean(text) for text in texts]
        spoken = languages.of(cleaned)
        scored = [
            row for row, text in enumerate(cleaned) if has_words(text) and languages.is_read(spoken[row])
        ]
        answers = self._answers([cleaned[row] for row in scored], [kind_of(questions[row]) for row in scored])
        answer_of = dict(zip(scored, answers, strict=True))
        signals = {row: find(text) for row, text in enumerate(texts)}
        if self.safety:
            seen = [texts[row] for row in scored], [signals[row] for row in scored]
            signals |= zip(scored, add_signals(*seen, self.safety, self.features), strict=True)
        blank = (None, {}, {}, ())
        return [
            Reading(*answer_of.get(row, blank), signals=signals[row], language=spoken[row], model=self.name)
            for row in range(len(texts))
        ]

    def logits(self, texts: Sequence[str], questions: Sequence[str]) -> dict[str, np.ndarray]:
        """Each head's raw answers, (texts, size). A text beyond 512 tokens is read in pieces.

        Of the pieces' answers themes take the highest (a theme named once is there) and the
        other heads the mean.
        """
        pieces, owners = self._pieces(texts)
        found: dict[str, np.ndarray] = {
            head: np.zeros((len(pieces), size), np.float32) for head, size in network.HEADS.items()
        }
        # One context for all batches: the weights are then made half as long only once.
        with torch.inference_mode(), half_precision(self.device, self.half):
            for batch in by_length([len(piece) for piece in pieces]):
                inputs = network.tensors(
                    [pieces[at] for at in batch], [questions[owners[at]] for at in batch]
                )
                outputs = self.network(*(tensor.to(self.device) for tensor in inputs))
                for head, values in outputs.items():
                    found[head][batch] = values.float().cpu().numpy()
        if len(pieces) == len(texts):
            return found
        starts = np.flatnonzero(np.diff(owners, prepend=-1))
        counts = np.bincount(owners)[:, None]
        return {
            head: np.maximum.reduceat(values, starts)
            if head == "themes"
            else np.add.reduceat(values, starts) / counts
            for head, values in found.items()
        }

    def _pieces(self, texts: Sequence[str]) -> tuple[list[list[int]], list[int]]:
        """Token ids of each text in pieces the encoder can take, and the text each piece is of."""
        if not texts:
            return [], []
        found = self.tokenizer(
            list(texts), truncation=True, max_length=network.MOST_TOKENS, return_overflowing_tokens=True
        )
        return found["input_ids"], list(found["overflow_to_sample_mapping"])

    def _answers(self, texts: list[str], questions: list[str]) -> list[tuple]:
        """(sentiment, its probabilities, theme probabilities, predicted themes) a text."""
        logits = self.logits(texts, questions)
        feelings = self.calibration.sentiments(logits["sentiment"])
        themes = self.calibration.themes(logits["themes"])
        chosen = self.calibration.predicted(themes)
        return [
            (
                int(feelings[row].argmax()) + 1,
                {str(label): round(float(share), 4) for label, share in enumerate(feelings[row], start=1)},
                {name: round(float(share), 4) for name, share in zip(NAMES, themes[row], strict=True)},
                tuple(name for name, yes in zip(NAMES, chosen[row], strict=True) if yes),
            )
            for row in range(len(texts))
        ]
