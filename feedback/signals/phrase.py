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

from feedback.signals.words import LISTS, NEGATIONS

_GAP_WORD = rf"(?!(?:{'|'.join(sorted(NEGATIONS))}) )[^ .]+ "
_COMMON = frozenset(
    "a an and are as at be been by do did for get go going had has have he her him i in is it me my no not "
    "of off on or our out she so that the them they this to up us was we were will with would you your".split()
)


@dataclass(frozen=True)
class Phrase:
    """One line of the language. `anchors`: words one of which must be in a text for it to be there
    at all (an ending `*` stands for any), so that most lines cost nothing on most texts."""

    line: str

    @cached_property
    def pattern(self) -> re.Pattern:
        """The line as a pattern over plain words; each word takes its following space with it."""
        return re.compile(r"(?<![^ ])" + _sequence(self.line.split()))

    @cached_property
    def anchors(self) -> frozenset[str]:
        found = _anchors(self.line.split())
        if not found:
            raise ValueError(f"no word in {self.line!r} must be there")
        return found


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


def _anchors(parts: list[str]) -> frozenset[str]:
    """The best set among the parts that must be there: the fewest words, common words counting most."""
    sets = [_part_anchors(part) for part in parts if not part.startswith("..") and not part.endswith("?")]
    return min((found for found in sets if found), key=_cost, default=frozenset())


def _part_anchors(part: str) -> frozenset[str]:
    choices = [_anchors(one.split("_")) if "_" in one else _word_anchors(one) for one in part.split("|")]
    return frozenset().union(*choices) if all(choices) else frozenset()


def _word_anchors(word: str) -> frozenset[str]:
    return _part_anchors(LISTS[word[1:]]) if word.startswith("@") else frozenset({word})


def _cost(words: frozenset[str]) -> int:
    return sum(50 if word in _COMMON else 1 for word in words)
