"""One week of one model's readings, counted. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import sqrt
from typing import NamedTuple

# Below this the likeliest feeling is less likely than all others together: the model was unsure.
UNSURE = 0.5


class Machine(NamedTuple):
    """What a model made of one comment. `probabilities` are by class, "1" to "5"; both empty when not scored."""

    comment: int
    sentiment: int | None
    probabilities: Mapping[str, float]
    themes: Iterable[str]
    language: str


class Person(NamedTuple):
    """What a person said of the same comment: a label of their own, or that the model had it right."""

    sentiment: int | None
    themes: Iterable[str]


def counted(readings: Iterable[Machine], said: Mapping[int, Person]) -> dict:
    """Readings, each comment once, and what people said by comment -> the figures of a WeeklyReading.

    `confidence` is the mean probability of the likeliest feeling and `spread` its standard
    deviation, 0 to 1, both None where nothing was scored. All else is a number of comments;
    of `themes`, of times a theme was found. The order of the readings makes no difference.
    """
    count, feelings, themes = Counter(), Counter(), Counter()
    sure = []
    for one in readings:
        count["read"] += 1
        themes.update(one.themes)
        if one.sentiment is None:
            count["not_scored" if one.language in ("", "en") else "not_english"] += 1
        else:
            feelings[str(one.sentiment)] += 1
            sure.append(max(one.probabilities.values(), default=1.0))
            count["unsure"] += sure[-1] < UNSURE
        if one.comment in said:
            count.update(_compared(one, said[one.comment]))
    mean, spread = _mean_and_spread(sorted(sure))
    names = (
        "read", "not_english", "not_scored", "unsure",
        "checked", "wrong", "feeling_off", "theme_added", "theme_removed",
    )  # fmt: skip
    return {name: count[name] for name in names} | {
        "scored": len(sure),
        "confidence": mean,
        "spread": spread,
        "feelings": dict(feelings),
        "themes": dict(themes),
    }


def _compared(machine, person) -> dict[str, bool]:
    """Where the person and the model differ. A comment the model did not score has no feeling to be off."""
    theirs, ours = set(person.themes), set(machine.themes)
    differs = {
        "feeling_off": machine.sentiment is not None and person.sentiment != machine.sentiment,
        "theme_added": bool(theirs - ours),
        "theme_removed": bool(ours - theirs),
    }
    return differs | {"checked": True, "wrong": any(differs.values())}


def _mean_and_spread(values):
    if not values:
        return None, None
    mean = sum(values) / len(values)
    return mean, sqrt(sum((value - mean) ** 2 for value in values) / len(values))
