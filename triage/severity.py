"""Severity: how critical of the care a person's words are, from 0 (praise) to 1 (as critical as can be).

A model gives it to each comment; a case has that of its worst. It orders cases inside a priority
and says nothing about safety: that is for signals, and a calm sentence can be one of danger.
"""

from collections.abc import Iterable

# The model learns from labellers who gave criticality from 5 to -5; severity is (1 - criticality / 5) / 2.
# So -3 or worse is 0.8, and -1 or worse is 0.6: what lies between them and praise is not worth a word.
VERY_CRITICAL = 0.8
CRITICAL = 0.6


def worst(readings: Iterable) -> float:
    """The severity of the most critical of these readings; 0 where no model has given any."""
    return max((reading.severity or 0.0 for reading in readings), default=0.0)


def in_words(severity: float | None) -> str:
    """A severity as a person says it; "" when no model has given one."""
    if severity is None:
        return ""
    return stands_out(severity) or "not critical of care"


def stands_out(severity: float) -> str:
    """The words for a severity that a person should see at once; "" for all others."""
    if severity >= VERY_CRITICAL:
        return "very critical of care"
    return "critical of care" if severity >= CRITICAL else ""
