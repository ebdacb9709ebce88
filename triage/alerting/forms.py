"""One turn on the rota, as a form: its fields are the keywords of the action."""

import datetime as dt
import re

from django import forms
from django.utils import timezone

from organisations.models import User
from triage.models import OnCall

TELEPHONE = re.compile(r"\+?[\d ()-]{7,24}")
DAY = {"required": "Enter the day", "invalid": "Enter a real day"}
TIME = {"required": "Enter the time, such as 17:30", "invalid": "Enter a time such as 17:30"}
TIMES = ["%H:%M", "%H.%M", "%H"]


def day(label):
    return forms.DateField(label=label, widget=forms.SelectDateWidget, error_messages=DAY)


def time(label):
    return forms.TimeField(
        label=label, input_formats=TIMES, help_text="For example, 17:30", error_messages=TIME,
        widget=forms.TimeInput(format="%H:%M", attrs={"inputmode": "text"}),
    )  # fmt: skip


class TurnForm(forms.Form):
    user = forms.ModelChoiceField(
        label="Who?", queryset=User.objects.none(), empty_label="Choose a person",
        error_messages={"required": "Choose who is on call", "invalid_choice": "Choose somebody of the list"},
    )  # fmt: skip
    kind = forms.ChoiceField(
        label="What are they?", choices=OnCall.Kind, widget=forms.RadioSelect, initial=OnCall.Kind.ON_CALL,
        error_messages={"required": "Choose what they are"},
    )  # fmt: skip
    from_day = day("The turn begins on")
    from_time = time("At what time does it begin?")
    to_day = day("The turn ends on")
    to_time = time("At what time does it end?")
    telephone = forms.CharField(
        label="Number for text messages (optional)", required=False, max_length=24,
        help_text="Used only for alerts in this turn, and only where text messages are set up.",
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )  # fmt: skip

    def __init__(self, data=None, *, able, **options):
        super().__init__(data, **options)
        self.fields["user"].queryset = able

    def clean_telephone(self):
        number = self.cleaned_data["telephone"].strip()
        if number and not TELEPHONE.fullmatch(number):
            raise forms.ValidationError("Enter a telephone number, such as 01632 960 001, or leave it empty")
        return number

    def clean(self):
        given = super().clean()
        if self.errors:
            return given
        from_at, to_at = (_moment(given[f"{end}_day"], given[f"{end}_time"]) for end in ("from", "to"))
        if to_at <= from_at:
            self.add_error("to_time", "The turn must end after it begins")
        elif to_at <= timezone.now():
            self.add_error("to_day", "Choose a turn that is not over yet")
        self.turn = {
            "user": given["user"], "kind": given["kind"], "from_at": from_at, "to_at": to_at,
            "telephone": given["telephone"],
        }  # fmt: skip
        return given


def _moment(day, at):
    """In England. The hour that the clocks skip in spring is the one after it; the one they repeat in autumn, the first."""
    return dt.datetime.combine(day, at, tzinfo=timezone.get_default_timezone()).astimezone(dt.UTC)
