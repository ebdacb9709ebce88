"""Where the words of a cleaned text stand in what the person wrote."""

import re

import numpy as np

from sentiment.engines.cleaning import MOST_CHARACTERS, clean

# A run that cleaning reads on its own. A hard space after these letters is a broken encoding's, and no gap.
_RUN = re.compile(
    r"(?:[^\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\ufeff]|(?<=[ÃÂâ])[\u0080-\u00bf\u200b-\u200f])+"
)


class Origins:
    """Places of a cleaned text as places of the text it was made from; None where that cannot be told."""

    def __init__(self, text: str, cleaned: str):
        self.same = text.startswith(cleaned)
        self.starts, self.ends = (None, None) if self.same else _by_character(text, cleaned)

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """(start, end) of the person's text. A word that cleaning changed is given with all that touches it."""
        if self.same:
            return start, end
        if self.starts is None:
            return None
        return int(self.starts[start]), int(self.ends[end - 1])


def _by_character(text: str, cleaned: str) -> tuple[np.ndarray, np.ndarray] | tuple[None, None]:
    """For each character of `cleaned`, the start and end of what it came from, if run by run it came from `text`."""
    runs = [
        (run.start(), run.end(), part)
        for run in _RUN.finditer(text[:MOST_CHARACTERS])
        if (part := clean(run.group()))
    ]
    if " ".join(part for _, _, part in runs) != cleaned:
        return None, None
    starts, ends = np.zeros((2, len(cleaned)), int)
    at = 0
    for start, end, part in runs:
        after = at + len(part)
        if text.startswith(part, start) and len(part) == end - start:
            starts[at:after] = range(start, end)
            ends[at:after] = range(start + 1, end + 1)
        else:
            starts[at:after], ends[at:after] = start, end
        at = after + 1
    return starts, ends
