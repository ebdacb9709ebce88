"""A few numbers that texts alike have in common, so that an index finds them. Pure.

MinHash (Broder 1997): under one random ordering of all shingles, two texts have the
same first shingle with a probability equal to their resemblance, the share of shingles
they have in common. Banding (Indyk and Motwani 1998) joins ROWS such minima to one
value: texts of resemblance r share at least one of BANDS values with a probability of
1 - (1 - r^ROWS)^BANDS, that is 0.99 at one half, 0.79 at 0.3, and 0.02 at 0.03, where
two strangers' texts lie. What is found is compared word by word, so that only a missed
twin costs anything.
"""

from hashlib import blake2b
from random import Random

from sentiment.alike.words import runs, tells_a_story, words_of

BANDS, ROWS = 16, 2
SHINGLE = 2  # words: a typo spoils two of them, where it would spoil three of length three
PRIME = 2**61 - 1

# Stored values hang on these: another seed, or other constants above, needs every signature made anew.
_CHOSEN = Random(1997)  # noqa: S311  orderings, not secrets
ORDERINGS = [(_CHOSEN.randrange(1, PRIME), _CHOSEN.randrange(PRIME)) for _ in range(BANDS * ROWS)]


def bands(text: str, place: str) -> list[int]:
    """The signed 64-bit values under which a text is kept, one a band; none for a stock answer.

    `place` is part of each value: texts of two services never share one.
    """
    words = words_of(text)
    if not tells_a_story(words):
        return []
    shingles = [_number(" ".join(run)) for run in set(runs(words, SHINGLE))]
    minima = [min((times * one + plus) % PRIME for one in shingles) for times, plus in ORDERINGS]
    return [
        _number(f"{place} {band} {minima[band * ROWS : (band + 1) * ROWS]}", signed=True)
        for band in range(BANDS)
    ]


def _number(text: str, signed: bool = False) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), signed=signed)
