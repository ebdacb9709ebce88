"""Texts cut into tokens, and into pieces of at most 512 of them: more the encoder cannot take at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from tokenizers import Tokenizer

from sentiment.engines import minilm

MOST_TOKENS = 512


@dataclass(frozen=True)
class Piece:
    """A piece of the text numbered `owner`: the tokens' ids, and where each begins and ends in that text.

    The marks at either end stand nowhere: 0 to 0. `places` is (tokens, 2).
    """

    owner: int
    ids: np.ndarray
    places: np.ndarray


def pieces(texts: Sequence[str]) -> list[Piece]:
    """The pieces of each text, in order: at least one a text."""
    return [
        Piece(owner, np.array(part.ids), np.array(part.offsets))
        for owner, whole in enumerate(_tokenizer().encode_batch(list(texts)))
        for part in (whole, *whole.overflowing)
    ]


@cache
def _tokenizer() -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(minilm.folder() / "tokenizer.json"))
    tokenizer.enable_truncation(MOST_TOKENS)
    tokenizer.no_padding()
    return tokenizer
