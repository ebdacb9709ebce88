"""Asking for the patient's consent, asking again, and keeping what they said. No clock stops for it.

What the feedback says of consent is never touched: how consent stands is worked out from the rows kept here
(`triage.agreement`).
"""

from django.utils import timezone

from triage import consent, moves
from triage.actions.changing import changing
from triage.addressee import check_wish
from triage.agreement import consent_of, speaks_for_another
from triage.models import Case, ConsentRequest, Party
from triage.models.consent import Answer, Ground, Told

NOT_NEEDED = "This person speaks for themselves: no consent is needed."
RECEIVED = "the day we received this"
BY_WISH = {"post": "post", "email": "email", "telephone": "telephone"}  # ConsentRequest.How -> ReplyBy


def ask_consent(case: Case, *, how: str, asked_on=None, version=None, by) -> ConsentRequest:
    """We asked the patient on `asked_on`, today if None. Refused while an earlier question is open, or none is needed.

    Source: regulation 5(2) of the 2009 complaints regulations (a representative acts at the person's request).
    """
    asked_on = asked_on or timezone.localdate()
    with changing(case, "ask_consent", by=by, version=version, how=how, asked_on=str(asked_on)) as locked:
        _check_needed(locked)
        if locked.consent_requests.open().exists():
            raise moves.NotAllowed("The patient was asked already. Ask again instead, or keep their answer.")
        _check_how(locked, how)
        consent.check_day(
            asked_on,
            "The day you asked",
            today=timezone.localdate(),
            earliest=locked.received_on,
            since=RECEIVED,
        )
        return ConsentRequest.objects.create(
            case=locked,
            asked_how=how,
            asked_on=asked_on,
            asked_by=by,
            chase_on=consent.next_chase(asked_on, 0),
        )


def chase_consent(case: Case, *, how: str = "", version=None, by) -> None:
    """We asked again today; `how` as the first time if "". Who and when, the Event keeps: its `consent` is the question.

    The next day to ask, if any, counts from the first time, so that no chase slips.
    """
    with changing(case, "chase_consent", by=by, version=version, **_question(case, how)) as locked:
        asked = locked.consent_requests.open().first()
        if asked is None:
            raise moves.NotAllowed("No question to the patient is open. Ask them first.")
        _check_how(locked, how or asked.asked_how)
        asked.chased += 1
        asked.chase_on = consent.next_chase(asked.asked_on, asked.chased)
        asked.save(update_fields=["chased", "chase_on"])


def record_consent(
    case: Case, *, note: str, answer: str = Answer.GIVEN, told: str = "", ground: str = "", answered_on=None,
    evidence=None, version=None, by,
) -> None:  # fmt: skip
    """What the patient said on `answered_on` (today if None), or a named person's decision to go on without them.

    `told` is how they let us know, needed where they agree; a form is `evidence`, a file of the case. `ground` is
    needed to go on without them. An answer without a question we kept is a question of the same day. A later answer
    stands over an earlier one. Source: regulation 5 of the 2009 complaints regulations.
    """
    answered_on = answered_on or timezone.localdate()
    _check_answer(note, answer, told, ground, evidence)
    with changing(
        case, "record_consent", by=by, version=version, note=note.strip(), answer=answer, told=told, ground=ground,
        answered_on=str(answered_on),
    ) as locked:  # fmt: skip
        _check_needed(locked)
        if evidence and not locked.evidence.stands().filter(pk=evidence.pk).exists():
            raise moves.NotAllowed("That file belongs to another case, or was set aside. Choose another.")
        if answer == Answer.WITHDRAWN and consent_of(locked) != consent.GIVEN:
            raise moves.NotAllowed("They had not agreed before. Choose that the patient does not agree.")
        asked = locked.consent_requests.open().first()
        _check_answered_on(locked, asked, answered_on)
        asked = asked or ConsentRequest(case=locked, asked_on=answered_on, asked_by=by)
        asked.answer, asked.answered_on, asked.answered_by = answer, answered_on, by
        asked.told, asked.ground = told, ground
        asked.note, asked.evidence, asked.chase_on = note.strip(), evidence, None
        asked.save()


def _check_answer(note, answer, told, ground, evidence):
    if not note.strip():
        raise moves.NotAllowed("Say how consent was given, or why the reply may go without it.")
    if answer not in Answer.values:
        raise moves.NotAllowed("Choose what the patient said.")
    if told not in ("", *Told.values) or told == Told.NOTE or (answer == Answer.GIVEN and not told):
        raise moves.NotAllowed("Choose how the patient told us that they agree.")
    if told == Told.FORM and evidence is None:
        raise moves.NotAllowed(
            "Choose the signed form among the files of this case. Add it to the files first."
        )
    if answer == Answer.WITHOUT and (ground not in Ground.values or ground == Ground.NOTE):
        raise moves.NotAllowed(
            "Choose the ground to go on without consent. The rule: regulation 5 of the complaints regulations (2009)."
        )
    if answer != Answer.WITHOUT and ground:
        raise moves.NotAllowed("A ground is only for going on without consent. Leave it out.")


def _check_answered_on(case, asked, day):
    earliest, since = case.received_on, RECEIVED
    if asked:
        earliest, since = asked.asked_on, "the day we asked"
    before = case.consent_requests.answered().last()
    # Else the newest row would not be the newest word of the patient.
    if before and before.answered_on > earliest:
        earliest, since = before.answered_on, "the answer that is kept already"
    consent.check_day(
        day, "The day of the answer", today=timezone.localdate(), earliest=earliest, since=since
    )


def _question(case, how):
    asked = case.consent_requests.open().first()
    return {"consent": asked.pk, "how": how or asked.asked_how} if asked else {}


def _check_how(case, how):
    if how not in ConsentRequest.How.values:
        raise moves.NotAllowed("Choose how you asked.")
    patient = case.parties.filter(part=Party.Part.PATIENT).first()
    if patient and how in BY_WISH:
        check_wish(patient.ruled_out, BY_WISH[how], "The patient")


def _check_needed(case):
    if not speaks_for_another(case):
        raise moves.NotAllowed(NOT_NEEDED)
