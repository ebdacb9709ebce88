"""May a new model take the place of the old one? Pure: figures in, an answer with its reasons out.

The figures of a model are {"test": {name: {value, low, high}}, "danger": {tier: {rows, missed}},
"harmless": {rows, alarms}}, as `weighing` measures them on the same rows for both.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

BETTER, SAME, WORSE = "better", "as good", "WORSE"
SURE = 1.96  # standard deviations: 95 %


@dataclass(frozen=True)
class Line:
    """One figure of both models. `limit` is the last value of the new one that is let pass."""

    words: str
    old: float
    new: float
    limit: float
    verdict: str


def compared(old: Mapping, new: Mapping, words: Mapping[str, str]) -> list[Line]:
    """A line a figure; `words` names the headline figures of the test, in order."""
    lines = [
        _figure(words[name], old["test"][name], new["test"][name])
        for name in words
        if old["test"].get(name, {}).get("value") is not None
    ]
    lines += [
        _missed(f"Danger missed, tier {tier}, of {old['danger'][tier]['rows']}", old, new, tier)
        for tier in sorted(old["danger"])
    ]
    return [*lines, _alarms(old["harmless"], new["harmless"])]


def refusals(lines: Sequence[Line]) -> list[str]:
    """Why the new model may not come into force, a sentence a reason; empty when it may."""
    found = [
        f"{line.words}: {line.new:g} is beyond {line.limit:g}." for line in lines if line.verdict == WORSE
    ]
    if not found and all(line.verdict == SAME for line in lines):
        found = ["It is better in nothing, so there is no reason to change."]
    return found


def upper(hits: int, rows: int) -> float:
    """The upper end of the 95 % interval of a share. Source: Wilson, JASA 22 (1927), 209."""
    if not rows:
        return 1.0
    share, z = hits / rows, SURE
    spread = z * sqrt(share * (1 - share) / rows + z * z / (4 * rows * rows))
    return min((share + z * z / (2 * rows) + spread) / (1 + z * z / rows), 1.0)


def _figure(words, old, new):
    """More is better. Below the old one's interval is worse; within it, lower is noise."""
    value = new["value"] if new["value"] is not None else 0.0
    verdict = WORSE if value < old["low"] else BETTER if value > old["value"] else SAME
    return Line(words, old["value"], value, old["low"], verdict)


def _missed(words, old, new, tier):
    """One person in danger who is heard no longer is one too many: no interval excuses it."""
    before, after = old["danger"][tier]["missed"], new["danger"][tier]["missed"]
    return Line(words, before, after, before, WORSE if after > before else BETTER if after < before else SAME)


def _alarms(old, new):
    """False alarms tire the people who answer them: as many as chance explains, and no more."""
    limit = int(upper(old["alarms"], old["rows"]) * old["rows"])
    before, after = old["alarms"], new["alarms"]
    verdict = WORSE if after > limit else BETTER if after < before else SAME
    return Line(f"False alarms, of {old['rows']}", before, after, limit, verdict)
