"""Asking for the patient's consent, asking again, and keeping what they said. No clock stops for it."""

from django.utils import timezone

from feedback.models import About, Consent, Feedback
from triage import consent, moves
from triage.actions.changing import changing
from triage.models import Case, ConsentRequest
from triage.models.consent import Answer

NOT_NEEDED = "This person speaks for themselves: no consent is needed."


def ask_consent(case: Case, *, how: str, version=None, by) -> ConsentRequest:
    """We asked the patient today. Refused while an earlier question is open, or when no consent is needed.

    Source: regulation 5(2) of the 2009 complaints regulations (a representative acts at the person's request).
    """
    if how not in ConsentRequest.How.values:
        raise moves.NotAllowed("Choose how you asked.")
    with changing(case, "ask_consent", by=by, version=version, how=how) as locked:
        _check_needed(locked)
        if locked.consent_requests.open().exists():
            raise moves.NotAllowed("The patient was asked already. Ask again instead, or keep their answer.")
        today = timezone.localdate()
        return ConsentRequest.objects.create(
            case=locked, asked_how=how, asked_on=today, asked_by=by, chase_on=consent.next_chase(today, 0)
        )


def chase_consent(case: Case, *, version=None, by) -> None:
    """We asked again today. The next day to ask, if any, counts from the first time, so that no chase slips."""
    with changing(case, "chase_consent", by=by, version=version) as locked:
        asked = locked.consent_requests.open().first()
        if asked is None:
            raise moves.NotAllowed("No question to the patient is open. Ask them first.")
        asked.chased += 1
        asked.chase_on = consent.next_chase(asked.asked_on, asked.chased)
        asked.save(update_fields=["chased", "chase_on"])


def record_consent(
    case: Case, *, note: str, answer: str = Answer.GIVEN, evidence=None, version=None, by
) -> None:
    """What the patient said, or a named person's decision to go on without them. A refusal keeps the reply back.

    An answer that comes without a question we kept is a question of the same day. A later answer stands over
    an earlier one: consent may be withdrawn as long as nothing was sent.
    """
    if not note.strip():
        raise moves.NotAllowed("Say how consent was given, or why the reply may go without it.")
    if answer not in Answer.values:
        raise moves.NotAllowed("Choose what the patient said.")
    with changing(case, "record_consent", by=by, version=version, note=note.strip(), answer=answer) as locked:
        _check_needed(locked)
        if evidence and evidence.case_id != locked.pk:
            raise moves.NotAllowed("That file belongs to another case.")
        today = timezone.localdate()
        asked = locked.consent_requests.open().first() or ConsentRequest(
            case=locked, asked_on=today, asked_by=by
        )
        asked.answer, asked.answered_on, asked.answered_by = answer, today, by
        asked.note, asked.evidence, asked.chase_on = note.strip(), evidence, None
        asked.save()
        given = Consent.NOT_YET if answer == Answer.REFUSED else Consent.GIVEN
        Feedback.objects.filter(pk=locked.feedback_id).update(consent=given)


def _check_needed(case):
    if case.feedback.about != About.SOMEONE_ELSE:
        raise moves.NotAllowed(NOT_NEEDED)
