"""Facts: all that routing may know about one piece of feedback."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from feedback.signals import KINDS, Signal, hear

# ICBs run a patient advice team of their own; most practices, homes and independent hospitals have none.
WITH_PALS = ("acute_trust", "mental_health_trust", "ambulance_trust", "community_trust", "icb")
PRIMARY_CARE = ("gp_practice", "dental_practice", "pharmacy", "optician")

ALLOWED = {
    "provider_kind": (*WITH_PALS, *PRIMARY_CARE, "care_home", "independent_hospital"),
    "intent": ("compliment", "comment", "concern", "complaint"),
    "about": ("self", "someone_else"),
    "consent": ("", "not_needed", "given", "not_yet"),
    "resolver_choice": ("", "provider", "icb"),
}
YES_OR_NO = ("reply_wanted", "already_complained", "follows_case")


class BadFact(ValueError):
    """A fact that routing cannot use. The message says which, and what is allowed."""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What the person chose, what their words raised, and what the pipeline knows besides.

    `consent` is the patient's, where another speaks for them; "" means nobody has asked yet.
    `months_since` counts the months begun from the matter (or from knowing of it) to receipt.
    `resolver_choice` is who the person wants to look into a complaint.
    `language` is "en" or the code of another; "" when it could not be told.
    `sentiment` runs from 1 (very positive) to 5 (very negative).
    `follows_case` means that the person writes back about a case they already have.
    """

    provider_kind: str
    intent: str
    reply_wanted: bool = False
    about: str = "self"
    already_complained: bool = False
    signals: tuple[Signal, ...] = ()
    language: str = "en"
    consent: str = ""
    months_since: int | None = None
    resolver_choice: str = ""
    channel: str = ""
    sentiment: int | None = None
    follows_case: bool = False

    def __post_init__(self):
        for name, allowed in ALLOWED.items():
            value = getattr(self, name)
            if not isinstance(value, str) or value not in allowed:
                listed = ", ".join(one for one in allowed if one)
                raise BadFact(f"{name} is {_shown(value)}. Use one of: {listed}.")
        for name in YES_OR_NO:
            value = getattr(self, name)
            if not isinstance(value, bool):
                raise BadFact(f"{name} is {_shown(value)}. Use true or false.")
        for signal in self.signals:
            if signal.kind not in KINDS:  # never drop a sign of danger because its name is new
                raise BadFact(f"{_shown(signal.kind)} is not a kind of signal that the rules know.")

    @property
    def has_pals(self) -> bool:
        return self.provider_kind in WITH_PALS

    @property
    def in_primary_care(self) -> bool:
        return self.provider_kind in PRIMARY_CARE

    @property
    def someone_waits(self) -> bool:
        """Somebody expects these words to be read and dealt with, whatever they are called."""
        return self.reply_wanted or self.follows_case

    def words_for(self, *kinds: str) -> str:
        """The words that raised any of these kinds of signal, at most three of them; "" when none did."""
        raised = dict.fromkeys(
            signal.words or f"read as: {KINDS[signal.kind].means}"
            for signal in self.signals
            if signal.kind in kinds
        )
        return "; ".join(list(raised)[:3])


def facts_of(*, texts: Iterable[str] = (), signals: Iterable[Signal | Mapping] = (), **known) -> Facts:
    """Facts from a person's own words and what else is known: the one way in, for pipeline and replay alike.

    `texts` are read by the safety check each time; `signals` (Signals, or the
    {kind, words} of a classification) may only add to what it finds. `known` are
    the other fields of Facts; None means not known. Raises BadFact.
    """
    found = [signal for text in texts for signal in hear(text)]
    found += [one if isinstance(one, Signal) else Signal(one["kind"], one["words"]) for one in signals]
    missing = [name for name in ("provider_kind", "intent") if known.get(name) is None]
    if missing:
        raise BadFact(f"{missing[0]} is missing. Use one of: {', '.join(ALLOWED[missing[0]])}.")
    given = {name: value for name, value in known.items() if value is not None}
    return Facts(signals=tuple(dict.fromkeys(found)), **given)


def seen_in(readings: Iterable) -> dict:
    """What an engine's readings (or the classifications stored from them) say of one feedback, as facts.

    Any language that is not English counts, and the unhappiest of its comments.
    """
    readings = list(readings)
    return {
        "signals": [signal for reading in readings for signal in reading.signals],
        "language": min({reading.language for reading in readings} - {"", "en"}, default="en"),
        "sentiment": max((reading.sentiment for reading in readings if reading.sentiment), default=None),
    }


def _shown(value) -> str:
    """A wrong value as it may be shown: short, so that nobody's story ends up in a message."""
    return f'"{value[:40]}"' if isinstance(value, str) else f"not a word but {type(value).__name__}"
