"""From a network's raw answers to probabilities that mean what they say, and to predictions."""

from dataclasses import asdict, dataclass

import numpy as np

from sentiment.safety.columns import TIERS
from sentiment.themes import NAMES


@dataclass(frozen=True)
class Calibration:
    """How sure the network's answers really are, learnt on comments it was not trained on.

    A theme is predicted when its probability reaches its threshold. When none does, the most
    likely one is, if it reaches `floor`: nearly every comment is about something. `danger` is the
    log-odds above which a tier of danger is heard.
    """

    sentiment_temperature: float = 1.0
    themes_temperature: float = 1.0
    thresholds: tuple[float, ...] = (0.5,) * len(NAMES)
    floor: float = 0.5
    danger: tuple[float, ...] = (float("inf"),) * len(TIERS)

    def sentiments(self, logits: np.ndarray) -> np.ndarray:
        """Probabilities of the five classes, (rows, 5), each row summing to one."""
        scaled = logits / self.sentiment_temperature
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
            "thresholds": dict(zip(NAMES, self.thresholds, strict=True)),
            "danger": dict(zip(map(str, TIERS), self.danger, strict=True)),
        }

    @classmethod
    def from_dict(cls, values: dict) -> "Calibration":
        """The reverse of `as_dict`. Raises KeyError when a theme has no threshold."""
        thresholds = tuple(float(values["thresholds"][name]) for name in NAMES)
        danger = tuple(float(values["danger"][str(tier)]) for tier in TIERS)
        return cls(**values | {"thresholds": thresholds, "danger": danger})
