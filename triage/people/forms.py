"""What staff fill in about a person of a case. Fields are the keywords of the actions."""

from django import forms

from feedback.models import ReplyBy
from triage.actions.people import FIELDS
from triage.case.consent_forms import capital
from triage.case.forms import CaseForm, words
from triage.models import Party

WAYS = [
    (ReplyBy.CODE, "Online, with their return code"),
    (ReplyBy.EMAIL, "By e-mail"),
    (ReplyBy.POST, "By letter"),
    (ReplyBy.TELEPHONE, "By telephone"),
]
LONGEST_ADDRESS = 400


def one_line(label, longest, **more):
    return forms.CharField(label=label, max_length=longest, required=False, **more)


class ChangeForm(CaseForm):
    """Everything about one person. What we know of them is encrypted, and no event ever says it again."""

    name = one_line("Name", 120)
    office = one_line("Office", 120, help_text="For an MP or an advocacy service.")
    relationship = one_line("Who are they to the patient?", 60, help_text="Such as daughter or carer.")
    email = forms.EmailField(
        label="E-mail", max_length=254, required=False,
        error_messages={"invalid": "Enter an e-mail address in the right form, such as name@example.com"},
    )  # fmt: skip
    email_agreed_on = forms.DateField(
        label="When did they agree to e-mail, in writing?", widget=forms.SelectDateWidget, required=False,
        help_text="Leave it empty if they did not (regulation 15 of the complaints regulations, 2009).",
        error_messages={"invalid": "Enter a real date, such as 27 3 2026, or leave it empty"},
    )  # fmt: skip
    telephone = one_line("Telephone", 40)
    address = words("Address and postcode", rows=4, longest=LONGEST_ADDRESS)
    shape = forms.ChoiceField(
        label="How should we write to them?", choices=[(value, capital(name)) for value, name in Party.Shape.choices],
        help_text="Every letter to them carries it.",
    )  # fmt: skip
    needs = words("What else do they need from us?", rows=2, longest=400)
    language = one_line("Their language, if it is not English", 40)
    prefers = forms.ChoiceField(
        label="How do they want the reply?", choices=[("", "They did not say"), *WAYS], required=False
    )
    ruled_out = forms.MultipleChoiceField(
        label="Never reach them this way", choices=WAYS, widget=forms.CheckboxSelectMultiple, required=False,
        help_text="Nobody here can then use it for them.",
    )  # fmt: skip

    @staticmethod
    def begins_with(party: Party) -> dict:
        """What is known of `party`, as the form begins."""
        return {name: getattr(party, name) for name in FIELDS}


class AddForm(ChangeForm):
    part = forms.ChoiceField(
        label="What is their part?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose their part"},
    )
    field_order = ("part",)

    def begin(self):
        return {"shape": Party.Shape.STANDARD}

    def prepare(self):
        there = {party.part for party in self.case.parties.all()}
        self.fields["part"].choices = [
            (value, capital(name)) for value, name in Party.Part.choices if value not in there
        ]
