"""What is told, in any words: for each kind of signal, its meanings as frames."""

from feedback.signals.frames import abuse, alarm, care, despair, medicine, powers
from feedback.signals.frames.meaning import Meaning

MEANINGS: tuple[Meaning, ...] = tuple(
    meaning for module in (despair, alarm, abuse, care, medicine, powers) for meaning in module.MEANINGS
)
