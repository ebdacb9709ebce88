"""One small form a thing that joins or parts cases. Fields are the keywords of the action."""

from django import forms
from django.utils import timezone

from organisations.models import Membership, Organisation
from organisations.permissions import MAY
from triage.actions.joining import MOST_DAYS
from triage.case.forms import CaseForm, words
from triage.inquiry.forms import OwnForm, a_day
from triage.models import Case
from triage.queue.searching import REFERENCE

USUAL_DAYS = 10  # working days for a part
YES, NO = "yes", "no"


class OtherCaseForm(CaseForm):
    """A form on one case that names another one, which the person may see."""

    other = forms.CharField(
        label="Reference of the other case", max_length=20, help_text="Such as PV-7KD4-QM3X.",
        error_messages={"required": "Enter the reference of the other case"},
    )  # fmt: skip

    def clean_other(self):
        """The other Case. One that this person may not see is not there at all."""
        spoken = REFERENCE.match(self.cleaned_data["other"].strip().upper())
        reference = "PV-{}-{}".format(*spoken.groups()) if spoken else ""
        found = Case.objects.visible_to(self.user).filter(feedback__reference=reference)
        other = found.select_related("feedback", "organisation").first()
        if other is None:
            raise forms.ValidationError("There is no case of that reference. Check the letters and numbers.")
        return other


class MergeForm(OtherCaseForm):
    stays = forms.ChoiceField(
        label="Which case stays?", widget=forms.RadioSelect,
        choices=[("this", "This case"), ("other", "The other case")],
        error_messages={"required": "Choose the case that stays"},
    )  # fmt: skip
    stays.choice_hints = {
        "this": "The other one ends here, and is answered under this one",
        "other": "This one ends here, and is answered under the other one",
    }
    same_person = forms.ChoiceField(
        label="Did the same person make both?", widget=forms.RadioSelect,
        choices=[(YES, "Yes"), (NO, "No, or we are not sure")],
        error_messages={"required": "Choose whether the same person made both"},
    )  # fmt: skip
    same_person.choice_hints = {NO: "Each person has a reply of their own: link the cases instead"}
    why = words("Why are these the same complaint?", "Say why these are the same complaint", rows=3)

    def clean_same_person(self):
        return self.cleaned_data["same_person"] == YES


class LinkForm(OtherCaseForm):
    why = words(
        "Why do they belong together?", "Say why they belong together", rows=3,
        help_text="Such as: both about the same night on the ward. Both pages show it.",
    )  # fmt: skip


class WhyForm(OwnForm):
    """A reason, for a step back."""

    why = words("Why?", "Say why", rows=3)


class AskPartForm(CaseForm):
    organisation = forms.ModelChoiceField(
        label="Which organisation do you ask?", queryset=Organisation.objects.none(), required=False,
        empty_label="One that is not in this list",
    )  # fmt: skip
    outside = forms.CharField(
        label="Or the name of one that is not in the list", max_length=120, required=False,
        help_text="You write to them yourself, and keep their answer here.",
    )  # fmt: skip
    asked = words(
        "What do you ask of them?", "Write what you ask of them", rows=6,
        help_text="They read this. Name nobody here unless the person agreed.",
    )  # fmt: skip
    days = forms.IntegerField(
        label="In how many working days do you need it?", min_value=1, max_value=MOST_DAYS, initial=USUAL_DAYS,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": "Enter the number of working days",
            "invalid": "Enter a number of working days, such as 10",
            "min_value": "Give them one working day or more",
            "max_value": f"Give them {MOST_DAYS} working days or fewer",
        },
    )  # fmt: skip
    share_words = forms.BooleanField(label="They may read what the person wrote", required=False)
    words_agreed = words(
        "How and when did the person agree to that?",
        rows=2,
        help_text="Only needed if they may read the words.",
    )

    def prepare(self):
        self.fields["organisation"].queryset = bodies_here(self.case)
        self.fields["organisation"].label_from_instance = lambda one: one.name

    def clean(self):
        given = super().clean()
        if "outside" in given and bool(given.get("organisation")) == bool(given["outside"].strip()):
            self.add_error("outside", "Choose an organisation from the list or write one name, not both")
        return given


class AnswerForm(OwnForm):
    """The other body's own answer."""

    text = words(
        "Your answer", "Write your answer first", rows=12, longest=20_000,
        help_text="The organisation that leads reads this, and writes the one reply to the person.",
    )  # fmt: skip


class KeepAnswerForm(OwnForm):
    """What a body outside sent us."""

    answered_on = a_day("When did their answer come?")
    text = words("What they said", "Write what they said", rows=10, longest=20_000)


def bodies_here(case: Case):
    """Organisations where somebody works cases today, but for the one that leads."""
    working = Membership.objects.current(timezone.localdate()).filter(
        role__in=MAY["work_cases"], service=None
    )
    here = Organisation.objects.filter(pk__in=working.values("organisation"))
    return here.exclude(pk=case.organisation_id).order_by("name", "id")
