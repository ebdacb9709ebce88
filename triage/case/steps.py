"""What an officer can do on a case: for each, its move, its form, its action and its words.

`triage.moves` says which are open in each status; this only says how they are offered.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.utils import timezone

from triage import actions, moves
from triage.afterwards import forms as afterwards_forms
from triage.agreement import speaks_for_another, waits_for_consent
from triage.case import consent_forms
from triage.case import forms as case_forms
from triage.models import Case, Referred


@dataclass(frozen=True)
class Step:
    """One thing to do. `act(case, **cleaned_data, by=user)`; `done` is said after it; `offered` hides it when idle."""

    slug: str
    move: str
    title: str
    button: str
    done: str
    form: type[forms.Form]
    act: Callable
    offered: Callable[[Case], bool] = lambda case: True


def _answered_in_short(case):
    return not actions.owes_signed_reply(case)


def _consent_open(case):
    return any(not one.answer for one in case.consent_requests.all())


def _may_ask_consent(case):
    """Also where the one who speaks for the patient says that they agree: nobody has asked the patient."""
    if not speaks_for_another(case) or _consent_open(case):
        return False
    return waits_for_consent(case) or not case.consent_requests.all()


def _waits_for_a_reason(case):
    return bool(actions.unexplained(case, timezone.localdate()))


def _reopened(case):
    return case.events.filter(kind="reopen").exists()


def _may_go_to_ombudsman(case):
    opened = Referred.objects.filter(case=case).exists()
    return not opened and not actions.ombudsman_locked(case, timezone.localdate())


def _ombudsman_decides(case):
    return Referred.objects.filter(case=case, decision="").exists()


def _improve(case, *, version=None, by, **given):
    """A change because of this case, in the place the case is about. It adds: no version can be stale."""
    return actions.improve(organisation=case.organisation, service=case.service, case=case, by=by, **given)


STEPS = {
    step.slug: step
    for step in (
        Step("take", "take", "Take this case", "Take this case", "You have this case now.",
             case_forms.TakeForm, actions.take),
        Step("acknowledge", "acknowledge", "Say that it arrived", "Send this",
             "The acknowledgement is on its way.", case_forms.AcknowledgeForm, actions.acknowledge,
             lambda case: case.acknowledged_at is None),
        Step("reply", "reply", "Reply to the person", "Send this reply", "Your reply is on its way.",
             case_forms.ReplyForm, actions.reply, _answered_in_short),
        Step("close", "close", "Close this case", "Close this case", "The case is closed.",
             case_forms.CloseForm, actions.close),
        Step("reopen", "reopen", "Open this case again", "Open it again", "The case is open again.",
             case_forms.ReopenForm, actions.reopen, lambda case: not _reopened(case)),
        Step("note", "note", "Add a note", "Keep this note", "Your note is kept.",
             case_forms.NoteForm, actions.note),
        Step("assign", "assign", "Give to a colleague", "Give the case", "The case has a new handler.",
             case_forms.AssignForm, actions.assign),
        Step("agree-date", "agree_date", "Agree a date with the person", "Keep this date",
             "The agreed date is kept.", case_forms.AgreeDateForm, actions.agree_date),
        Step("explain", "explain", "Say why a date was missed", "Tell the person", "The person can read the reason. Until we reply, a letter that says so waits under Letters.",
             case_forms.ExplainForm, actions.explain, _waits_for_a_reason),
        Step("ask-consent", "ask_consent", "Ask the patient for consent", "I have asked them",
             "It is kept that you asked.", consent_forms.AskConsentForm, actions.ask_consent, _may_ask_consent),
        Step("chase-consent", "chase_consent", "Ask the patient again", "I have asked again",
             "It is kept that you asked again.", consent_forms.ChaseConsentForm, actions.chase_consent, _consent_open),
        Step("record-consent", "record_consent", "Record what the patient said", "Record this",
             "It is recorded.", consent_forms.RecordConsentForm, actions.record_consent, speaks_for_another),
        Step("refer", "refer", "Pass on to another team", "Pass it on", "The case was passed on.",
             case_forms.ReferForm, actions.refer),
        Step("tell", "tell", "Tell another body", "Tell them", "They will be told.",
             case_forms.TellForm, actions.tell),
        Step("correct-priority", "correct", "Change the priority", "Change it", "The priority was changed.",
             case_forms.CorrectPriorityForm, actions.correct_decision),
        Step("improve", "improve", "Promise a change", "Keep this promise", "The promise is kept.",
             afterwards_forms.ImproveForm, _improve),
        Step("go-to-ombudsman", "go_to_ombudsman", "Open the Ombudsman's stage", "Open it",
             "The Ombudsman's stage is open.", afterwards_forms.GoToOmbudsmanForm, actions.go_to_ombudsman,
             _may_go_to_ombudsman),
        Step("hear-ombudsman", "hear_ombudsman", "Keep the Ombudsman's decision", "Keep it",
             "Their decision is kept.", afterwards_forms.HearOmbudsmanForm, actions.hear_ombudsman,
             _ombudsman_decides),
    )
}  # fmt: skip


def offered(case: Case) -> list[Step]:
    """The steps open to this case now, the usual next ones first."""
    possible = moves.possible(case.status)
    if case.is_merged:
        possible = [move for move in possible if move in moves.WHILE_MERGED]
    return [step for step in STEPS.values() if step.move in possible and step.offered(case)]
