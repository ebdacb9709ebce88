"""Signals in other languages than English: the gravest dangers alone, by phrases, without frames.

The phrases are data (`phrases.csv`), so that a speaker of a language can read and mend them
without Python. They were written without a native speaker's check: docs/safety-words.md says so.
"""

from feedback.signals.languages.match import matched

__all__ = ["matched"]
