"""One comment's label: how the person feels, and what it is about, theme by theme in its major group."""

from itertools import groupby

from django import forms

from sentiment.themes import SENTIMENTS, THEMES

GROUPS = [(group, list(themes)) for group, themes in groupby(THEMES, key=lambda theme: theme.group)]


class LabelForm(forms.Form):
    """`guess` fills the form in; a second reader is given none. `cleaned_data` has `sentiment` and `themes`."""

    sentiment = forms.TypedChoiceField(
        label="How does the person feel?", coerce=int, widget=forms.RadioSelect,
        choices=[(number, f"{number}. {feeling.capitalize()}") for number, feeling in SENTIMENTS.items()],
        error_messages={"required": "Choose how the person feels"},
    )  # fmt: skip

    def __init__(self, data=None, *, guess=None):
        chosen = guess.predicted_themes if guess else []
        super().__init__(data, initial={"sentiment": guess.sentiment if guess else None})
        for number, (group, themes) in enumerate(GROUPS):
            self.fields[f"about-{number}"] = forms.MultipleChoiceField(
                label=group, required=False, widget=forms.CheckboxSelectMultiple,
                choices=[(theme.name, theme.in_words) for theme in themes],
                initial=[theme.name for theme in themes if theme.name in chosen],
            )  # fmt: skip

    @property
    def groups(self):
        """The fields of themes, a major group each."""
        return [self[f"about-{number}"] for number in range(len(GROUPS))]

    def clean(self):
        given = super().clean()
        themes = [name for field, names in given.items() if field.startswith("about-") for name in names]
        return {"sentiment": given.get("sentiment"), "themes": themes}
