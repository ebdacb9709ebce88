"""Find the signals in a person's words: read them plain, try the phrases, ask the context."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from feedback.signals.context import IDIOMS, MENTIONS, QUIET, negated, quiet_stretches
from feedback.signals.frame import Lexicon, matches
from feedback.signals.frames import MEANINGS
from feedback.signals.kinds import TIER_0
from feedback.signals.normalise import Plain, read
from feedback.signals.phrase import Phrase
from feedback.signals.phrasebook import FAMILIES
from feedback.signals.words import NEGATIONS

Stretch = tuple[int, int]
Found = dict[str, list[Stretch]]


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
    present = _present(plain.words)
    quiet = quiet_stretches(plain.words, present["quiet"])
    found: Found = {}
    _add_phrases(found, plain, present["loud"], quiet)
    _add_frames(found, plain, quiet)
    signals = (
        Signal(kind, text[start:end], start, end)
        for kind, places in found.items()
        for start, end in _joined(places)
    )
    return tuple(sorted(signals, key=lambda signal: (signal.start, signal.end, signal.kind)))


def _add_phrases(found: Found, plain: Plain, loud: list[Phrase], quiet: list[Stretch]) -> None:
    for phrase in loud:
        for match in phrase.pattern.finditer(plain.words):
            start, end = match.start(), match.start() + len(match.group().removesuffix(". "))
            if any(start < over and begins < end for begins, over in quiet):
                continue
            for family in _families()[phrase]:
                if not any(QUIET[rule](plain.words, start, end) for rule in family.quiet_when):
                    found.setdefault(family.kind, []).append(plain.place(start, end))


def _add_frames(found: Found, plain: Plain, quiet: list[Stretch]) -> None:
    words = plain.words.split()
    places = _lexicon().places(words)
    begins = list(accumulate((len(word) + 1 for word in words), initial=0))
    sentence = list(accumulate(int(word == ".") for word in words))
    for meaning in MEANINGS:
        for frame in meaning.frames:
            for met in matches(frame, places, sentence):
                parts = [(begins[first], begins[after]) for first, after in met]
                start, end = min(parts)[0], max(end for _, end in parts)
                if any(first < over and begin < after for begin, over in quiet for first, after in parts):
                    continue
                says_not = any(NEGATIONS.intersection(words[first:after]) for first, after in met)
                if not says_not and any(negated(plain.words, *part) for part in parts):
                    continue
                around = (start, end), min(parts)
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
    return bool(quiet_stretches(plain.words, _present(plain.words)["quiet"]))


def _joined(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping places made one, in order."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _present(words: str) -> dict[str, list[Phrase]]:
    """The phrases whose anchor word is in the text, so that the rest are never tried."""
    shortest, longest, loud, quiet = _index()
    seen = set(words.split())
    seen |= {f"{word[:n]}*" for word in seen for n in range(shortest, min(len(word), longest) + 1)}
    return {
        "loud": list(dict.fromkeys(phrase for word in seen for phrase in loud.get(word, ()))),
        "quiet": list(dict.fromkeys(phrase for word in seen for phrase in quiet.get(word, ()))),
    }


@cache
def _lexicon() -> Lexicon:
    return Lexicon(tuple(frame for meaning in MEANINGS for frame in meaning.frames))


@cache
def _families():
    families: dict[Phrase, list] = {}
    for family in FAMILIES:
        for phrase in family.phrases:
            families.setdefault(phrase, []).append(family)
    return families


@cache
def _index():
    """Anchor word -> phrases, for the loud and the quiet; and the lengths of anchors with any ending."""
    loud, quiet = {}, {}
    for index, all_phrases in ((loud, _families()), (quiet, (*IDIOMS, *MENTIONS))):
        for phrase in all_phrases:
            for word in phrase.anchors:
                index.setdefault(word, []).append(phrase)
    lengths = [len(word) - 1 for word in (*loud, *quiet) if word.endswith("*")]
    return min(lengths), max(lengths), loud, quiet
