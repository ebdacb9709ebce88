"""The small language in which signals are written down, and its reading as regular expressions.

    i|we want to_die      words in order; `|` other words for the same place; `_` joins two words
    really?               may be left out
    ..3                   up to three words of any kind, but no negation and no end of sentence
    suicid*               any ending
    @kin                  a list of words from `words.py`

So `i ..2 want to_die` reads "i really do want to die" and not "i do not want to die".
"""

import re
from dataclasses import dataclass
from functools import cached_property

from feedback.signals.sieve import Anchor, cost
from feedback.signals.words import LISTS, NEGATIONS

_GAP_WORD = rf"(?!(?:{'|'.join(sorted(NEGATIONS))}) )[^ .]+ "


@dataclass(frozen=True)
class Phrase:
    """One line of the language, as tried on one sentence with its full stop."""

    line: str

    @cached_property
    def pattern(self) -> re.Pattern:
        """The line as a pattern over plain words; each word takes its following space with it."""
        return re.compile(r"(?<![^ ])" + _sequence(self.line.split()))

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        """For each part that must be there, the words one of which that takes."""
        found = _anchors(self.line.split())
        if not found:
            raise ValueError(f"no word in {self.line!r} must be there")
        return tuple(found)


def phrases(lines: str) -> tuple[Phrase, ...]:
    """One phrase a line; blank lines are passed over."""
    return tuple(Phrase(line.strip()) for line in lines.splitlines() if line.strip())


def _sequence(parts: list[str]) -> str:
    return "".join(_part(part) for part in parts)


def _part(part: str) -> str:
    if part.startswith(".."):
        return f"(?:{_GAP_WORD}){{0,{int(part[2:])}}}?"
    if part.endswith("?"):
        return f"(?:{_choice(part[:-1])})?"
    return f"(?:{_choice(part)})"


def _choice(part: str) -> str:
    return "|".join(_sequence(one.split("_")) if "_" in one else _word(one) for one in part.split("|"))


def _word(word: str) -> str:
    if word.startswith(".."):
        return _part(word)
    if word.startswith("@"):
        return _choice(LISTS[word[1:]])
    if word.endswith("*"):
        return re.escape(word[:-1]) + "[^ .]* "
    return re.escape(word) + " "


def _anchors(parts: list[str]) -> list[Anchor]:
    must = [part for part in parts if not part.startswith("..") and not part.endswith("?")]
    return [anchor for part in must if (anchor := _anchor(part))]


def _anchor(part: str) -> Anchor:
    """The words one of which a part takes: of a joined choice its rarest; none where a choice needs none."""
    choices = [_rarest(one.split("_")) if "_" in one else _word_anchor(one) for one in part.split("|")]
    return frozenset().union(*choices) if all(choices) else frozenset()


def _rarest(parts: list[str]) -> Anchor:
    return min(_anchors(parts), key=cost, default=frozenset())


def _word_anchor(word: str) -> Anchor:
    return _anchor(LISTS[word[1:]]) if word.startswith("@") else frozenset({word})
