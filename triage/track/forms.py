"""The return code, and a message back."""

import uuid

from django import forms

from feedback.references import clean_return_code
from feedback.submission import LONGEST_COMMENT

# One message for a slip and for a code nobody has, so that a guess learns nothing.
CHECK_THE_NUMBERS = (
    "Check the numbers. The code has 16 digits, and we gave it to you when you sent your feedback."
)


class CodeForm(forms.Form):
    """The code as people type it: spaces and dashes do no harm."""

    use_required_attribute = False

    code = forms.CharField(
        label="Return code",
        max_length=60,
        help_text="16 digits, such as 4218 0966 3015 7749",
        error_messages={"required": "Enter your return code", "max_length": CHECK_THE_NUMBERS},
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "off", "size": 20, "spellcheck": "false"}
        ),
    )

    def clean_code(self):
        code = clean_return_code(self.cleaned_data["code"])
        if code is None:
            raise forms.ValidationError(CHECK_THE_NUMBERS)
        return code


class WriteBackForm(forms.Form):
    """One message. `form_id` tells a second press of the button from a second message."""

    use_required_attribute = False

    text = forms.CharField(
        label="What do you want to tell us?",
        max_length=LONGEST_COMMENT,
        error_messages={
            "required": "Write your message",
            "max_length": f"Your message must be {LONGEST_COMMENT:,} characters or fewer",
        },
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    code = forms.CharField(widget=forms.HiddenInput)
    form_id = forms.UUIDField(widget=forms.HiddenInput)

    @classmethod
    def empty(cls, code):
        """A fresh form for the holder of `code`."""
        return cls(initial={"code": code, "form_id": uuid.uuid4()})

    def clean_text(self):
        text = self.cleaned_data["text"]
        if not text.strip():
            raise forms.ValidationError("Write your message")
        return text
