from dataclasses import dataclass
from functools import cached_property

from feedback.signals.frame import Frame, frames


@dataclass(frozen=True)
class Meaning:
    """Frames that raise one kind for one reason, and the contexts that quieten them.

    `quiet_when`: names from `context.QUIET`. Negation is read slot by slot, unless a slot is itself
    a negation; idiom and mention quieten every meaning.
    """

    kind: str
    because: str
    lines: str
    quiet_when: frozenset[str] = frozenset()

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        return frames(self.lines)
