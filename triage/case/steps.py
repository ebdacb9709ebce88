"""What an officer can do on a case: for each, its move, its form, its action and its words.

`triage.moves` says which are open in each status; this only says how they are offered.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.utils import timezone

from triage import actions, moves
from triage.case import forms as case_forms
from triage.models import Case


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


def _waits_for_consent(case):
    return case.feedback.about == "someone_else" and case.feedback.consent != "given"


def _answered_in_short(case):
    return not actions.owes_signed_reply(case)


def _waits_for_a_reason(case):
    return bool(actions.unexplained(case, timezone.localdate()))


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
             case_forms.ReopenForm, actions.reopen),
        Step("note", "note", "Add a note", "Keep this note", "Your note is kept.",
             case_forms.NoteForm, actions.note),
        Step("assign", "assign", "Give to a colleague", "Give the case", "The case has a new handler.",
             case_forms.AssignForm, actions.assign),
        Step("agree-date", "agree_date", "Agree a date with the person", "Keep this date",
             "The agreed date is kept.", case_forms.AgreeDateForm, actions.agree_date),
        Step("explain", "explain", "Say why a date was missed", "Tell the person", "The person can read the reason.",
             case_forms.ExplainForm, actions.explain, _waits_for_a_reason),
        Step("record-consent", "record_consent", "Record the patient's consent", "Record this",
             "Consent is recorded.", case_forms.RecordConsentForm, actions.record_consent, _waits_for_consent),
        Step("refer", "refer", "Pass on to another team", "Pass it on", "The case was passed on.",
             case_forms.ReferForm, actions.refer),
        Step("tell", "tell", "Tell another body", "Tell them", "They will be told.",
             case_forms.TellForm, actions.tell),
        Step("correct-priority", "correct", "Change the priority", "Change it", "The priority was changed.",
             case_forms.CorrectPriorityForm, actions.correct_decision),
    )
}  # fmt: skip


def offered(case: Case) -> list[Step]:
    """The steps open to this case now, the usual next ones first."""
    possible = moves.possible(case.status)
    return [step for step in STEPS.values() if step.move in possible and step.offered(case)]
