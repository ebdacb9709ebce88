from django import forms

from organisations.models import User


class AwayForm(forms.Form):
    """From when to when, and who stands in. Its fields are the keywords of the action."""

    from_on = forms.DateField(
        label="What is the first day away?", widget=forms.SelectDateWidget,
        error_messages={"required": "Enter the first day away", "invalid": "Enter a real day"},
    )  # fmt: skip
    to_on = forms.DateField(
        label="What is the last day away?", widget=forms.SelectDateWidget,
        error_messages={"required": "Enter the last day away", "invalid": "Enter a real day"},
    )  # fmt: skip
    cover = forms.ModelChoiceField(
        label="Who covers?", queryset=User.objects.none(), empty_label="Choose a colleague",
        help_text="A colleague with the same role in the same organisation.",
        error_messages={"required": "Choose who covers", "invalid_choice": "Choose a colleague of the list"},
    )  # fmt: skip

    def __init__(self, data=None, *, able, **options):
        super().__init__(data, **options)
        self.fields["cover"].queryset = able
