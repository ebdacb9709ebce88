"""Whether the patient agrees that we answer the one who speaks for them, and when to ask again. Pure.

Waiting for it stops no clock. When to ask again is our practice, not the regulations': after five and after
ten working days.
"""

from collections.abc import Sequence
from datetime import date

from triage import clock
from triage.moves import NotAllowed

CHASE_AFTER = (5, 10)  # working days after we asked

# How consent stands, each word for one thing.
NOT_NEEDED, GIVEN, WITHOUT = "not_needed", "given", "without"
NOT_YET, ASKED, REFUSED, WITHDRAWN, FELL = "not_yet", "asked", "refused", "withdrawn", "fell"
LETS_REPLY = frozenset({NOT_NEEDED, GIVEN, WITHOUT})
IN_WORDS = {
    NOT_NEEDED: "Not needed: the person speaks for themselves",
    GIVEN: "Given",
    WITHOUT: "Not given: we decided to go on without it",
    NOT_YET: "Not yet asked",
    ASKED: "Asked, no answer yet",
    REFUSED: "Refused",
    WITHDRAWN: "Given, and withdrawn since",
    FELL: "Given by a form that does not count any more. Ask again",
}
# Only the one who speaks for the patient has said so, when they told us.
SAID_BY_ANOTHER = "Given, says the person who told us. Nobody here has asked the patient"


def standing(*, for_another: bool, told: str, answers: Sequence[tuple[str, bool]], asking: bool) -> str:
    """How consent stands, one of the words above.

    `told` is what the feedback says of it, and never changes. `answers` are what was recorded, the oldest first:
    (answer, whether it still lets us reply: not so once its form was set aside). `asking`: a question to the patient
    is open. What the patient says counts for more than what another says for them: once we ask, we wait for it.
    """
    if not for_another:
        return NOT_NEEDED
    if answers:
        answer, holds = answers[-1]
        return answer if holds or answer in (REFUSED, WITHDRAWN) else FELL
    if asking:
        return ASKED
    return GIVEN if told == GIVEN else NOT_YET


def check_day(day: date, what: str, *, today: date, earliest: date, since: str) -> None:
    """Raises NotAllowed if `day` lies in the future or before `earliest`, which is called `since`.

    `what` names the day: "The day you asked".
    """
    if day > today:
        raise NotAllowed(f"{what} must be today or in the past.")
    if day < earliest:
        raise NotAllowed(f"{what} cannot be before {since}: {clock.in_words(earliest)}.")


def chase_dates(asked_on: date) -> list[date]:
    """The days on which to ask again, if no answer has come."""
    return [clock.add_working_days(asked_on, days) for days in CHASE_AFTER]


def next_chase(asked_on: date, chased: int) -> date | None:
    """The day on which to ask again after `chased` times; None when we have asked often enough."""
    return chase_dates(asked_on)[chased] if chased < len(CHASE_AFTER) else None


def explain_chase(asked_on: date, chased: int) -> str:
    """How that day came about, with the skipped days named; "" when there is none."""
    return clock.explain_working_days(asked_on, CHASE_AFTER[chased]) if chased < len(CHASE_AFTER) else ""
