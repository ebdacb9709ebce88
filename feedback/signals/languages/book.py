"""The phrases of other languages, read from their CSV once, and the words that say one may be there."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from feedback.signals.languages.letters import fold_line, read
from feedback.signals.normalise import plain_word
from feedback.signals.phrase import Phrase
from feedback.signals.sieve import Anchor, Sieve

HERE = Path(__file__).parent
STEM = 5  # letters
QUIET = "quiet"  # the kind of a phrase that only sounds like danger
# Everyday English that other languages write too, or that the English reading takes their words for.
_ENGLISH_TOO = frozenset(
    "a am an and are as at be bring con die do go had has he her him his i in is it kind man me my no not of on "
    "one or partner plus save so tablets the to us was way we well will with you baby non per suicidal change".split()
)
_TYPED_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@dataclass(frozen=True)
class Entry:
    """What a phrase stands for: a `kind` of KINDS or `quiet`, in one `language` (ISO 639-1; `ur-Latn` is
    Urdu in Roman letters)."""

    language: str
    kind: str


@cache
def entries() -> dict[Phrase, list[Entry]]:
    """Each phrase with what it stands for: languages may share one."""
    found: dict[Phrase, list[Entry]] = {}
    for row in _rows("phrases"):
        for line in _spellings(row["language"], row["phrase"]):
            found.setdefault(Phrase(fold_line(line)), []).append(Entry(row["language"], row["kind"]))
    return found


@cache
def sieve() -> Sieve[Phrase]:
    return Sieve(entries())


@cache
def own_words(phrase: Phrase) -> frozenset[str]:
    """Every word that a phrase names."""
    return frozenset(re.split(r"[ |_?]+", phrase.line))


@cache
def negators(languages: frozenset[str], stands: str) -> frozenset[str]:
    """Words, several joined by a space, that deny what follows (`stands` is "before") or what they follow
    ("after"), or that leave it open whether something is denied ("doubt")."""
    rows = _rows("negators")
    found = (row["word"] for row in rows if row["language"] in languages and row["stands"] == stands)
    return frozenset(read(word).words.strip() for word in found)


@dataclass(frozen=True)
class Telling:
    """Words of Latin letters, as the English reading makes them plain, one of which any such phrase has;
    of those that may end in any way, the first `STEM` letters."""

    words: frozenset[str]
    stems: frozenset[str]

    def any_in(self, words: list[str]) -> bool:
        return not (self.words.isdisjoint(words) and self.stems.isdisjoint([word[:STEM] for word in words]))


@cache
def telling() -> Telling:
    in_latin = [phrase for phrase in entries() if phrase.line.isascii()]
    rarest = [min(phrase.anchors, key=_english_in) for phrase in in_latin]
    words = frozenset(plain for anchor in rarest for word in anchor for plain in _read_as(word))
    return Telling(
        words, frozenset(word[:STEM] for anchor in rarest for word in anchor if word.endswith("*"))
    )


def _english_in(anchor: Anchor) -> tuple[int, int]:
    """How little an anchor tells: the words of it that are English too, then all of them."""
    words = [plain for word in anchor for plain in _read_as(word)]
    return len(_ENGLISH_TOO.intersection(words)), len(words)


def _read_as(word: str) -> list[str]:
    return plain_word(word).split()


def _spellings(language: str, line: str) -> list[str]:
    """The line as written, and as it is typed where letters are typed in two ways."""
    if language == "de":
        return list(dict.fromkeys((line, line.translate(_TYPED_GERMAN))))
    if language == "ar":  # "and" is written as one word with what follows
        return [
            line,
            "|".join(f"و{one}" for one in line.split(" ")[0].split("|")) + line[len(line.split(" ")[0]) :],
        ]
    return [line]


def _rows(name: str) -> list[dict[str, str]]:
    with open(HERE / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))
