"""What is asked of a person who adds a file, or sets one aside."""

from django import forms
from django.conf import settings
from django.utils import timezone

from feedback.paper.batches.forms import FileInput, Files
from triage.case.forms import words
from triage.models import Evidence

ACCEPT = ".pdf,.jpg,.jpeg,.png,.heic,.heif,.tif,.tiff,.eml,.txt,.docx,.odt"
MOST_AT_ONCE = 20


class AddForm(forms.Form):
    """Several files at once share a kind and a day. What is in each is looked at when it is kept."""

    use_required_attribute = False

    files = Files(
        label="Files", widget=FileInput({"accept": ACCEPT}), error_messages={"required": "Choose one file or more"},
    )  # fmt: skip
    kind = forms.ChoiceField(
        label="What is it?", choices=[(value, name[:1].upper() + name[1:]) for value, name in Evidence.Kind.choices],
        widget=forms.RadioSelect, error_messages={"required": "Choose what it is"},
    )  # fmt: skip
    title = forms.CharField(
        label="Name for colleagues (optional)", max_length=120, required=False,
        help_text="For one file, such as Letter of Mrs Field's daughter. Without it the file's own name stands.",
    )  # fmt: skip
    received_on = forms.DateField(
        label="When did it reach us?", widget=forms.SelectDateWidget, initial=timezone.localdate,
        help_text="The date stamp of a letter, for example 27 3 2026.",
        error_messages={"invalid": "Enter a real date, such as 27 3 2026", "required": "Enter the day it reached us"},
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["files"].help_text = (
            f"PDF, JPEG, PNG, HEIC, TIFF, .eml, plain text, Word (docx) or odt. Up to "
            f"{settings.EVIDENCE_MOST_BYTES // 1024 // 1024} MB each, {MOST_AT_ONCE} at a time."
        )

    def clean_files(self):
        files = self.cleaned_data["files"]
        if len(files) > MOST_AT_ONCE:
            raise forms.ValidationError(f"Choose {MOST_AT_ONCE} files or fewer at a time")
        return files

    def clean_received_on(self):
        day = self.cleaned_data["received_on"]
        if day > timezone.localdate():
            raise forms.ValidationError("The date must be today or in the past")
        return day


class AsideForm(forms.Form):
    why = words(
        "Why does it not belong here?", "Say why the file is set aside", rows=3,
        help_text="It stays in the list, struck through, with your reason. Nobody can delete a file.",
    )  # fmt: skip
