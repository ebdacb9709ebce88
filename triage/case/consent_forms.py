"""What is asked of staff when they ask the patient for consent, ask again, or keep what the patient said."""

from django import forms
from django.utils import timezone

from triage.case.forms import CaseForm, words
from triage.models import ConsentRequest, Evidence
from triage.models.consent import Answer, Ground, Told


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def a_past_day(label, **more):
    return forms.DateField(
        label=label, widget=forms.SelectDateWidget, initial=timezone.localdate,
        error_messages={"invalid": "Enter a real date, such as 27 3 2026", "required": "Enter the day"}, **more,
    )  # fmt: skip


def how_field(label):
    return forms.ChoiceField(
        label=label, choices=[(value, capital(name)) for value, name in ConsentRequest.How.choices],
        widget=forms.RadioSelect, error_messages={"required": "Choose how you asked"},
    )  # fmt: skip


class AskConsentForm(CaseForm):
    how = how_field("How did you ask the patient?")
    asked_on = a_past_day(
        "When did you ask?", help_text="Today, or the day you did it. For example, 27 3 2026."
    )


class ChaseConsentForm(CaseForm):
    how = how_field("How did you ask again?")

    def begin(self):
        asked = self.case.consent_requests.open().first()
        return {"how": asked.asked_how} if asked else {}


class RecordConsentForm(CaseForm):
    answer = forms.ChoiceField(
        label="What did the patient say?", choices=Answer.choices, widget=forms.RadioSelect,
        error_messages={"required": "Choose what the patient said"},
    )  # fmt: skip
    answer.choice_hints = {
        Answer.REFUSED: "The reply cannot go to the person who speaks for them",
        Answer.WITHDRAWN: "What has not left yet stays here",
        Answer.WITHOUT: "Choose the ground below, and say who decided and why",
    }
    told = forms.ChoiceField(
        label="How did the patient tell us?", widget=forms.RadioSelect, required=False,
        help_text="Needed if they agree.",
        choices=[(value, capital(name)) for value, name in Told.choices if value != Told.NOTE],
    )  # fmt: skip
    told.choice_hints = {Told.FORM: "Add it to the files of this case first, then choose it below"}
    evidence = forms.ModelChoiceField(
        label="The signed form or letter", queryset=Evidence.objects.none(), required=False,
        empty_label="None",
    )  # fmt: skip
    ground = forms.ChoiceField(
        label="Why may we go on without their consent?", widget=forms.RadioSelect, required=False,
        help_text="Only if we decided to. The rule: regulation 5 of the complaints regulations (2009).",
        choices=[(value, name) for value, name in Ground.choices if value != Ground.NOTE],
    )  # fmt: skip
    ground.choice_hints = {
        Ground.CHILD: "The person must have reasonable grounds to complain for the child, and act in the child's interest",
        Ground.CAPACITY: "Say who assessed it and when (Mental Capacity Act 2005)",
        Ground.AUTHORITY: "Keep a copy with the files of this case, and choose it above",
    }
    answered_on = a_past_day("When did they tell us, or when did we decide?")
    note = words(
        "How do we know?", "Say how consent was given, or why the reply may go without it", rows=4,
        help_text="Who spoke to whom, and what was said. If you decide to go on without consent, say who decided and why.",
    )  # fmt: skip

    def prepare(self):
        self.fields["evidence"].queryset = self.case.evidence.stands()
        self.fields["evidence"].label_from_instance = lambda one: one.title
