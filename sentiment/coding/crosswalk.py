"""The crosswalk: which codes a theme or a signal speaks for, how strongly, and why.

There is no published crosswalk between these lists: this one is our own judgement, row by row with
its reason, for people to correct. A version that was in use is never edited: the next is a new file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sentiment.coding.lists import rows

VERSION = "crosswalk-1"
FILE = "crosswalk_1.csv"
# A row counts for a comment of this feeling; one that is mixed or was not scored has both.
FEELINGS = ("any", "praise", "criticism")


@dataclass(frozen=True)
class Step:
    """From one theme or signal to one code. `weight`, 0 to 1, is how surely the one means the other."""

    feeling: str
    code: str
    weight: float
    reason: str


def _read() -> Mapping[tuple[str, str], Sequence[Step]]:
    steps = {}
    for row in rows(FILE):
        step = Step(row["feeling"], row["code"], float(row["weight"]), row["reason"])
        steps.setdefault((row["source"], row["name"]), []).append(step)
    return steps


# ("theme" or "signal", its name) -> the steps that lead on from it.
STEPS = _read()
