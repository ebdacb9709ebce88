"""Words in a box, read twice by two engines: where they agree they are right, whatever each says of itself.

A word that was surely crossed out is left out. Whether it was is for a person to say, as where it may have been.
"""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np

from feedback.paper.layout import Box
from feedback.paper.reading import engines, network, strikes
from feedback.paper.reading.agree import agreement
from feedback.paper.reading.lines import Line, written
from feedback.paper.reading.paper import Page

MODEL = Path(__file__).with_name("text_model.json")
# Less ink than this in a box may be dust as well as a word: not for a machine to say.
CLEARLY_BLANK = 2e-5
UNSURE = "The words are hard to read"
CROSSED_OUT = "A word may be crossed out"
PERHAPS_BLANK = "There may be something written here"
TRUST_NONE = 2.0


@dataclass(frozen=True)
class TextRead:
    """The words of a box, lines joined by \\n, and what its confidence is made of (`numbers`, see `weighed`).

    `crossed_out` is the greatest chance that any of it is. `heard` is `value` with the words that were left out
    for it, "" where none were.
    """

    value: str
    ink: float
    numbers: tuple[float, ...] = ()
    crossed_out: float = 0.0
    heard: str = ""

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
    struck = [strikes.find(line.picture) for line in found.lines]
    pictures = [strikes.without(line.picture, some) for line, some in zip(found.lines, struck, strict=True)]
    first = engines.first().read(pictures, alphabet)
    read = TextRead(
        _said(found.lines, first),
        found.ink,
        crossed_out=max((one.chance for some in struck for one in some), default=0.0),
        heard=_heard(found.lines, pictures, first, alphabet),
    )
    if not twice:
        return read
    second = engines.second().read(pictures, alphabet)
    return replace(read, numbers=weighed(read.value, _said(found.lines, second), first, second, found.missed))


def _heard(lines: list[Line], pictures: list[np.ndarray], read: list, alphabet: str) -> str:
    """All words, those that were left out of `pictures` too. "" where none were."""
    changed = [place for place, line in enumerate(lines) if pictures[place] is not line.picture]
    if not changed:
        return ""
    every = list(read)
    again = engines.first().read([lines[place].picture for place in changed], alphabet)
    for place, one in zip(changed, again, strict=True):
        every[place] = one
    return _said(lines, every)


def _said(lines: list[Line], read: list) -> str:
    return joined([(line.row, one.text) for line, one in zip(lines, read, strict=True)])


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
