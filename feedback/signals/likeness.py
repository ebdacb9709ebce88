"""Danger by likeness: words that sound like danger although no phrase and no frame knows them.

Two linear models, one a tier, over words, pairs and threes of words, and pieces of words (so that
spelling by ear counts too), taught with invented sentences and ordinary comments by
`manage.py train_likeness`. Each feature is hashed to one of BUCKETS weights (Weinberger et al. 2009), so all of it is
one small file of whole numbers, read without any library, and a sentence costs a fraction of a
millisecond. It may only add to what the phrasebook finds.
"""

import json
import math
import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from zlib import crc32

from feedback.signals.kinds import KINDS

FILE = Path(__file__).with_name("likeness.bin")
BUCKETS = 1 << 16
LONGEST_RUN = 3  # words
PIECES = (3, 4, 5)  # letters, the spaces around a word counting as letters
# Of a very long sentence the first words are enough: people who write without full stops repeat themselves.
MOST_WORDS = 120
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENDS = re.compile(r"(?<=[.!?;])\s+|[\r\n]+")


@dataclass(frozen=True)
class Weights:
    """What was learnt. `tiers` and `kinds` map each tier and kind to (weights (BUCKETS,), scale, bias).

    A score is log-odds: bias + scale * the sum over features. `cuts` is what a tier's score must pass.
    """

    tiers: dict[int, tuple[array, float, float]]
    kinds: dict[str, tuple[array, float, float]]
    cuts: dict[int, float]


@dataclass(frozen=True)
class Likeness:
    """A sentence that sounds like danger: its kind and where it stands in the text."""

    kind: str
    start: int
    end: int


def likenesses(text: str) -> list[Likeness]:
    """The loudest sentence of each tier that passes its cut, in the text's order."""
    loudest: dict[int, tuple[float, Likeness]] = {}
    weights = learnt()
    for start, end in sentences(text):
        words, pieces = features(text[start:end])
        if len(words) < LONGEST_RUN:  # too little to go by: the phrasebook knows short cries
            continue
        for tier, cut in weights.cuts.items():
            score = _score(weights.tiers[tier], words, pieces)
            if score > max(cut, loudest[tier][0] if tier in loudest else cut):
                loudest[tier] = score, Likeness(_kind(tier, weights, words, pieces), start, end)
    return sorted((one for _, one in loudest.values()), key=lambda one: (one.start, one.kind))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence."""
    start = 0
    for gap in _ENDS.finditer(text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def features(sentence: str) -> tuple[set[int], set[int]]:
    """The buckets of a sentence's runs of words, and of the pieces of its words."""
    words = [word.replace("’", "'") for word in _WORD.findall(sentence.casefold())[:MOST_WORDS]]
    runs = {
        bucket(" ".join(words[at : at + length]))
        for length in range(1, LONGEST_RUN + 1)
        for at in range(len(words) - length + 1)
    }
    return runs, set().union(*map(_pieces, set(words)))


def bucket(feature: str) -> int:
    """One of BUCKETS, for ever the same."""
    return crc32(feature.encode()) % BUCKETS


@lru_cache(20_000)  # few words make up most of what people write
def _pieces(word: str) -> tuple[int, ...]:
    padded = f" {word} "
    return tuple(
        bucket(f"~{padded[at : at + size]}") for size in PIECES for at in range(len(padded) - size + 1)
    )


@cache
def learnt(path: Path = FILE) -> Weights:
    """The weights that ship: one line of JSON, then BUCKETS signed bytes for each tier and kind in its order."""
    head, _, body = path.read_bytes().partition(b"\n")
    about = json.loads(head)
    vectors = {}
    for at, one in enumerate(about["vectors"]):
        numbers = array("b", body[at * BUCKETS : (at + 1) * BUCKETS])
        vectors[one["of"]] = numbers, one["scale"], one["bias"]
    return Weights(
        tiers={int(tier): vectors[f"tier {tier}"] for tier in about["cuts"]},
        kinds={name: vector for name, vector in vectors.items() if name in KINDS},
        cuts={int(tier): cut for tier, cut in about["cuts"].items()},
    )


def _score(vector: tuple[array, float, float], words: set[int], pieces: set[int]) -> float:
    numbers, scale, bias = vector
    total = sum(map(numbers.__getitem__, words)) / math.sqrt(len(words))
    if pieces:
        total += sum(map(numbers.__getitem__, pieces)) / math.sqrt(len(pieces))
    return bias + scale * total


def _kind(tier: int, weights: Weights, words: set[int], pieces: set[int]) -> str:
    of_tier = (name for name in weights.kinds if KINDS[name].tier == tier)
    return max(of_tier, key=lambda name: _score(weights.kinds[name], words, pieces))
