"""Find the signals in a person's words: read them plain, try the phrases and frames, ask the context."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from feedback.signals.context import IDIOMS, MENTIONS, QUIET, negated, quiet_stretches
from feedback.signals.frame import Frame, Lexicon, matches
from feedback.signals.frames import MEANINGS
from feedback.signals.frames.meaning import Meaning
from feedback.signals.kinds import TIER_0
from feedback.signals.languages import matched
from feedback.signals.normalise import Plain, read
from feedback.signals.phrase import Phrase
from feedback.signals.phrasebook import FAMILIES
from feedback.signals.phrasebook.family import Family
from feedback.signals.sieve import Sieve
from feedback.signals.words import NEGATIONS

Stretch = tuple[int, int]
Found = dict[str, list[Stretch]]
Try = tuple[Phrase | Frame, int, int]  # a line, and where the sentence it might be met in starts and ends

_QUIET_PHRASES = frozenset({*IDIOMS, *MENTIONS})


@dataclass(frozen=True)
class Signal:
    """One signal found: `kind` is a name in KINDS, `words` the text that raised it, which is
    `text[start:end]` of the text searched."""

    kind: str
    words: str
    start: int = 0
    end: int = 0


def find(text: str) -> tuple[Signal, ...]:
    """Every signal in a text, in the order of the text; one for each kind and stretch of words.

    Takes any string and never raises; the time taken grows in step with its length.
    """
    plain = read(text)
    tries = _worth_trying(plain)
    quiet = _quiet(plain, tries)
    found: Found = {}
    _add_phrases(found, plain, tries, quiet)
    _add_frames(found, plain, tries, quiet)
    for kind, place in matched(text, plain):
        found.setdefault(kind, []).append(place)
    signals = (
        Signal(kind, text[start:end], start, end)
        for kind, places in found.items()
        for start, end in _joined(places)
    )
    return tuple(sorted(signals, key=lambda signal: (signal.start, signal.end, signal.kind)))


def _add_phrases(found: Found, plain: Plain, tries: list[Try], quiet: list[Stretch]) -> None:
    loud = [one for one in tries if one[0] in _families()]
    for phrase, begin, stop in loud:
        for match in phrase.pattern.finditer(plain.words, begin, stop):
            start, end = match.start(), match.start() + len(match.group().removesuffix(". "))
            if any(start < over and begins < end for begins, over in quiet):
                continue
            for family in _families()[phrase]:
                if not any(QUIET[rule](plain.words, start, end) for rule in family.quiet_when):
                    found.setdefault(family.kind, []).append(plain.place(start, end))


def _add_frames(found: Found, plain: Plain, tries: list[Try], quiet: list[Stretch]) -> None:
    frames = {line for line, _, _ in tries if line in _meanings()}
    if not frames:
        return
    words = plain.words.split()
    places = _lexicon().places(words, frames)
    begins = list(accumulate((len(word) + 1 for word in words), initial=0))
    sentence = list(accumulate(int(word == ".") for word in words))
    for frame in frames:
        for met in matches(frame, places, sentence):
            parts = [(begins[first], begins[after]) for first, after in met]
            start, end = min(parts)[0], max(end for _, end in parts)
            if any(first < over and begin < after for begin, over in quiet for first, after in parts):
                continue
            says_not = any(NEGATIONS.intersection(words[first:after]) for first, after in met)
            if not says_not and any(negated(plain.words, *part) for part in parts):
                continue
            around = (start, end), min(parts)
            for meaning in _meanings()[frame]:
                if not any(QUIET[rule](plain.words, *part) for rule in meaning.quiet_when for part in around):
                    found.setdefault(meaning.kind, []).append(plain.place(start, end))


def asks_at_risk(signals: Iterable[Signal]) -> bool:
    """Whether the person must be shown where to get help at once: any signal of tier 0."""
    return any(signal.kind in TIER_0 for signal in signals)


def has_figure_of_speech(text: str) -> bool:
    """Whether an idiom or a mere mention ("dying for a cup of tea", "a leaflet on abuse") stands in the words.

    A reader that goes by likeness takes those for danger: it should leave them to this one.
    """
    plain = read(text)
    return bool(_quiet(plain, _worth_trying(plain)))


def _joined(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping places made one, in order."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _worth_trying(plain: Plain) -> list[Try]:
    """The few lines whose anchors stand in one sentence; the rest are never tried."""
    return [(line, begin, end) for begin, end, words in plain.sentences for line in _sieve().passing(words)]


def _quiet(plain: Plain, tries: list[Try]) -> list[Stretch]:
    return quiet_stretches(plain.words, [one for one in tries if one[0] in _QUIET_PHRASES])


@cache
def _sieve() -> Sieve[Phrase | Frame]:
    return Sieve({*_families(), *_QUIET_PHRASES, *_meanings()})


@cache
def _lexicon() -> Lexicon:
    return Lexicon(_meanings())


@cache
def _families() -> dict[Phrase, list[Family]]:
    families: dict[Phrase, list[Family]] = {}
    for family in FAMILIES:
        for phrase in family.phrases:
            families.setdefault(phrase, []).append(family)
    return families


@cache
def _meanings() -> dict[Frame, list[Meaning]]:
    meanings: dict[Frame, list[Meaning]] = {}
    for meaning in MEANINGS:
        for frame in meaning.frames:
            meanings.setdefault(frame, []).append(meaning)
    return meanings
