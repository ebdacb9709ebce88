from dataclasses import dataclass
from functools import cached_property

from feedback.signals.phrase import Phrase, phrases


@dataclass(frozen=True)
class Family:
    """Phrases that raise one kind for one reason, and the contexts that quieten them.

    `quiet_when`: names from `context.QUIET` ("negated", "over", "long_over", "praised").
    Idiom and mention (a leaflet, a course) quieten every family.
    """

    kind: str
    because: str
    lines: str
    quiet_when: frozenset[str] = frozenset({"negated"})

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        return phrases(self.lines)
