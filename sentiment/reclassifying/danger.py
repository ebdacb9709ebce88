"""Which danger a later reading found that no earlier one had. Pure."""

from collections.abc import Iterable, Mapping

from feedback.signals import KINDS

DANGER = frozenset(name for name, kind in KINDS.items() if kind.tier <= 1)


def new_kinds(signals: Iterable[Mapping], earlier: Iterable[Iterable[Mapping]]) -> set[str]:
    """The kinds of tiers 0 and 1 among `signals` that are in none of the `earlier` readings' signals.

    Signals are {kind, words}, as a classification stores them.
    """
    known = {signal["kind"] for reading in earlier for signal in reading}
    return {signal["kind"] for signal in signals} & DANGER - known
