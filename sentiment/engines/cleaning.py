"""A person's words as every engine reads them: the same in training and in use."""

import re
import unicodedata
from contextlib import suppress

# Letters of text that was UTF-8 and was read as Windows-1252 on its way to us.
_BROKEN = re.compile(r"[ÃÂâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\ufeff]+")
_SPACE = re.compile(r"\s+")
# Some 3,500 words: longer than nearly any letter. It bounds memory and time.
MOST_CHARACTERS = 20_000


def clean(text: str) -> str:
    """The text with broken encodings mended, control characters gone and spaces single.

    Cut to `MOST_CHARACTERS`. Lone surrogates are dropped. Returns "" when nothing is left.
    """
    text = text[:MOST_CHARACTERS].encode("utf-8", "ignore").decode("utf-8")
    if _BROKEN.search(text):
        # Only partly broken text is left as it came.
        with suppress(UnicodeError):
            text = text.encode("cp1252").decode("utf-8")
    text = _CONTROL.sub(" ", unicodedata.normalize("NFKC", text))
    return _SPACE.sub(" ", text).strip()


def has_words(text: str) -> bool:
    """Whether there is a letter in it, of any script: without one there is nothing to read."""
    return any(character.isalpha() for character in text)
