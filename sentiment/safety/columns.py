"""The columns of every answer about danger: the kinds of each tier, then the tiers themselves.

A tier's own answer decides whether there is danger at all (it learns from every kind, so it is
surer than any); the kinds' say which it is.
"""

from feedback.signals import KINDS, find

TIERS = (0, 1)
KINDS_OF = {tier: tuple(name for name, kind in KINDS.items() if kind.tier == tier) for tier in TIERS}
NAMES = (*KINDS_OF[0], *KINDS_OF[1])
COLUMNS = (*NAMES, *(f"tier {tier}" for tier in TIERS))


def labels(kind: str) -> tuple[int, ...]:
    """0 or 1 for each of COLUMNS, for words that show danger of this kind."""
    return tuple(int(name in (kind, f"tier {KINDS[kind].tier}")) for name in COLUMNS)


def alarms(text: str) -> set[str]:
    """The kinds of tiers 0 and 1 that the first tier of the check finds."""
    return {signal.kind for signal in find(text) if KINDS[signal.kind].tier in TIERS}
