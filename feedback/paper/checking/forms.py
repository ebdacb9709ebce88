"""One field to check, as a form of one question. It works without JavaScript; `checking.js` adds the keys."""

import re
from datetime import date

from django import forms
from django.utils import timezone

from feedback.paper.checking import kinds
from feedback.paper.layout import FieldKind
from feedback.submission import LONGEST_COMMENT, tidy

NOTHING = "nothing"  # a radio without a value would count as not answered
NHS_BEGAN = 1948
NO_DATE = "Enter a real date, such as 27 3 2026, or leave it empty"
DATE = re.compile(r"(\d{1,2})\D+(\d{1,2})\D+(\d{4}|\d{2})|(\d{2})(\d{2})(\d{4})")


class ChoiceAnswer(forms.Form):
    """Which box is ticked. The figure before each answer is its key."""

    value = forms.ChoiceField(
        label="What is ticked?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is ticked", "invalid_choice": "Choose one of these"},
    )

    def __init__(self, data=None, *, row, suggested=""):
        super().__init__(data, initial={"value": suggested})
        choices = kinds.choices(row.form.layout, row.name)
        keys = [(value, f"{key}. {words}") for key, (value, words) in enumerate(choices, 1)]
        if row.kind != kinds.PAGE:
            keys += [(NOTHING, "0. Nothing is ticked"), (kinds.CANNOT_TELL, "x. Cannot tell: leave it out")]
        else:
            self.fields["value"].label = "What shall we do?"
        self.fields["value"].choices = keys

    def clean_value(self):
        said = self.cleaned_data["value"]
        return "" if said == NOTHING else said


class TextAnswer(forms.Form):
    """The words as they are written. Empty means that nothing is written there."""

    value = forms.CharField(
        label="What is written?",
        help_text="Write it as the person did, mistakes too. Leave it empty if nothing is written.",
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 6, "spellcheck": "false", "autocomplete": "off"}),
    )

    def __init__(self, data=None, *, row, suggested=""):
        super().__init__(data, initial={"value": suggested})

    def clean_value(self):
        words = tidy(self.cleaned_data["value"])
        if len(words) > LONGEST_COMMENT:
            raise forms.ValidationError(f"This must be {LONGEST_COMMENT:,} characters or fewer")
        return words


class LineAnswer(TextAnswer):
    """Letters or figures written one a cell."""

    value = forms.CharField(
        label="What is written?",
        help_text="Leave it empty if nothing is written.",
        required=False,
        max_length=200,
        widget=forms.TextInput({"size": 20, "spellcheck": "false", "autocomplete": "off"}),
    )


class DateAnswer(forms.Form):
    """A day, typed as people write it: 27 3 2026, 27/03/26 or 27032026."""

    value = forms.CharField(
        label="Which date is written?",
        help_text="For example, 27 3 2026. Leave it empty if no date is written.",
        required=False,
        max_length=20,
        widget=forms.TextInput({"size": 10, "inputmode": "numeric", "autocomplete": "off"}),
    )

    def __init__(self, data=None, *, row, suggested=""):
        super().__init__(data, initial={"value": _as_typed(suggested)})

    def clean_value(self):
        typed = self.cleaned_data["value"].strip()
        if not typed:
            return ""
        found = DATE.fullmatch(typed)
        if not found:
            raise forms.ValidationError(NO_DATE)
        day, month, year = (int(part) for part in found.groups() if part)
        try:
            said = date(year + 2000 if year < 100 else year, month, day)
        except ValueError:
            raise forms.ValidationError(NO_DATE) from None
        if said > timezone.localdate():
            raise forms.ValidationError("The date must be today or in the past")
        if said.year < NHS_BEGAN:
            raise forms.ValidationError(f"Enter the year with 4 figures, from {NHS_BEGAN} on")
        return said.isoformat()


FORMS = {
    FieldKind.CHOICE: ChoiceAnswer,
    kinds.PAGE: ChoiceAnswer,
    FieldKind.TEXT: TextAnswer,
    FieldKind.DATE: DateAnswer,
}


def answer_form(row, data=None) -> forms.Form:
    """The form for a FormField. One to be read afresh is shown without what the machine read."""
    suggested = "" if row.rekey else row.human_value or row.machine_value
    return FORMS.get(row.kind, LineAnswer)(data, row=row, suggested=suggested)


def _as_typed(value):
    """ "2026-03-27" -> "27 3 2026"; anything else as it is."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return value
    return f"{day.day} {day.month} {day.year}"
