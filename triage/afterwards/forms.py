"""The steps that follow a reply. The fields are the keywords of the actions in `triage.actions.afterwards`."""

from django import forms
from django.utils import timezone

from organisations.models import User
from sentiment.themes import THEMES
from triage.case.forms import CaseForm, words, workers_of
from triage.models import Referred

ONE_LINE = 200  # characters


def day(label, if_empty, **more):
    """Three boxes for a day."""
    return forms.DateField(
        label=label, widget=forms.SelectDateWidget,
        error_messages={"required": if_empty, "invalid": "Enter a real date, like 27 3 2026"}, **more,
    )  # fmt: skip


def line(label, if_empty="", **more):
    """One line of words; `if_empty` is the sentence shown when it is, and without one it may be."""
    return forms.CharField(
        label=label, max_length=ONE_LINE, required=bool(if_empty),
        error_messages={"required": if_empty, "max_length": f"Use {ONE_LINE} characters or fewer"}, **more,
    )  # fmt: skip


class GoToOmbudsmanForm(CaseForm):
    told_us_on = day("When did the Ombudsman tell us?", "Enter the day they told us")
    their_reference = line("Their reference, if you have it")
    asked_of_us = words(
        "What do they ask us for?", rows=3, help_text="For example, our file by the end of March."
    )


class HearOmbudsmanForm(CaseForm):
    decision = forms.ChoiceField(
        label="What did the Ombudsman decide?", choices=Referred.Decision.choices, widget=forms.RadioSelect,
        error_messages={"required": "Choose what they decided"},
    )  # fmt: skip
    decided_on = day("When did they decide?", "Enter the day of their decision")
    note = words("What do they ask us to do?", rows=3)


def theme_choices():
    """The themes by which a change can be measured, in the public's words."""
    return [("", "None of these"), *((theme.name, theme.in_words) for theme in THEMES)]


class ImproveForm(CaseForm):
    """A change in two lines, because of this case."""

    said = line(
        "What did people say?", "Write what people said, in one line",
        help_text="In your own words. The public may read this: nobody must be known by it.",
    )  # fmt: skip
    plan = line("What will you do?", "Write what you will do, in one line")
    owner = forms.ModelChoiceField(
        label="Who does it?", queryset=User.objects.none(), empty_label=None,
        error_messages={"required": "Choose who does it"},
    )  # fmt: skip
    due_on = day("By when?", "Enter the day by which it is done")
    theme = forms.ChoiceField(
        label="Which theme should people name less often?", required=False, choices=theme_choices,
        help_text="Then the ward's page shows whether they do.",
    )  # fmt: skip

    def prepare(self):
        self.fields["owner"].queryset = workers_of(self.case)

    def begin(self):
        return {"owner": self.user.pk, "due_on": timezone.localdate() + timezone.timedelta(days=30)}
