"""Poor spelling, capitals and disguises made plain, with every word's place in the text kept.

`read` turns a text into a `Plain`: lower-case words, one space between them, " . " at the end of
a sentence. Patterns are matched against that; `Plain.place` leads back to the person's own words.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache

from feedback.signals.spelling import DROPPED_G, GUESSED, LEFT_ALONE, WRITTEN_AS

_INVISIBLE = "\u00ad\u0300-\u036f\u200b-\u200f\u2060\ufe0f\ufeff"
_PIECES = re.compile(
    rf"""
    (?P<spelled>\b(?:[a-z][\s.*_-]+){{3,}}[a-z]\b(?!['’]))  # k i l l, d.e.a.d
    | (?P<ae>\ba\s?(?:&|and|\+)\s?e\b)
    | (?P<word>[^\W_][\w*{_INVISIBLE}]*(?:['’‘ʼ`´][^\W_]+)*)
    | (?P<end>[.!?;…]|\n\s*\n)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOT_LETTERS = re.compile(rf"[\W_{_INVISIBLE}]")
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_SHORT_VERB = re.compile(r"(?P<word>[a-z]+)['’‘ʼ`´](?P<verb>ll|d|ve|re)")
_VERBS = {"ll": "will", "d": "would", "ve": "have", "re": "are"}
_DIGITS_FOR_LETTERS = str.maketrans("013457", "oieast")
_SHORTENED = frozenset({"dr", "mr", "mrs", "ms", "st", "prof"})
_SENTENCE = re.compile(r"[^.]*\. |[^.]+")
_LONGEST_KEPT = 24  # letters: longer words are rare, and must not fill the memory


@dataclass(frozen=True)
class Plain:
    """A text made plain: `words` ends in a space; `starts` are the places in it where pieces begin,
    `origins` the (start, end) of the same pieces in the person's own text."""

    words: str
    starts: tuple[int, ...]
    origins: tuple[tuple[int, int], ...]

    @cached_property
    def sentences(self) -> tuple[tuple[int, int, list[str]], ...]:
        """Each sentence with its full stop: where it starts and ends in `words`, and its words."""
        return tuple((*one.span(), one.group().split()) for one in _SENTENCE.finditer(self.words))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The (start, end) in the person's own text of a stretch of `words`."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1) - 1
        return self.origins[first][0], self.origins[last][1]


def read(text: str) -> Plain:
    """Make a text plain. Takes any string, the empty one too; linear in its length."""
    words, starts, origins, at, before = [], [], [], 0, ""
    for piece in _PIECES.finditer(text):
        kind, found = piece.lastgroup, piece.group()
        if kind == "end":
            if before == "." or (found == "." and before in _SHORTENED):
                continue
            plain = "."
        elif kind == "ae":
            plain = "ae"
        else:
            plain = plain_word(found)
        if not plain:
            continue
        before = found.lower() if kind == "word" else plain
        words.append(plain)
        starts.append(at)
        origins.append(piece.span())
        at += len(plain) + 1
    return Plain("".join(f"{word} " for word in words), tuple(starts), tuple(origins))


def plain_word(written: str) -> str:
    """One written word as plain words: `CAN'T` gives `can not`, `suiiicide` gives `suicide`."""
    return _plain_kept(written) if len(written) <= _LONGEST_KEPT else _plain(written)


def _plain(written: str) -> str:
    folded = unicodedata.normalize("NFKD", written).casefold()
    possessive = re.search(r"['’‘ʼ`´]s$", folded)
    hidden = "*" in folded
    word = _STRETCHED.sub(r"\1", _NOT_LETTERS.sub("" if not hidden else _keep_star, folded))
    if word in WRITTEN_AS:
        return WRITTEN_AS[word]
    shortened = _SHORT_VERB.fullmatch(folded)
    if shortened:
        return f"{plain_word(shortened['word'])} {_VERBS[shortened['verb']]}"
    if possessive:
        word = word[:-1]
    if f"{word}g" in DROPPED_G:
        return f"{word}g"
    if hidden:
        return _unhidden(word)
    if any(letter.isdigit() for letter in word) and not word.isdigit():
        guess = word.translate(_DIGITS_FOR_LETTERS)
        word = guess if guess in _DISGUISED or guess in GUESSED else word
    return _guess(word)


# People share most of their words, so nearly all are met again.
_plain_kept = lru_cache(maxsize=2**14)(_plain)


def _keep_star(found: re.Match) -> str:
    return "*" if found.group() == "*" else ""


_DISGUISED = frozenset("kill die dead suicide suicidal rape raped stab hang abuse sex murder".split())


def _unhidden(word: str) -> str:
    """`k*ll` as `kill`: the stars stand for one letter each."""
    stars = re.compile("".join("[a-z]" if letter == "*" else re.escape(letter) for letter in word))
    letters = len(word.replace("*", ""))
    guesses = sorted(known for known in _DISGUISED if letters >= 2 and stars.fullmatch(known))
    return guesses[0] if guesses else word.replace("*", "")


def _less_one(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(1, len(word))} | {word}


_NEAR: dict[str, str] = {}
for _known in sorted(GUESSED):
    for _shape in _less_one(_known):
        _NEAR.setdefault(_shape, _known)


def _guess(word: str) -> str:
    """The key word a long unknown word is one slip away from (same first letter), or the word itself.

    Two words are one slip apart when dropping at most one letter from each leaves the same.
    """
    if not 6 <= len(word) <= 16 or word in LEFT_ALONE or word in GUESSED:
        return word
    return next((_NEAR[shape] for shape in sorted(_less_one(word)) if shape in _NEAR), word)
