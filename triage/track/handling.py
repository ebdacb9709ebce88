"""Was it handled well? Five sentences, asked once, when we have replied.

Source: "My expectations for raising concerns and complaints" (Parliamentary and Health Service Ombudsman,
Local Government Ombudsman, Healthwatch England, 2014).
"""

from django import forms

from feedback.models import Feedback
from triage import actions
from triage.models import Agreed, Case, Handling
from triage.moves import NotAllowed
from triage.track.timeline import answering, thread

QUESTIONS = {
    "confident": "I felt confident to speak up.",
    "simple": "I felt that making my complaint was simple.",
    "listened": "I felt listened to and understood.",
    "difference": "I felt that my complaint made a difference.",
    "again": "I would feel confident making a complaint in the future.",
}


class HandlingForm(forms.Form):
    """The five sentences and a box. Every one may be left out; `code` opens the case again for the answer."""

    code = forms.CharField(widget=forms.HiddenInput)
    handling = forms.CharField(widget=forms.HiddenInput, initial="1", required=False)
    words = forms.CharField(
        label="Is there anything else about how we handled this?", required=False, max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 4}), help_text="You do not have to answer. We do not publish your words.",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        asked = {
            name: forms.TypedChoiceField(
                label=said, choices=Agreed.choices, coerce=int, empty_value=None, required=False,
                widget=forms.RadioSelect, error_messages={"invalid_choice": "Choose one of the answers"},
            )
            for name, said in QUESTIONS.items()
        }  # fmt: skip
        self.fields = {**asked, **self.fields}


def to_be_asked(feedback: Feedback) -> Case | None:
    """The case whose handling the person may judge now: replied to, and not judged yet."""
    case = answering(thread(feedback))
    if case is None or case.replied_at is None or Handling.objects.filter(case=case).exists():
        return None
    return case


def take(feedback: Feedback, form: HandlingForm) -> str:
    """Store a valid form. Returns the sentence to say, whether it was stored or kindly refused."""
    case = answering(thread(feedback))
    if case is None:
        return "You can answer these questions when we have replied to you."
    answers = {name: form.cleaned_data[name] for name in QUESTIONS}
    try:
        actions.tell_how_handled(case, answers=answers, words=form.cleaned_data["words"])
    except NotAllowed as refusal:
        return str(refusal)
    return "Thank you. Your answers help us to handle complaints better."
