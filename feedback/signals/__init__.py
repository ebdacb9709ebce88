"""Signals: what in a person's words bears on safety or on who must act.

The first tier of understanding. It runs inside the request, without a model,
so it lives at the door: `sentiment` adds what a model sees and may only add.
"""

from feedback.signals.find import Signal, asks_at_risk, find, has_figure_of_speech
from feedback.signals.hear import hear
from feedback.signals.kinds import KINDS, TIER_0

__all__ = ["KINDS", "TIER_0", "Signal", "asks_at_risk", "find", "has_figure_of_speech", "hear"]
