"""What staff choose before they print."""

from django import forms

from feedback.paper import layout as layouts
from feedback.paper.form.printing import MOST

FORMS = {"card": "The card (short: how was it?)", "complaint": "The complaint form (two pages)"}
VARIANTS = {
    "standard": "Standard",
    "large-print": "Large print (18 point)",
    "easy-read": "Easy read (short words and pictures)",
}
LANGUAGES = {"en": "English", "cy": "Welsh (Cymraeg)"}


class PrintForm(forms.Form):
    """Which form, and how many. Only what there is a layout for can be chosen."""

    form = forms.ChoiceField(label="Form", widget=forms.RadioSelect, initial="card")
    variant = forms.ChoiceField(label="Print", widget=forms.RadioSelect, initial="standard")
    language = forms.ChoiceField(label="Language", widget=forms.RadioSelect, initial="en")
    count = forms.IntegerField(
        label="How many",
        help_text=f"At most {MOST:,} at a time. Each has a number of its own.",
        min_value=1,
        max_value=MOST,
        initial=20,
        error_messages={
            "required": "Enter how many forms to print.",
            "invalid": "Enter how many forms to print, in figures.",
            "min_value": "Print at least one form.",
            "max_value": f"Print {MOST:,} forms or fewer at a time. For more, print again.",
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        found = [match for name in layouts.names() if (match := layouts.NAME.fullmatch(name))]
        for name, words in (("form", FORMS), ("variant", VARIANTS), ("language", LANGUAGES)):
            there = {match[name] for match in found}
            ordered = [*(key for key in words if key in there), *sorted(there - words.keys())]
            self.fields[name].choices = [(key, words.get(key, key)) for key in ordered]
            self.fields[name].error_messages["required"] = f"Choose the {self.fields[name].label.lower()}."
        if len(self.fields["language"].choices) == 1:  # nothing to choose
            self.fields["language"].widget = forms.HiddenInput()

    def clean(self):
        """The layout of what was chosen, under "layout"."""
        chosen = super().clean()
        if not self.errors:
            try:
                chosen["layout"] = layouts.newest(chosen["form"], chosen["variant"], chosen["language"])
            except layouts.NoSuchLayout:
                raise forms.ValidationError(
                    "There is no form like that in this language yet. Choose another."
                ) from None
        return chosen
