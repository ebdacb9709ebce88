"""A letter that came among the forms, typed by a person."""

from django import forms
from django.core.exceptions import ValidationError

from feedback.models import Intent
from feedback.submission import LONGEST_COMMENT, tidy
from organisations.models import Service

INTENTS = [
    (Intent.COMPLIMENT, "Say thank you"),
    (Intent.COMMENT, "Share a comment"),
    (Intent.CONCERN, "Raise a concern"),
    (Intent.COMPLAINT, "Make a complaint"),
]


class LetterForm(forms.Form):
    """`batch` says whose services it may be about, and on which day it came."""

    words = forms.CharField(
        label="What does it say?",
        help_text="Write it as the person did.",
        strip=False,
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea({"rows": 12}),
        error_messages={"required": "Write what the letter says"},
    )
    intent = forms.ChoiceField(
        label="What does the person want to do?",
        choices=INTENTS,
        initial=Intent.COMPLAINT,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what the person wants to do"},
    )
    service = forms.ModelChoiceField(
        label="Which ward or clinic is it about?",
        queryset=Service.objects.none(),
        required=False,
        empty_label="Not known, or all of the organisation",
    )
    received_on = forms.DateField(
        label="When was it received?",
        widget=forms.SelectDateWidget,
        error_messages={"required": "Enter the date it was received", "invalid": "Enter a real date"},
    )
    name = forms.CharField(label="Name of the person, if they gave it", max_length=120, required=False)
    address = forms.CharField(
        label="Address, if they gave it",
        help_text="With an address the reply goes by letter.",
        max_length=399,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )

    def __init__(self, data=None, *, batch):
        super().__init__(data, initial={"received_on": batch.received_on, "service": batch.service_id})
        self.fields["service"].queryset = Service.objects.filter(organisation=batch.organisation_id).open_on(
            batch.received_on
        )
        self.fields["service"].label_from_instance = lambda service: service.name

    def clean_words(self):
        words = tidy(self.cleaned_data["words"])
        if not words:
            raise ValidationError(self.fields["words"].error_messages["required"])
        return words

    def add_problem(self, problem: ValidationError):
        """What intake says of it, at the field concerned."""
        for name, reasons in problem.message_dict.items():
            self.add_error(name if name in self.fields else "words", reasons)
