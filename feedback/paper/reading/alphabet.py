"""Which letters a network may answer with, and how its answer becomes text.

The networks know eighteen thousand signs, most of them Chinese. On an English form a sign that is
no English letter is a letter misread: only those that can stand there are weighed against each other.
"""

import unicodedata

import numpy as np

PLAIN = "".join(chr(number) for number in range(0x20, 0x7F))
# What is typed or written as another sign than it means.
SAME = {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": ".", "、": ",", "。": ".", "｡": "."}
NAMES = {"figures": "0123456789", "plain": PLAIN + "£€", "any": ""}


class Alphabet:
    """The letters of one network that one kind of field may hold."""

    def __init__(self, letters: list[str], name: str) -> None:
        wanted = self.wanted = NAMES[name]
        self.places: list[int] = []
        self.signs: list[str] = []
        for place, letter in enumerate(letters):
            plain = as_plain(letter)
            if place == 0 or not wanted or (len(plain) == 1 and plain in wanted):
                self.places.append(place)
                self.signs.append(plain if wanted else letter)
        self.place = np.array(self.places)

    def of_each(self, chances: np.ndarray) -> np.ndarray:
        """The chances of the wanted letters alone, in the order of NAMES: (steps, letters)."""
        found = np.zeros((len(chances), len(self.wanted)), np.float32)
        for place, sign in zip(self.places, self.signs, strict=True):
            if sign and sign in self.wanted:
                at = self.wanted.index(sign)
                found[:, at] = np.maximum(found[:, at], chances[:, place])
        return found

    def decode(self, chances: np.ndarray) -> tuple[str, float, float]:
        """The text, and the mean and the least of its letters' chances. `chances` is (steps, letters)."""
        here = chances[:, self.place]
        best = here.argmax(axis=1)
        peaks = here[np.arange(len(best)), best]
        text, sure = [], []
        before = 0
        for one, peak in zip(best, peaks, strict=True):
            if one and one != before:
                text.append(self.signs[one])
                sure.append(float(peak))
            elif one:
                sure[-1] = max(sure[-1], float(peak))
            before = one
        if not text:
            return "", 0.0, 0.0
        return "".join(text), float(np.mean(sure)), float(min(sure))


def as_plain(letter: str) -> str:
    """The sign as an English keyboard has it: full width to narrow, curly quotes to straight."""
    return SAME.get(letter) or unicodedata.normalize("NFKC", letter)
