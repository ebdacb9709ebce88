"""What staff fill in to write, sign and send a letter."""

from django import forms

from triage.actions.writing import kinds_for
from triage.addressee import WAYS, addressee, refused_ways, usual_way
from triage.case.forms import LONGEST_LETTER, words
from triage.letter import KINDS
from triage.models import BY_HAND, Party

MARKS = (
    "Begin a line with # for a heading, with - for a list, with 1. for a numbered list. Put **two stars** around "
    "words to make them bold. Leave an empty line between paragraphs."
)


class BeginForm(forms.Form):
    """Which letter, and to whom where the case has more than one party."""

    kind = forms.ChoiceField(
        label="Which letter do you want to write?", widget=forms.RadioSelect,
        error_messages={"required": "Choose a kind of letter"},
    )  # fmt: skip
    to = forms.ModelChoiceField(
        label="Who does it go to?", queryset=Party.objects.none(), required=False,
        empty_label="The usual person for that letter",
    )  # fmt: skip

    def __init__(self, data=None, *, case, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["kind"].choices = [(kind, KINDS[kind].title) for kind in kinds_for(case)]
        self.fields["kind"].error_messages["invalid_choice"] = "Choose a kind of letter from the list"
        parties = case.parties.all()
        self.fields["to"].queryset = parties
        self.fields["to"].label_from_instance = Party.get_part_display
        if len(parties) < 2:
            del self.fields["to"]


class LetterForm(forms.Form):
    """The words and their shape. `seen` is the version the writer began with."""

    text = words(
        "Your letter",
        "Write the words first. Nothing was sent.",
        rows=26,
        longest=LONGEST_LETTER,
        help_text=MARKS,
    )
    shape = forms.ChoiceField(
        label="Print it in", choices=Party.Shape.choices,
        help_text="It begins with what this person needs.",
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class SignForm(forms.Form):
    """`seen` is the version that was read: another one is not signed by mistake."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class SendBackForm(forms.Form):
    note = words("What should be changed?", "Say what should be changed", rows=4)


class SendForm(forms.Form):
    """How the letter leaves: only the ways this person allows and we have."""

    way = forms.ChoiceField(
        label="How should it leave?", widget=forms.RadioSelect,
        error_messages={"required": "Choose how it should leave"},
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, data=None, *, letter, **kwargs):
        super().__init__(data, **kwargs)
        who = addressee(letter.case, letter.to)
        refused = refused_ways(who)
        way = self.fields["way"]
        way.choices = [(name, words) for name, (words, _) in WAYS.items() if name not in refused]
        way.choice_hints = {BY_HAND: who.to_order} if who.to_order else {}
        self.initial.setdefault("way", usual_way(who))
        # What cannot be chosen is said, so that nobody looks for it; Notify where there is none is not missed.
        self.refused = [(WAYS[name][0], why) for name, why in refused.items() if "set up" not in why]
