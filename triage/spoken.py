"""What was said to staff: until when it may be settled, and what settling it asks for. Pure.

Source: regulation 8(1)(c) of the 2009 complaints regulations: a complaint made orally and resolved to the person's
satisfaction not later than the next working day after it was made is outside them. If not, it is a complaint
with the day on which it was said.
"""

from datetime import date

from triage import clock
from triage.moves import NotAllowed

RULE = "The rule: regulation 8(1)(c) of the complaints regulations (2009)."


def explain(said_on: date) -> str:
    """How the last day to settle it came about, with the skipped days named."""
    return clock.explain_working_days(said_on, 1)


def passed(settle_by: date, today: date) -> bool:
    """The last day itself is still in time, to its end."""
    return clock.late(settle_by, today)


def check_settled(*, said_on: date, settled_on: date, done: str, agreed: bool, today: date) -> None:
    """Raise NotAllowed unless it was settled in time, with what was done, and the person says that it is."""
    if not done.strip():
        raise NotAllowed("Say what was done.")
    if not agreed:
        raise NotAllowed(
            f"Only the person can say that it is settled. If they are not content, it is not. {RULE}"
        )
    if not said_on <= settled_on <= today:
        raise NotAllowed("It was settled on the day it was said or later, and not after today.")
    settle_by = clock.settle_by(said_on)
    if passed(settle_by, settled_on):
        raise NotAllowed(
            f"It had to be settled by the end of {clock.in_words(settle_by)}. After that it is a complaint: "
            f"make it one. {RULE}"
        )
