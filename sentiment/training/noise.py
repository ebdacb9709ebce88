"""Spelling as people write in a hurry or by ear: sentences for training, made worse on purpose."""

import random

BY_EAR = (
    ("ph", "f"), ("ck", "k"), ("ght", "t"), ("ea", "e"), ("ie", "ei"), ("ing", "in"), ("ou", "u"),
    ("th", "f"), ("tion", "shun"), ("you", "u"), ("are", "r"), ("ee", "ea"), ("ll", "l"),
)  # fmt: skip
# The share of longer words that are spelt wrong, and of sentences without capitals or apostrophes.
SHARE_OF_WORDS, SHARE_OF_SENTENCES = 0.16, 0.4


def misspelt(text: str, chance: random.Random) -> str:
    """The text with some letters dropped, doubled or swapped, or a word as it sounds."""
    text = " ".join(
        _wrong(word, chance) if len(word) > 3 and chance.random() < SHARE_OF_WORDS else word
        for word in text.split()
    )
    if chance.random() < SHARE_OF_SENTENCES:
        text = text.lower()
    if chance.random() < SHARE_OF_SENTENCES:
        text = text.replace("'", "")
    # Sentences cut from a comment keep their full stop.
    return text + "." if chance.random() < SHARE_OF_SENTENCES and text[-1:].isalnum() else text


def _wrong(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    dropped = word[:at] + word[at + 1 :]
    doubled = word[:at] + word[at] + word[at:]
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return chance.choice((dropped, doubled, swapped, word.replace(*chance.choice(BY_EAR), 1)))
