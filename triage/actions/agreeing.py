"""A date for the reply that the person agreed to. The four weeks and the six months stay as they are."""

from datetime import date

from django.utils import timezone

from triage import clock, extending
from triage.actions.breaches import unexplained
from triage.actions.changing import changing
from triage.models import Case, DateAgreed, Evidence
from triage.moves import NotAllowed

IN_WRITING = (DateAgreed.How.LETTER, DateAgreed.How.EMAIL, DateAgreed.How.RECORDED)


def agree_date(
    case: Case, *, agreed_on: date, note: str, how: str, said_on: date | None = None, asked_by=None,
    reason: str = "", evidence: Evidence | None = None, version=None, by,
) -> None:  # fmt: skip
    """Record the date the person agreed to: how and when (`said_on`, today unless said) they did, and who asked.

    Refused once the date in force has passed, and beyond the six months without writing and a `reason`.
    Source: regulations 13(7) and 14(3)-(4) of the 2009 complaints regulations: see `triage.extending`.
    """
    if not note.strip():
        raise NotAllowed("Say how and when the person agreed.")
    if how not in DateAgreed.How.values:
        raise NotAllowed("Choose how the person agreed.")
    today = timezone.localdate()
    said_on = said_on or today
    if not case.received_on <= said_on <= today:
        raise NotAllowed("The day they agreed must lie between the day of receipt and today.")
    with changing(
        case, "agree_date", by=by, version=version, public=True, note=note.strip(), agreed_on=str(agreed_on), how=how
    ) as locked:  # fmt: skip
        if evidence and evidence.case_id != locked.pk:
            raise NotAllowed("That file belongs to another case.")
        why = extending.refused(
            dates=clock.Clock(
                locked.received_on, locked.acknowledge_by, locked.respond_by, locked.backstop_on, locked.agreed_on
            ),
            agreed_on=agreed_on, explained="respond_by" not in unexplained(locked, today),
            in_writing=how in IN_WRITING, reason=reason, today=today,
        )  # fmt: skip
        if why:
            raise NotAllowed(why)
        DateAgreed.objects.create(
            case=locked, agreed_on=agreed_on, how=how, said_on=said_on, asked_by=asked_by or by,
            reason=reason.strip(), evidence=evidence, kept_by=by,
        )  # fmt: skip
        locked.agreed_on = agreed_on
