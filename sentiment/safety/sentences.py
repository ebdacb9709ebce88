"""Sentences: danger is often one of them in a long comment, and is lost when all are read as one."""

import re

from sentiment.engines.cleaning import clean, has_words

# People often write without a full stop: a longer run of words is read in overlapping windows.
MOST_WORDS = 30
STEP = 20
_ENDS = re.compile(r"(?<=[.!?;])\s+|\s*[\r\n]+\s*")
_GAP = r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\ufeff]+"


def sentences(text: str) -> list[str]:
    """The sentences of a person's own words, cleaned, each of at most `MOST_WORDS` words, in order."""
    return [
        window
        for sentence in _ENDS.split(text)
        if (cleaned := clean(sentence)) and has_words(cleaned)
        for window in _windows(cleaned.split())
    ]


def place(sentence: str, text: str) -> tuple[int, int]:
    """Where a sentence of `text` stands in it, as start and end; the whole text if cleaning changed it."""
    match = re.search(_GAP.join(map(re.escape, sentence.split())), text)
    return match.span() if match else (0, len(text))


def _windows(words: list[str]) -> list[str]:
    last = max(len(words) - MOST_WORDS, 0)
    starts = [*range(0, last, STEP), last]
    return [" ".join(words[start : start + MOST_WORDS]) for start in starts]
