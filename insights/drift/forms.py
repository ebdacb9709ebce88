"""What an administrator says of what moved."""

from django import forms


class NoteForm(forms.Form):
    """One sentence for all notices on the page; `up_to` is the newest of them."""

    note = forms.CharField(
        label="What did you find?",
        help_text="For example: a new survey began that week, and more people wrote about parking. "
        "Your name and the time are kept with it.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what you found. The notice stays until somebody does."},
    )
    up_to = forms.IntegerField(widget=forms.HiddenInput(), min_value=1, max_value=2**63 - 1)
