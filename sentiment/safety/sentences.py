"""Sentences: what is shown of a comment in which danger was heard."""

import re

from sentiment.engines.cleaning import has_words

# People often write without a full stop: of a longer run of words so many are shown.
MOST_WORDS = 30
_ENDS = re.compile(r"(?<=[.!?;])\s+|[\r\n]\s*")
_WORD = re.compile(r"\S+")


def sentences(text: str) -> list[str]:
    """The sentences of a text that have words, in order."""
    return [part for part in _ENDS.split(text) if has_words(part)]


def around(text: str, at: int) -> tuple[int, int]:
    """Start and end of the sentence of `text` that holds the character `at`, in at most `MOST_WORDS` words."""
    start, end = 0, len(text)
    for gap in _ENDS.finditer(text):
        if gap.start() > at:
            end = gap.start()
            break
        start = gap.end()
    words = [(start + word.start(), start + word.end()) for word in _WORD.finditer(text[start:end])]
    if not words:
        return 0, len(text)
    middle = sum(begins <= at for begins, _ in words) - 1
    first = max(min(middle - MOST_WORDS // 2, len(words) - MOST_WORDS), 0)
    shown = words[first : first + MOST_WORDS]
    return shown[0][0], shown[-1][1]
