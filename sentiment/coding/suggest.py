"""From what a model, or a person correcting it, made of a comment to the codes that it suggests.

    suggested(reading).subjects -> (Suggestion(SUBJECTS["waiting_times"], share=0.72, ...), ...)

The share of a suggestion is the theme's probability times the crosswalk's weight, and that of its
strongest reason when several lead to it: one that a person can follow, not a sum that hides where
it came from. A theme that a person chose, and a signal, count in full. Subjects are those of
complaints: a theme of a comment that praises suggests none, a signal always may. Subjects that
divide another by speciality are never suggested: words do not say which one it was.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sentiment.coding.crosswalk import STEPS, VERSION
from sentiment.coding.lists import STATEMENTS, SUBJECTS, Statement, Subject

# Feelings by class: what is not listed (3, mixed, and None, not scored) may hold praise and criticism.
ONE_SIDED = {1: "praise", 2: "praise", 4: "criticism", 5: "criticism"}


class Read(Protocol):
    """What a Reading and a Classification have in common, so that both can be coded."""

    sentiment: int | None
    themes: Mapping[str, float]
    predicted_themes: Sequence[str]
    signals: Sequence


@dataclass(frozen=True)
class Because:
    """One reason for a suggestion: the "theme" or "signal" called `name`, and the crosswalk's words."""

    source: str
    name: str
    share: float
    reason: str


@dataclass(frozen=True)
class Suggestion:
    """One entry of a list that may fit. `share` is 0 to 1; `because` has the strongest reason first."""

    entry: Subject | Statement
    share: float
    because: tuple[Because, ...]


@dataclass(frozen=True)
class Views:
    """Suggested KO41a subjects and quality statements, the likeliest first, and which crosswalk said so."""

    subjects: tuple[Suggestion, ...]
    statements: tuple[Suggestion, ...]
    crosswalk: str = VERSION


def suggested(read: Read) -> Views:
    """The codes that one reading or classification suggests."""
    reasons: dict[str, list[Because]] = {}
    for source, name, share in _heard(read):
        for step in STEPS.get((source, name), ()):
            if step.feeling in ("any", ONE_SIDED.get(read.sentiment, step.feeling)):
                because = Because(source, name, round(share * step.weight, 4), step.reason)
                reasons.setdefault(step.code, []).append(because)
    return Views(_ordered(reasons, SUBJECTS), _ordered(reasons, STATEMENTS))


def _heard(read: Read) -> Iterator[tuple[str, str, float]]:
    """What the reading holds: ("theme" or "signal", name, how sure). A theme without a share is a person's."""
    for name in read.predicted_themes:
        yield "theme", name, read.themes.get(name, 1.0)
    for kind in _kinds(read.signals):
        yield "signal", kind, 1.0


def _kinds(signals: Iterable) -> Iterable[str]:
    """The kinds of signal, each once. A reading has Signals, a stored row their dicts."""
    return dict.fromkeys(one["kind"] if isinstance(one, Mapping) else one.kind for one in signals)


def _ordered(reasons: Mapping[str, list[Because]], codes: Mapping) -> tuple[Suggestion, ...]:
    suggestions = []
    for code, because in reasons.items():
        if code in codes:
            strongest = tuple(sorted(because, key=lambda one: (-one.share, one.source, one.name)))
            suggestions.append(Suggestion(codes[code], strongest[0].share, strongest))
    return tuple(sorted(suggestions, key=lambda one: (-one.share, one.entry.code)))
