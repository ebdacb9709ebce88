"""The clocks of a case: pure dates in, pure dates out.

The day of receipt is day 0. All dates are calendar days in England. The source
is the Local Authority Social Services and National Health Service Complaints
(England) Regulations 2009, and the NHS England target of four weeks.
Nothing here pauses: waiting for consent is shown, never subtracted.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from triage.bank_holidays import name_of

ACKNOWLEDGE_WITHIN = 3  # working days after the day of receipt: regulation 13(3)
RESPOND_WITHIN = timedelta(weeks=4)
BACKSTOP_MONTHS = 6  # regulation 14(3)
ONE_DAY = timedelta(days=1)

# The clocks of a case in the order they are shown, with the words for each.
CLOCKS = {
    "acknowledge_by": "Acknowledge by",
    "agreed_on": "Date agreed",
    "respond_by": "Reply by",
    "backstop_on": "Six months end on",
}


@dataclass(frozen=True)
class Clock:
    """The four dates of a case, from the day its words were received."""

    received_on: date
    acknowledge_by: date
    respond_by: date
    backstop_on: date
    agreed_on: date | None = None


@dataclass(frozen=True)
class Due:
    """One clock not yet met: `clock` is a key of CLOCKS."""

    clock: str
    due_on: date


def working_day(day: date) -> bool:
    """Regulation 2: any day but Saturday, Sunday, Christmas Day, Good Friday and bank holidays in England."""
    return day.weekday() < 5 and not name_of(day)


def add_working_days(day: date, count: int) -> date:
    """The `count`th working day after `day`; `day` itself is never counted. `count` is 1 or more."""
    if count < 1:
        raise ValueError("Count at least one working day.")
    while count:
        day += ONE_DAY
        count -= working_day(day)
    return day


def acknowledge_by(received_on: date) -> date:
    """Regulation 13(3): not later than the third working day after the day of receipt."""
    return add_working_days(_plain(received_on), ACKNOWLEDGE_WITHIN)


def settle_by(received_on: date) -> date:
    """Regulation 8(1)(c): a spoken complaint settled by the end of the next working day is outside the rules."""
    return add_working_days(_plain(received_on), 1)


def respond_by(received_on: date) -> date:
    """The four weeks: 28 calendar days after receipt, never rolled past a weekend or bank holiday."""
    return _plain(received_on) + RESPOND_WITHIN


def backstop_on(received_on: date) -> date:
    """Regulation 14(3): the last of the six months that begin on the day of receipt.

    The day before the same date six months on; where that month has no such date, its last day.
    """
    years, month = divmod(_plain(received_on).month - 1 + BACKSTOP_MONTHS, 12)
    year, month = received_on.year + years, month + 1
    length = monthrange(year, month)[1]
    if received_on.day > length:
        return date(year, month, length)
    return date(year, month, received_on.day) - ONE_DAY


def months_begun(since: date, until: date) -> int:
    """Months from `since` to `until`, one begun counted as one: 12 on the anniversary, 13 the day after.

    For regulation 12: a complaint is made not later than 12 months after the matter.
    """
    months = (until.year - since.year) * 12 + until.month - since.month
    return months + (until.day > since.day)


def start(received_on: date, agreed_on: date | None = None) -> Clock:
    """All four dates of a case received on `received_on`. Raises OutOfReach, or TypeError for a moment."""
    return Clock(
        received_on=received_on,
        acknowledge_by=acknowledge_by(received_on),
        respond_by=respond_by(received_on),
        backstop_on=backstop_on(received_on),
        agreed_on=agreed_on and _plain(agreed_on),
    )


def unmet(clock: Clock, *, acknowledged: bool, replied: bool) -> dict[str, date]:
    """The dates still to be met, missed ones included, by their key in CLOCKS; none once a reply has gone.

    `clock` may be any row with the fields of Clock, such as a case.
    """
    if replied:
        return {}
    met = ("acknowledge_by",) if acknowledged else ()
    return {name: day for name in CLOCKS if name not in met and (day := getattr(clock, name))}


def next_unmet(clock: Clock, *, acknowledged: bool, replied: bool) -> Due | None:
    """The nearest date still to be met, even if it has passed; None when there is none."""
    waiting = unmet(clock, acknowledged=acknowledged, replied=replied)
    return min((Due(*one) for one in waiting.items()), key=lambda due: due.due_on, default=None)


def days_left(due_on: date, today: date) -> int:
    """Calendar days from `today` to `due_on`: 0 on the day itself, below 0 when late."""
    return (due_on - today).days


def late(due_on: date, today: date) -> bool:
    """The due date itself is still in time."""
    return today > due_on


def explain(clock: Clock) -> dict[str, str]:
    """How each date of `clock` came about, in words, with the skipped days named. Keys as in CLOCKS.

    `clock` may be any row with the fields of Clock, such as a case.
    """
    received = in_words(clock.received_on)
    words = {
        "acknowledge_by": explain_working_days(clock.received_on, ACKNOWLEDGE_WITHIN),
        "respond_by": f"4 weeks (28 days) after {received}: every day counts, nothing pauses it",
        "backstop_on": _explain_backstop(clock),
    }
    if clock.agreed_on:
        words["agreed_on"] = "agreed with the person"
    return {name: words[name] for name in CLOCKS if name in words}


def explain_working_days(day: date, count: int) -> str:
    """Such as "3 working days after Thu 2 Apr 2026: skipped Good Friday 3 Apr, Sat 4 Apr"."""
    skipped = ", ".join(_named(off) for off in skipped_days(day, add_working_days(day, count)))
    days = "1 working day" if count == 1 else f"{count} working days"
    return f"{days} after {in_words(day)}: {f'skipped {skipped}' if skipped else 'no days skipped'}"


def skipped_days(after: date, until: date) -> list[date]:
    """The days after `after` and up to `until` that are not working days."""
    days = (after + timedelta(days=n) for n in range(1, (until - after).days + 1))
    return [day for day in days if not working_day(day)]


def due_in_words(clock: str, due_on: date) -> str:
    """Such as "Reply by Thu 30 Apr 2026". `clock` is a key of CLOCKS."""
    return f"{CLOCKS[clock]} {in_words(due_on)}"


def in_words(day: date, *, year: bool = True) -> str:
    """Such as "Thu 2 Apr 2026"."""
    return f"{day:%a} {short(day)}{f' {day.year}' if year else ''}"


def short(day: date) -> str:
    """Such as "2 Apr"."""
    return f"{day.day} {day:%b}"


def _explain_backstop(clock: Clock) -> str:
    begins = f"6 months that begin on {in_words(clock.received_on)}"
    following = clock.backstop_on + ONE_DAY
    if following.day == clock.received_on.day:
        return f"{begins}: the last day is the day before {short(following)} {following.year}"
    return f"{begins}: {clock.backstop_on:%B} has no day {clock.received_on.day}, so its last day counts"


def _named(day: date) -> str:
    """A day off by its holiday's name, "Good Friday 3 Apr", or else by its weekday, "Sat 4 Apr"."""
    holiday = name_of(day)
    return f"{holiday} {short(day)}" if holiday else in_words(day, year=False)


def _plain(day: date) -> date:
    """`day`, if it is a calendar day: a moment has to be turned into London's day first."""
    if isinstance(day, datetime):
        raise TypeError("The clocks take a date, not a moment: give the day in London.")
    return day
