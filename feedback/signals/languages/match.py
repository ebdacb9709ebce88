"""Match the phrases of other languages, and keep quiet only what is plainly denied."""

import re

from feedback.signals.languages.book import QUIET, entries, negators, own_words, sieve, telling
from feedback.signals.languages.letters import read
from feedback.signals.normalise import Plain
from feedback.signals.phrase import Phrase

Found = tuple[str, tuple[int, int]]

_DOUBT_AHEAD = 3  # words before
_NEARBY = 100  # letters either side: no more is looked at, so that long texts take no longer a letter
_CLAUSE = re.compile(rf"[^,;:.!?…،؛。，；！？।۔؟\n]{{0,{_NEARBY}}}")


def matched(text: str, english: Plain) -> list[Found]:
    """Each (kind, place in `text`) said in another language. `english` is the text as read for English.

    An English text seldom holds a telling word, and then costs no more than looking for one.
    """
    if english.words.isascii() and not telling().any_in(english.words.split()):
        return []
    plain = read(text)
    met = [
        (phrase, *match.span())
        for begin, end, words in plain.sentences
        for phrase in sieve().passing(words)
        for match in phrase.pattern.finditer(plain.words, begin, end)
    ]
    quiet = {
        letter
        for phrase, start, end in met
        if any(entry.kind == QUIET for entry in entries()[phrase])
        for letter in range(start, end)
    }
    return [
        (entry.kind, plain.place(start, end))
        for phrase, start, end in met
        if quiet.isdisjoint(range(start, end)) and not _denied(phrase, start, end, text, plain)
        for entry in entries()[phrase]
    ]


def _denied(phrase: Phrase, start: int, end: int, text: str, plain: Plain) -> bool:
    """Whether it is certain that the words say not: a plain negator among them, or right beside them.

    A negator that the phrase itself has ("nobody feeds her") denies nothing. "Only", "if" or "why"
    nearby ("it is not only me he hits") leaves it in doubt, and what is in doubt goes to a person.
    """
    languages = frozenset(entry.language for entry in entries()[phrase])
    before, after, doubt = (negators(languages, stands) for stands in ("before", "after", "doubt"))
    said = set(plain.words[start:end].split()) & (before | after)
    if said & own_words(phrase):
        return False
    first, last = plain.place(start, end)
    ahead = f" {plain.words[max(start - _NEARBY, 0) : start]}"
    clause = read(_CLAUSE.match(text, last).group()).words.split()
    if doubt.intersection(clause) or doubt.intersection(ahead.split()[-_DOUBT_AHEAD:]):
        return False
    right_before = any(ahead.endswith(f" {word} ") for word in before)
    if said or (right_before and not text[plain.place(start - 2, start - 1)[1] : first].strip()):
        return True
    return clause in [[word] for word in after]  # and nothing more: "do not ... or else" is no denial
