"""What a body asks for: one organisation, one period."""

import datetime as dt

from django import forms
from django.utils import timezone

from organisations.models import Kind, Organisation


def last_whole_month():
    last = timezone.localdate().replace(day=1) - dt.timedelta(days=1)
    return last.replace(day=1), last


class ExportForm(forms.Form):
    """Any provider or ICB: an export holds no one's words, and each one made is recorded.

    A code and not a list: a directory has tens of thousands of practices.
    """

    organisation = forms.CharField(
        label="ODS code of the provider or ICB",
        help_text="For example, RQ3. The export covers it and all below it.",
        max_length=12,
        error_messages={"required": "Enter an ODS code."},
    )
    from_on = forms.DateField(
        label="Received from",
        help_text="For example, 1 4 2026",
        widget=forms.SelectDateWidget(),
        error_messages={
            "required": "Enter the first day.",
            "invalid": "Enter a real date for the first day.",
        },
    )
    to_on = forms.DateField(
        label="Received to",
        help_text="For example, 30 4 2026. This day is included.",
        widget=forms.SelectDateWidget(),
        error_messages={"required": "Enter the last day.", "invalid": "Enter a real date for the last day."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        first, last = last_whole_month()
        self.initial = {"from_on": first, "to_on": last} | self.initial

    def clean_organisation(self):
        code = self.cleaned_data["organisation"].strip().upper()
        found = Organisation.objects.filter(ods_code=code).exclude(kind=Kind.NATIONAL).first()
        if found is None:
            raise forms.ValidationError("No provider has that ODS code. Check it and try again.")
        return found

    def clean(self):
        values = super().clean()
        first, last = values.get("from_on"), values.get("to_on")
        if first and last and last < first:
            self.add_error("to_on", "The last day comes before the first. Swap them.")
        return values
