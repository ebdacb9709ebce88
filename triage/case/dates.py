"""The dates of one case as staff read them: which is next, which were met, which are late."""

from django.utils import timezone

from triage import clock
from triage.actions.changing import unmet
from triage.actions.working import LOOK_AGAIN_WITHIN
from triage.models import Case, DateAgreed

LABELS = clock.CLOCKS | {"look_again_on": "Look again by"}
LOOK_AGAIN = "10 working days after the person wrote back or the case was opened again"


def next_date(case: Case, today) -> dict | None:
    """The nearest date not yet met: {clock, label, on, days}; `days` is below 0 when late. None if all are met."""
    waiting = unmet(case)
    if not waiting:
        return None
    name = min(waiting, key=waiting.get)
    return {
        "clock": name,
        "label": LABELS[name],
        "on": waiting[name],
        "days": clock.days_left(waiting[name], today),
    }


def why_next(case: Case, today) -> str:
    """How the nearest date came about, in words: "3 working days after Thu 2 Apr 2026: skipped Good Friday, ..."."""
    waiting = next_date(case, today)
    return why(case).get(waiting["clock"], "") if waiting else ""


def why(case: Case, *, agreed: DateAgreed | None = None, worked_again_on=None) -> dict[str, str]:
    """Each date of the case and how it came about, in the order of the dates.

    `agreed` says how the agreed date came about, `worked_again_on` from which day the look again is counted.
    """
    words = clock.explain(
        clock.Clock(case.received_on, case.acknowledge_by, case.respond_by, case.backstop_on, case.agreed_on)
    )
    if case.look_again_on:
        words["look_again_on"] = _why_look_again(case.look_again_on, worked_again_on)
    if agreed and agreed.agreed_on == case.agreed_on:
        words["agreed_on"] = agreed_words(agreed)
        if agreed.said_on <= case.backstop_on < agreed.agreed_on:
            words["backstop_on"] += (
                f". A longer time was agreed before they ended: until {clock.in_words(agreed.agreed_on)} "
                "(regulation 14(3))"
            )
    return words


def all_dates(case: Case, today, **how) -> list[dict]:
    """Every date of the case in order: {clock, label, on, why, days, state, late}. `how` is what `why` asks for.

    `days` is None once the date no longer runs; `state` says in words how it stands.
    """
    waiting = unmet(case)
    return [
        {
            "clock": name,
            "label": LABELS[name],
            "on": getattr(case, name),
            "why": words,
            "days": clock.days_left(getattr(case, name), today) if name in waiting else None,
            **_standing(case, name, today, runs=name in waiting),
        }
        for name, words in why(case, **how).items()
    ]


def agreed_words(agreed: DateAgreed) -> str:
    """How a date was agreed, such as "agreed with the person on Mon 2 Mar 2026, by e-mail; Sam Okoro asked them"."""
    asked = f"{agreed.asked_by} asked them"
    why = f" because: {agreed.reason}" if agreed.reason else ""
    return (
        f"agreed with the person on {clock.in_words(agreed.said_on)}, {agreed.get_how_display()}; {asked}{why}. "
        "No days are skipped"
    )


def _why_look_again(look_again_on, since):
    if since is None or clock.add_working_days(since, LOOK_AGAIN_WITHIN) != look_again_on:
        return LOOK_AGAIN
    return f"{clock.explain_working_days(since, LOOK_AGAIN_WITHIN)}. The person wrote back or the case was opened again"


def lateness(days: int) -> str:
    """Days left, in words: 3 -> "3 days left", 0 -> "due today", -2 -> "2 days late"."""
    if days == 0:
        return "due today"
    count = f"{abs(days)} day{'' if abs(days) == 1 else 's'}"
    return f"{count} late" if days < 0 else f"{count} left"


def _standing(case, name, today, *, runs):
    due_on = getattr(case, name)
    days = clock.days_left(due_on, today)
    if runs:
        return {"state": lateness(days).capitalize(), "late": days < 0}
    if name == "look_again_on":
        return {"state": "Looked at again", "late": False}
    met_at = case.acknowledged_at if name == "acknowledge_by" else case.replied_at
    if met_at:
        met_on = timezone.localdate(met_at)
        late = clock.late(due_on, met_on)
        how = f", {lateness(clock.days_left(due_on, met_on))}" if late else ", in time"
        return {"state": f"Done on {clock.in_words(met_on)}{how}", "late": late}
    return {"state": "Closed without one", "late": False}
