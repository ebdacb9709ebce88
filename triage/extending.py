"""May the date for the reply be put off? Pure: dates in, a refusal in words or nothing out.

Source: regulation 13(7) (the likely period is discussed with the person) and 14(3)-(4) of the 2009 complaints
regulations: a period longer than six months must be agreed before the six months run out; else the person is
told why, in writing. We keep to "before it runs out" for every date. Nothing here moves the four weeks.
"""

from datetime import date

from triage import clock

EXPLAIN_FIRST = (
    "Choose “Say why a date was missed”, say sorry, say why, and say when they will hear from us. "
    "The rule: regulation 14(4) of the complaints regulations (2009)."
)


def refused(
    *, dates: clock.Clock, agreed_on: date, explained: bool, in_writing: bool, reason: str, today: date
) -> str:
    """Why `agreed_on` cannot be agreed today, in sentences that say what to do; "" where it can.

    `explained`: the person was told why the four weeks were missed, if they were. `in_writing`: they agreed by
    letter or e-mail, or on a call that was recorded.
    """
    if agreed_on <= today:
        return "The agreed date must be in the future."
    before = dates.agreed_on
    if before and clock.late(before, today):
        return f"The date you agreed, {clock.in_words(before)}, has passed: it can no longer be put off. {EXPLAIN_FIRST}"
    if not before and clock.late(dates.backstop_on, today):
        return (
            f"The six months ended on {clock.in_words(dates.backstop_on)}. A longer time had to be agreed before "
            f"then. {EXPLAIN_FIRST}"
        )
    if not before and clock.late(dates.respond_by, today) and not explained:
        return (
            f"The four weeks ended on {clock.in_words(dates.respond_by)}. First tell the person why we are late, "
            f"then agree a date with them. {EXPLAIN_FIRST}"
        )
    if agreed_on > dates.backstop_on and not (in_writing and reason.strip()):
        return (
            f"This is after the six months, which end on {clock.in_words(dates.backstop_on)}. The person must agree "
            "in writing or on a recorded call, and you must say why we need longer. "
            "The rule: regulation 14(3) of the complaints regulations (2009)."
        )
    return ""
