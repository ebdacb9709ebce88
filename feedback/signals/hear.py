"""All that the first tier of the safety check hears: what the phrasebook finds, and what sounds like danger."""

from feedback.signals.find import Signal, find, has_figure_of_speech
from feedback.signals.kinds import KINDS
from feedback.signals.likeness import likenesses


def hear(text: str) -> tuple[Signal, ...]:
    """The signals in a text, in its order, as `find` gives them.

    Where the phrasebook is silent about a tier, likeness may speak; it takes nothing away.
    """
    found = list(find(text))
    tiers = {KINDS[signal.kind].tier for signal in found}
    for one in likenesses(text):
        words = text[one.start : one.end]
        if KINDS[one.kind].tier not in tiers and not has_figure_of_speech(words):
            found.append(Signal(one.kind, words, one.start, one.end))
    return tuple(sorted(found, key=lambda signal: (signal.start, signal.end, signal.kind)))
