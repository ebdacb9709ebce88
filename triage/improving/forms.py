"""Forms about a change: promised from a ward's page, done, or dropped."""

from django import forms
from django.utils import timezone

from organisations.models import Service, User
from organisations.permissions import within
from triage.afterwards.forms import day, line, theme_choices
from triage.queue.reach import colleagues_of


class PromiseForm(forms.Form):
    """A change in two lines for one of the person's own wards."""

    service = forms.ModelChoiceField(
        label="Where?", queryset=Service.objects.none(), empty_label=None,
        error_messages={"required": "Choose where"},
    )  # fmt: skip
    said = line(
        "You said", "Write what people said, in one line",
        help_text="In your own words. The public may read this: nobody must be known by it.",
    )  # fmt: skip
    plan = line("We will", "Write what you will do, in one line")
    owner = forms.ModelChoiceField(
        label="Who does it?", queryset=User.objects.none(), empty_label=None,
        error_messages={"required": "Choose who does it"},
    )  # fmt: skip
    due_on = day("By when?", "Enter the day by which it is done")
    theme = forms.ChoiceField(
        label="Which theme should people name less often?", required=False, choices=theme_choices,
        help_text="Then the ward's page shows whether they do.",
    )  # fmt: skip

    def __init__(self, data=None, *, user: User, initial=None, **kwargs):
        begin = {"owner": user.pk, "due_on": timezone.localdate() + timezone.timedelta(days=30)}
        super().__init__(data, initial=begin | (initial or {}), **kwargs)
        self.fields["service"].queryset = services_of(user)
        self.fields["owner"].queryset = colleagues_of(user)


class FinishForm(forms.Form):
    did = line(
        "We did", "Write what you did, in one line", help_text="The public may read this line."
    )  # fmt: skip


class DropForm(forms.Form):
    why = line("Why will it not be done?", "Say why it will not be done")


def services_of(user: User):
    """Open services in which the person may promise a change."""
    return (
        Service.objects.open_on(timezone.localdate())
        .filter(within(user, "improve", ward="pk"))
        .select_related("organisation")
    )
