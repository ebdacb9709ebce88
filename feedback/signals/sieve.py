"""Which phrases and frames are worth trying on a sentence, told from its words alone.

Nearly every line needs some word that the sentence has not, so of a thousand lines one or two are
left to be matched. A line is looked up by its rarest anchor and passes if the others are there too.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import Generic, Protocol, TypeVar

Anchor = frozenset[str]  # words or pairs of words, one of which must be there; an ending `*` stands for any

_COMMON = frozenset(
    "a an and are as at be been by do did for get go going had has have he her him i in is it me my no not "
    "of off on or our out she so that the them they this to up us was we were will with would you your".split()
)


class Anchored(Protocol):
    """A line of either language. `anchors`: one or more, all of which must be met in a sentence."""

    @property
    def anchors(self) -> tuple[Anchor, ...]: ...


Line = TypeVar("Line", bound=Anchored)


class Sieve(Generic[Line]):
    """Lets through the lines that a sentence might hold, and never keeps back one that it does."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._by_rarest: dict[str, list[tuple[Line, list[Anchor]]]] = {}
        stems = set()
        for line in lines:
            first, *others = sorted(line.anchors, key=cost)
            for word in first:
                self._by_rarest.setdefault(word, []).append((line, others))
            stems.update(word for anchor in line.anchors for word in anchor if word.endswith("*"))
        # Stems are filed by as many of their first letters as the shortest of them has.
        self._head = min((len(stem) - 1 for stem in stems), default=0)
        self._stems: dict[str, list[str]] = {}
        for stem in stems:
            self._stems.setdefault(stem[: self._head], []).append(stem)

    def passing(self, words: list[str]) -> list[Line]:
        """The lines all of whose anchors are met by the words of a sentence, each line once."""
        seen = {*words, *map(" ".join, pairwise(words))}
        for word in words:
            for stem in self._stems.get(word[: self._head], ()):
                if word.startswith(stem[:-1]):
                    seen.add(stem)
        passing = (
            line
            for word in self._by_rarest.keys() & seen
            for line, others in self._by_rarest[word]
            if not any(map(seen.isdisjoint, others))
        )
        return list(dict.fromkeys(passing))


def cost(anchor: Anchor) -> int:
    """How often an anchor is likely to be met: by its number of words, common words counting most."""
    return sum(50 if word in _COMMON else 1 for word in anchor)
