"""From a network's raw answers to probabilities that mean what they say, and to predictions."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np

from sentiment.engines.questions import KINDS
from sentiment.safety.columns import TIERS
from sentiment.themes import NAMES


@dataclass(frozen=True)
class Calibration:
    """How sure the network's answers really are, learnt on comments it was not trained on.

    A theme is predicted when its probability reaches its threshold. When none does, the most
    likely one is, if it reaches `floor`: nearly every comment is about something. `danger` is the
    log-odds above which a tier of danger is heard. How far to trust a feeling depends on the
    kind of question, so each of `questions.KINDS` has a temperature.
    """

    sentiment_temperatures: tuple[float, ...] = (1.0,) * len(KINDS)
    themes_temperature: float = 1.0
    thresholds: tuple[float, ...] = (0.5,) * len(NAMES)
    floor: float = 0.5
    danger: tuple[float, ...] = (float("inf"),) * len(TIERS)

    def sentiments(self, logits: np.ndarray, kinds: Sequence[str]) -> np.ndarray:
        """Probabilities of the five classes, (rows, 5), each row summing to one. `kinds` (rows,) are of questions."""
        temperatures = np.array(self.sentiment_temperatures)[[KINDS.index(kind) for kind in kinds]]
        scaled = logits / temperatures[:, None]
        powers = np.exp(scaled - scaled.max(axis=1, keepdims=True))
        return powers / powers.sum(axis=1, keepdims=True)

    def themes(self, logits: np.ndarray) -> np.ndarray:
        """The probability of each theme, (rows, 32), each on its own."""
        return 1 / (1 + np.exp(-logits / self.themes_temperature))

    def predicted(self, probabilities: np.ndarray) -> np.ndarray:
        """Which themes are predicted, (rows, 32) of booleans."""
        chosen = probabilities >= np.array(self.thresholds)
        best = probabilities.argmax(axis=1)
        rows = np.arange(len(probabilities))
        rescued = ~chosen.any(axis=1) & (probabilities[rows, best] >= self.floor)
        chosen[rows[rescued], best[rescued]] = True
        return chosen

    def as_dict(self) -> dict:
        """Plain values for JSON, thresholds by theme name."""
        return asdict(self) | {
            "sentiment_temperatures": dict(zip(KINDS, self.sentiment_temperatures, strict=True)),
            "thresholds": dict(zip(NAMES, self.thresholds, strict=True)),
            "danger": dict(zip(map(str, TIERS), self.danger, strict=True)),
        }

    @classmethod
    def from_dict(cls, values: dict) -> "Calibration":
        """The reverse of `as_dict`. Raises KeyError when a theme has no threshold, or a kind no temperature."""
        # Models made before minilm-4 have one temperature for all kinds of question.
        values = dict(values)
        if "sentiment_temperature" in values:
            values["sentiment_temperatures"] = dict.fromkeys(KINDS, values.pop("sentiment_temperature"))
        temperatures = tuple(float(values["sentiment_temperatures"][kind]) for kind in KINDS)
        thresholds = tuple(float(values["thresholds"][name]) for name in NAMES)
        danger = tuple(float(values["danger"][str(tier)]) for tier in TIERS)
        return cls(
            **values | {"sentiment_temperatures": temperatures, "thresholds": thresholds, "danger": danger}
        )
