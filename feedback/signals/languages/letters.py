"""Letters of any script made plain, with every word's place in the text kept.

People type without accents, mix Arabic, Persian and Urdu forms of one letter, and leave
marks out. Phrases and texts are both folded, so that all of these meet.
"""

import re
import unicodedata

from feedback.signals.normalise import Plain

_CHINESE = "\u3400-\u4dbf\u4e00-\u9fff"
_INDIC = "\u0900-\u0963\u0966-\u0dff"  # with the vowel signs, which are letters there
_APOSTROPHES = "'’‘ʼ`´"
_DROPPED = re.compile(
    f"[{_APOSTROPHES}\u0300-\u036f\u0621\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u0a3c\u200c\u200d]"
)
_PIECES = re.compile(
    rf"""
    (?P<sign>[{_CHINESE}])  # Chinese leaves no space between words: each sign is one
    | (?P<word>(?:(?![{_CHINESE}])[^\W_] | [{_INDIC}\u0300-\u036f\u0640-\u065f\u0670\u200c\u200d]
        | [{_APOSTROPHES}](?=[^\W_]))+)
    | (?P<end>[.!?…。！？।॥۔؟]|\n\s*\n)
    """,
    re.VERBOSE,
)
_ONE_FORM = str.maketrans(
    {
        **dict.fromkeys("یىے", "ي"),
        **dict.fromkeys("کڪ", "ك"),
        **dict.fromkeys("ةہھۃە", "ه"),
        "ٱ": "ا",
        "ں": "ن",
        "ł": "l",
        "ı": "i",
    }
)
# Persian sets these before a verb with a space, with a joiner, or with nothing between.
_VERB_PREFIXES = frozenset({"مي", "نمي"})


def fold(word: str) -> str:
    """One word in plain letters: `zabić` gives `zabic`, `أُريد` gives `اريد`. May be empty."""
    return _DROPPED.sub("", unicodedata.normalize("NFKD", word).casefold()).translate(_ONE_FORM)


def read(text: str) -> Plain:
    """Make a text of any language plain. Takes any string; linear in its length."""
    words: list[str] = []
    origins: list[tuple[int, int]] = []
    for piece in _PIECES.finditer(text):
        word = "." if piece.lastgroup == "end" else fold(piece.group())
        if not word or (word == "." and words[-1:] == ["."]):
            continue
        start, end = piece.span()
        if words and words[-1] in _VERB_PREFIXES and word != ".":
            word, start = words.pop() + word, origins.pop()[0]
        words.append(word)
        origins.append((start, end))
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    return Plain("".join(f"{word} " for word in words), tuple(starts), tuple(origins))


def fold_line(line: str) -> str:
    """A phrase with its words folded, its signs of the phrase language (`|`, `_`, `*`, `..2`) kept."""
    return re.sub(r"[^\s|_*?.\d]+", lambda found: _joined(found.group()), line)


def _joined(written: str) -> str:
    """What the phrasebook writes as one word, as the words it is read as: joined by `_`."""
    return "_".join(read(written).words.split())
