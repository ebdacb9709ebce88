"""Joint cases: the body that leads asks another for its part, and writes the one reply.

Source: regulation 9 of the 2009 complaints regulations: bodies co-operate, one leads, the reply is one. What the
person wrote is shown to the other body only with their agreement.
"""

from datetime import date

from django.utils import timezone

from organisations.models import Organisation
from triage import clock
from triage.actions.changing import changing
from triage.agreement import patient_agrees
from triage.models import Case, JointPart
from triage.moves import NotAllowed

MOST_DAYS = 40  # working days


def ask_part(
    case: Case, *, organisation: Organisation | None = None, outside: str = "", asked: str, days: int,
    share_words: bool = False, words_agreed: str = "", version=None, by,
) -> JointPart:  # fmt: skip
    """Ask another body for its part, due in `days` working days from today.

    `organisation` works here; else `outside` names it, and its dates are kept by hand. With `share_words` they
    read what the person wrote: refused unless `words_agreed` says how and when the person agreed.
    """
    if (organisation is None) == (not outside.strip()):
        raise NotAllowed("Choose an organisation from the list, or write the name of another one. Not both.")
    if not asked.strip():
        raise NotAllowed("Write what you ask of them.")
    if not 1 <= days <= MOST_DAYS:
        raise NotAllowed(f"Give them between 1 and {MOST_DAYS} working days.")
    today = timezone.localdate()
    due_on = clock.add_working_days(today, days)
    name = organisation.name if organisation else outside.strip()
    with changing(
        case, "ask_part", by=by, version=version, public=True, organisation=name, due_on=str(due_on)
    ) as locked:
        if organisation and organisation.pk == locked.organisation_id:
            raise NotAllowed("That is the organisation that leads. Choose another one.")
        if share_words:
            _check_shared(locked, words_agreed)
        return JointPart.objects.create(
            case=locked, organisation=organisation, outside=outside.strip(), asked=asked.strip(), asked_on=today,
            asked_by=by, days=days, due_on=due_on, words_agreed=words_agreed.strip() if share_words else "",
        )  # fmt: skip


def answer_part(part: JointPart, *, text: str, answered_on: date | None = None, by) -> None:
    """Keep the answer: the other body's own, or what a body outside sent us on `answered_on`. Once."""
    if not text.strip():
        raise NotAllowed("Write the answer first. Nothing was kept.")
    today = timezone.localdate()
    answered_on = answered_on or today
    if not part.asked_on <= answered_on <= today:
        raise NotAllowed("The day of the answer must lie between the day you asked and today.")
    with changing(part.case, "answer_part", by=by, part=part.pk, organisation=part.whose):
        fresh = _waiting(part)
        fresh.answer, fresh.answered_on, fresh.answered_by = text.strip(), answered_on, by
        fresh.save()
    part.refresh_from_db()


def withdraw_part(part: JointPart, *, why: str, by) -> None:
    """Their part is not needed any more. They see that, and no longer the words."""
    if not why.strip():
        raise NotAllowed("Say why it is not needed any more.")
    with changing(part.case, "withdraw_part", by=by, note=why.strip(), part=part.pk, organisation=part.whose):
        fresh = _waiting(part)
        fresh.withdrawn_at, fresh.withdrawn_by, fresh.withdrawn_why = timezone.now(), by, why.strip()
        fresh.save()
    part.refresh_from_db()


def _waiting(part):
    fresh = JointPart.objects.select_for_update(of=("self",)).get(pk=part.pk)
    if not fresh.is_waiting:
        raise NotAllowed("This part was answered or taken back already. Nothing was changed.")
    return fresh


def _check_shared(case, words_agreed):
    if not words_agreed.strip():
        raise NotAllowed(
            "They can read the words only if the person agreed. Say how and when they agreed, or do not share the "
            "words. The rule: confidentiality, and regulation 9 of the complaints regulations (2009)."
        )
    if not patient_agrees(case):
        raise NotAllowed(
            "This is about someone else, and the patient's consent is not recorded. Record it first, or do not "
            "share the words. The rule: confidentiality, and regulation 5 of the complaints regulations (2009)."
        )
