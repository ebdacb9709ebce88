"""One small form a thing that is done with an issue. Fields are the keywords of the action."""

from django import forms
from django.utils import timezone

from organisations.models import Service
from sentiment.coding import PROFESSIONS, SUBJECTS
from triage.afterwards.forms import ONE_LINE, ImproveForm
from triage.case.forms import CaseForm, words
from triage.models import Issue
from triage.models.issue import subject_words

LONGEST_SENTENCE = 300  # characters


class IssueForm(CaseForm):
    """What is complained about. `subject` may be proposed; the sentence is always a person's."""

    sentence = words(
        "What is complained about?", "Write what is complained about, in one sentence", rows=2,
        longest=LONGEST_SENTENCE,
        help_text="In one sentence, in your own words. The person reads it in our reply. "
        "For example: “You waited nine hours for a bed.”",
    )  # fmt: skip
    subject = forms.ChoiceField(
        label="Which subject is it?", help_text="The yearly return (KO41a) counts complaints by these.",
        error_messages={"required": "Choose a subject"},
    )  # fmt: skip
    service = forms.ModelChoiceField(
        label="Which ward or clinic is it about?", queryset=Service.objects.none(), required=False,
        empty_label="None, or not known",
    )  # fmt: skip
    profession = forms.ChoiceField(
        label="Whose work is it about?", error_messages={"required": "Choose whose work it is about"}
    )

    def prepare(self):
        self.fields["subject"].choices = [("", "Choose a subject"), *subject_choices()]
        self.fields["profession"].choices = [
            ("", "Choose a profession"), *((one.code, one.name) for one in PROFESSIONS.values()),
        ]  # fmt: skip
        here = {self.case.organisation_id, self.case.feedback.organisation_id}
        services = Service.objects.open_on(timezone.localdate()).filter(organisation__in=here)
        # One that has closed since stays what the issue is about.
        services |= Service.objects.filter(pk=self.initial.get("service"), organisation__in=here)
        self.fields["service"].queryset = services.order_by("name", "id")
        self.fields["service"].label_from_instance = lambda one: one.name

    def begin(self):
        return {"service": self.case.service_id}


class DecideForm(CaseForm):
    finding = forms.ChoiceField(
        label="What did you find?", choices=Issue.Finding.choices, widget=forms.RadioSelect,
        error_messages={"required": "Choose what you found"},
    )  # fmt: skip
    finding.choice_hints = {
        Issue.Finding.UPHELD: "We found good evidence for it",
        Issue.Finding.PARTLY: "We found evidence for a part of it",
        Issue.Finding.NOT: "We found no evidence for it",
    }
    reason = words("Why?", "Say why", rows=4, help_text="The person reads this in our reply.")
    learning = words(
        "What will change because of it?", rows=3,
        help_text="The person reads this in our reply. Leave it empty if nothing will.",
    )  # fmt: skip


class WhyForm(CaseForm):
    """The one box of dropping an issue, or of taking back a finding."""

    why = words("Why?", "Say why", rows=3, help_text="For colleagues. It stays in the history of the case.")


class PromiseForm(ImproveForm):
    """The change that was learned, as a promise: it begins with the words of the issue."""

    @staticmethod
    def begins_with(issue: Issue) -> dict:
        return {"said": issue.sentence[:ONE_LINE], "plan": issue.learning[:ONE_LINE]}


def subject_choices() -> list[tuple[str, str]]:
    """Every subject, each that divides another right after it."""
    of = {code: [one for one in SUBJECTS.values() if one.parent == code] for code in SUBJECTS}
    tops = [one for one in SUBJECTS.values() if not one.parent]
    return [(one.code, subject_words(one.code)) for top in tops for one in (top, *of[top.code])]
