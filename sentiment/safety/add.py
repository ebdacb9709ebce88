"""Add to the signals that the words raised those that the meaning raises. Nothing is ever removed."""

from collections.abc import Sequence

from feedback.signals import Signal, has_figure_of_speech
from sentiment.safety.features import Features
from sentiment.safety.head import Head, kinds
from sentiment.safety.sentences import place, sentences

# Of fewer words the model has too little to go by ("They took blood twice."); the phrasebook knows short cries.
FEWEST_WORDS = 6


def add_signals(
    texts: Sequence[str], found: Sequence[tuple[Signal, ...]], head: Head, features: Features
) -> list[tuple[Signal, ...]]:
    """`found` for each text, with a Signal more for each kind of danger not found in it yet.

    Its words are the sentence that raised it most, as the person wrote it.
    """
    split = [[one for one in sentences(text) if _fit_to_judge(one)] for text in texts]
    # Stock sentences ("Thank you.") come often: each is read once.
    different = list(dict.fromkeys(sentence for parts in split for sentence in parts))
    scores = head.scores(features(different))
    raised = {
        sentence: seen
        for sentence, row in zip(different, scores, strict=True)
        if (seen := kinds(row, head.thresholds))
    }
    return [
        signals + _new(text, parts, raised, {signal.kind for signal in signals})
        for text, parts, signals in zip(texts, split, found, strict=True)
    ]


def _fit_to_judge(sentence: str) -> bool:
    return len(sentence.split()) >= FEWEST_WORDS and not has_figure_of_speech(sentence)


def _new(
    text: str, parts: list[str], raised: dict[str, dict[str, float]], known: set[str]
) -> tuple[Signal, ...]:
    best: dict[str, tuple[float, str]] = {}
    for sentence in parts:
        for kind, score in raised.get(sentence, {}).items():
            if kind not in known and score > best.get(kind, (float("-inf"), ""))[0]:
                best[kind] = score, sentence
    signals = []
    for kind, (_, sentence) in best.items():
        start, end = place(sentence, text)
        signals.append(Signal(kind, text[start:end], start, end))
    return tuple(sorted(signals, key=lambda signal: (signal.start, signal.end, signal.kind)))
