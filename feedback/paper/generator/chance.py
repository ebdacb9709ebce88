"""Chance that can be had again: every part of every sheet draws from a seed of its own."""

import random


def chance(*parts: str | int) -> random.Random:
    """A source of chance for these parts, the same in every process and on every machine."""
    return random.Random(":".join(str(part) for part in parts))  # noqa: S311 (pictures, not secrets)


def drawn(source: random.Random, weights: dict):
    """One of the keys of `weights`, as often as its weight says."""
    return source.choices(list(weights), weights=list(weights.values()))[0]
