"""What a rule is: an id of the routing table, when it fires, why, and what follows."""

from collections.abc import Callable
from dataclasses import dataclass

from triage.routing.facts import Facts

PRIORITIES = ("standard", "urgent", "immediate")


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One row. `evidence(facts)` gives the words or the choice that raised it, or "" when it does not apply.

    `reason` is read by the person and by the officer alike. `resolver` is set only
    on the rules that decide who answers. `needs_person` asks a named person to look.
    """

    id: str
    evidence: Callable[[Facts], str]
    reason: str
    told: tuple[str, ...] = ()
    signposted: tuple[str, ...] = ()
    priority: str = "standard"
    needs_person: bool = False
    resolver: str = ""


@dataclass(frozen=True)
class Fired:
    """One rule that applied: id, reason and evidence are kept with the decision, `told` with each body."""

    id: str
    reason: str
    evidence: str
    told: tuple[str, ...] = ()


def says(*kinds: str) -> Callable[[Facts], str]:
    """Evidence: the words that raised any of these kinds of signal."""
    return lambda facts: facts.words_for(*kinds)


def when(applies: Callable[[Facts], bool], fact: str) -> Callable[[Facts], str]:
    """Evidence: `fact`, in words, wherever `applies` is true."""
    return lambda facts: fact if applies(facts) else ""
