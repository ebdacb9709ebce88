"""Words in a box, read twice by two engines: where they agree they are right, whatever each says of itself."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from feedback.paper.layout import Box
from feedback.paper.reading import engines, network
from feedback.paper.reading.agree import agreement
from feedback.paper.reading.lines import written
from feedback.paper.reading.paper import Page

MODEL = Path(__file__).with_name("text_model.json")
# Less ink than this in a box may be dust as well as a word: not for a machine to say.
CLEARLY_BLANK = 2e-5
UNSURE = "The words are hard to read"
PERHAPS_BLANK = "There may be something written here"
TRUST_NONE = 2.0


@dataclass(frozen=True)
class TextRead:
    """The words of a box, lines joined by \\n, and what its confidence is made of (`numbers`, see `weighed`)."""

    value: str
    ink: float
    numbers: tuple[float, ...] = ()

    @property
    def confidence(self) -> float:
        """The chance that at most one letter in twenty is wrong."""
        if not self.numbers:
            return 1.0 if self.ink <= CLEARLY_BLANK else 0.5
        return float(_model().chances(np.array([self.numbers], np.float32))[0, 1])


def read_text(page: Page, box: Box, *, twice: bool, language: str = "en") -> TextRead:
    """What is written in a box. `twice` reads it with the second engine too: needed only to trust it."""
    found = written(page, box)
    if not found.lines:
        return TextRead("", found.ink)
    alphabet = "plain" if language == "en" else "any"
    pictures = [line.picture for line in found.lines]
    first = engines.first().read(pictures, alphabet)
    value = joined([(line.row, one.text) for line, one in zip(found.lines, first, strict=True)])
    if not twice:
        return TextRead(value, found.ink)
    second = engines.second().read(pictures, alphabet)
    other = joined([(line.row, one.text) for line, one in zip(found.lines, second, strict=True)])
    return TextRead(value, found.ink, weighed(value, other, first, second, found.missed))


def weighed(value: str, other: str, first: list, second: list, missed: float) -> tuple[float, ...]:
    """What says how right a reading is: agreement, both engines' own marks for it, length, ink outside all lines."""
    lengths = np.array([max(len(one.text), 1) for one in first], float)
    return (
        agreement(value, other),
        min(agreement(one.text, two.text) for one, two in zip(first, second, strict=True)),
        float(np.average([one.mean for one in first], weights=lengths)),
        min(one.mean for one in first),
        float(np.average([two.mean for two in second], weights=lengths)),
        float(np.log1p(len(value))),
        missed,
    )


def joined(pieces: list[tuple[int, str]]) -> str:
    """Rows under each other, the pieces of a row with a space between."""
    rows: dict[int, list[str]] = {}
    for row, text in pieces:
        if text.strip():
            rows.setdefault(row, []).append(" ".join(text.split()))
    return "\n".join(" ".join(texts) for _, texts in sorted(rows.items()))


@cache
def trusted_from() -> float:
    """The least confidence with which words may pass unseen. Raises RuntimeError when the file is missing."""
    return network.kept(MODEL)["trusted_from"]


@cache
def _model() -> network.Network:
    return network.from_plain(network.kept(MODEL)["network"])
