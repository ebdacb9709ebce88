"""Which place to look at, and how far back."""

from django import forms

from insights.emerging.told import WEEKS
from organisations.models import User
from organisations.permissions import MAY, current_memberships

PERIODS = (1, 2, 4, 8, 12)  # weeks


class LookForm(forms.Form):
    """`place` is one of the person's own memberships: a whole organisation, or the ward they manage."""

    place = forms.ChoiceField(
        label="Place", widget=forms.RadioSelect, error_messages={"required": "Choose a place."}
    )
    weeks = forms.TypedChoiceField(
        label="How far back",
        choices=[(weeks, "1 week" if weeks == 1 else f"{weeks} weeks") for weeks in PERIODS],
        coerce=int,
        initial=WEEKS,
        error_messages={"required": "Choose how far back to look."},
    )

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.places = {
            str(one.pk): one for one in current_memberships(user) if one.role in MAY["read_emerging"]
        }
        self.fields["place"].choices = [
            (pk, str(one.service or one.organisation.name)) for pk, one in self.places.items()
        ]
        self.fields["place"].initial = next(iter(self.places), None)

    def clean_place(self):
        return self.places[self.cleaned_data["place"]]
