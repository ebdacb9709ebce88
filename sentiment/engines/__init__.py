"""Engines: what reads a person's words and says what they are about and how they feel.

    engine().read(["The nurses were kind."], ["what_good"]) -> [Reading(sentiment=1, ...)]

An engine never raises for a text it cannot read: that Reading has no sentiment and no themes.
It raises EngineUnavailable when it cannot work at all, and then nothing may be stored.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from feedback.signals import Signal
from sentiment.engines.errors import EngineUnavailable

__all__ = ["ENGINES", "UNKNOWN_LANGUAGE", "Engine", "EngineUnavailable", "Reading", "engine"]

# ISO 639-2: not English, and nobody can say what it is.
UNKNOWN_LANGUAGE = "und"

# By name, so that what each needs is imported only in a process that reads with it.
ENGINES = {
    "fast": "sentiment.engines.fast.FastEngine",
    "transformer": "sentiment.engines.transformer.TransformerEngine",
    "keywords": "sentiment.engines.keywords.KeywordEngine",
}


@dataclass(frozen=True)
class Reading:
    """An engine's answer about one comment.

    `sentiment` is 1 (very positive) to 5 (very negative), and None when it was not scored: no
    words, or not English. `probabilities` are by class, "1" to "5", and `themes` by theme name
    (both empty when not scored). `language` is ISO 639-1, "" when too short to tell, or
    UNKNOWN_LANGUAGE. `model` names the very weights that answered. `severity` is how critical of care the words are, 0
    to 1, or None. `why` gives, for "sentiment" and each predicted theme, the (start, end) of the
    words of the text that carried it most, weightiest first.
    """

    sentiment: int | None
    probabilities: dict[str, float]
    themes: dict[str, float]
    predicted_themes: tuple[str, ...]
    signals: tuple[Signal, ...]
    language: str
    model: str
    severity: float | None = None
    why: Mapping[str, Sequence[tuple[int, int]]] = field(default_factory=dict)


class Engine(Protocol):
    """Whatever can read comments. `name` names the very model, for the record."""

    name: str

    def read(self, texts: Sequence[str], questions: Sequence[str]) -> list[Reading]:
        """One Reading a text, in order. `questions` are kinds or a question's words (see `questions.kind_of`)."""


def engine(name: str | None = None, folder: Path | None = None) -> Engine:
    """The engine called `name` (one of ENGINES), or the one the settings ask for.

    The fast one is for processors: where there is a graphics card the reference takes its place.
    `folder` holds another model for it than the one that ships. Built once a process.

    Raises EngineUnavailable when its files are missing or not the right ones.
    """
    return _built(name or settings.ENGINE, folder)


@lru_cache(maxsize=2)  # the model in force, and one to compare with: each holds its weights in memory
def _built(name: str, folder: Path | None) -> Engine:
    if name not in ENGINES:
        raise EngineUnavailable(f"There is no engine called {name}: choose {' or '.join(ENGINES)}.")
    if name == "fast" and _has_graphics_card():
        name = "transformer"
    load = import_string(ENGINES[name]).load
    return load(folder) if folder else load()


def _has_graphics_card() -> bool:
    # torch takes seconds to load: it is asked only where the driver is there.
    return Path("/dev/nvidiactl").exists() and import_module("torch").cuda.is_available()
