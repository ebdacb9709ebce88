from django import forms

from triage.queue.saved.keeping import may_share_with, own


class ViewForm(forms.Form):
    """The name of a view, and whether colleagues see it."""

    name = forms.CharField(
        label="Name of this view",
        help_text="Short, like “Late, mine”. Never write a patient’s name here: colleagues may read it.",
        max_length=60,
        error_messages={"required": "Give the view a name"},
    )
    organisation = forms.ChoiceField(
        label="Who can see it?",
        required=False,
        widget=forms.RadioSelect,
        help_text="Only you can change it.",
    )

    def __init__(self, *args, user, view=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.view = user, view
        self.organisations = {str(one.pk): one for one in may_share_with(user)}
        self.fields["organisation"].choices = [
            ("", "Only me"),
            *((pk, f"Everyone who works cases at {one.name}") for pk, one in self.organisations.items()),
        ]

    def clean_name(self):
        """No two of one's own views have one name."""
        name = self.cleaned_data["name"].replace("\0", "").strip()
        taken = own(self.user).filter(name=name)
        if taken.exclude(pk=self.view.pk if self.view else None).exists():
            raise forms.ValidationError("You have a view of that name. Choose another name.")
        return name

    def clean_organisation(self):
        return self.organisations.get(self.cleaned_data["organisation"])
