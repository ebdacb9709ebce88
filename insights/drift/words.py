"""Drift in plain sentences. Pure."""

import datetime as dt
from collections.abc import Iterable

from insights.drift.limits import Usual
from sentiment.themes import BY_NAME, SENTIMENTS

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")

# What to say of a share that went up, and of one that went down.
SAYS = {
    "confidence": ("the model was surer", "the model was less sure"),
    "unsure": ("the model was unsure of more comments", "the model was unsure of fewer comments"),
    "not_english": ("more comments were not in English", "fewer comments were not in English"),
    "not_scored": ("more comments could not be scored", "fewer comments could not be scored"),
    "checked": ("people checked more of the comments", "people checked fewer of the comments"),
    "wrong": (
        "people found the model wrong in more of the comments they checked",
        "people found the model wrong in fewer of the comments they checked",
    ),
}
MIXES = {"feelings": "the mix of feelings", "themes": "the mix of themes"}


def moved(measure: str, week_on: dt.date, value: float, usual: Usual, weeks: int) -> str:
    """ "In the week of 9 November the model was less sure than in the eight weeks before: 71 in 100 on ..." """
    says = SAYS[measure][value < usual.centre]
    average = " on average" if measure == "confidence" else ""
    return (
        f"In the week of {day(week_on)} {says} than in the {_weeks(weeks)} before: "
        f"{in_100(value)} in 100{average}, usually {in_100(usual.low)} to {in_100(usual.high)}."
    )


def mix_moved(
    name: str, week_on: dt.date, a_lot: bool, shares: Iterable[tuple[str, float, float]], weeks: int
) -> str:
    """`shares`: (class, its share now, its share before), the class that moved most first."""
    named = "; ".join(
        f"{label(name, one)} {in_100(now)} in 100 (before, {in_100(before)})" for one, now, before in shares
    )
    how = "was very different from" if a_lot else "was different from"
    return f"In the week of {day(week_on)} {MIXES[name]} {how} the {_weeks(weeks)} before: {named}."


def confidence(week, usual: Usual | None) -> str:
    """How sure the model was in a week, and whether that is usual."""
    if week.confidence is None:
        return f"In the week of {day(week.week_on)} no comment could be scored."
    says = (
        f"In the week of {day(week.week_on)} the model was {in_100(week.confidence)} in 100 sure on average"
    )
    if usual is None:
        return f"{says}. There is too little to say what is usual."
    verdict = "That is usual" if usual.low <= week.confidence <= usual.high else "That is not usual"
    return f"{says}. {verdict}: it is between {in_100(usual.low)} and {in_100(usual.high)} as a rule."


def mix_share(name: str, now: float | None, before: float | None) -> str:
    """ "Very positive: 42 in 100 (before, 40)." """
    if now is None:
        return f"{name.capitalize()}: no comment could be scored."
    then = "" if before is None else f" (before, {in_100(before)})"
    return f"{name.capitalize()}: {in_100(now)} in 100{then}."


def label(name: str, one: str) -> str:
    """A class of a mix in the public's words. A theme of another framework keeps its name."""
    if name == "feelings":
        return SENTIMENTS[int(one)]
    return BY_NAME[one].in_words if one in BY_NAME else one


def in_100(share: float) -> str:
    """0.71 -> "71", 0.024 -> "2.4", 0.02 -> "2": a decimal only where whole numbers would say too little."""
    hundredths = 100 * share
    return f"{hundredths:.0f}" if hundredths >= 9.95 else f"{hundredths:.1f}".removesuffix(".0")


def day(week_on: dt.date) -> str:
    """ "9 November", the week's Monday."""
    return f"{week_on.day} {week_on:%B}"


def _weeks(number):
    return f"{NUMBERS[number]} weeks"
