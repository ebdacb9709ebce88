"""One small form a move. Its fields are the keywords of the action, so that a view hands them straight on."""

from django import forms
from django.utils import timezone

from organisations.models import Kind, Membership, Organisation, User
from organisations.permissions import MAY
from sentiment.models import Classification
from sentiment.themes import SENTIMENTS, THEMES
from triage import destinations, outcome
from triage.absence.covers import covers_today, in_words
from triage.case.words import body_words
from triage.letter import check_gaps
from triage.letters.beginning import begin
from triage.markup import plain
from triage.models import Case, DateAgreed, Evidence, Outcome, Priority, Team
from triage.moves import OUTCOMES_WITHOUT_REPLY, NotAllowed

LONGEST_LETTER = 20_000  # characters
LONGEST_NOTE = 4_000


def words(label, if_empty="", *, rows=5, longest=LONGEST_NOTE, **more):
    """A box for words; `if_empty` is the sentence shown when it is, and without one it may be."""
    return forms.CharField(
        label=label, max_length=longest, widget=forms.Textarea(attrs={"rows": rows}),
        required=bool(if_empty), error_messages={"required": if_empty}, **more,
    )  # fmt: skip


class CaseForm(forms.Form):
    """A form on one case, for one person. `version` is the case they saw when they began to write."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, data=None, *, case: Case, user: User, **kwargs):
        self.case, self.user = case, user
        super().__init__(
            data, initial={"version": case.version, **self.begin(), **kwargs.pop("initial", {})}, **kwargs
        )
        self.prepare()

    def begin(self) -> dict:
        """What the fields hold at first."""
        return {}

    def prepare(self) -> None:
        """Choices that depend on the case."""


class TakeForm(CaseForm):
    pass


class AssignForm(CaseForm):
    handler = forms.ModelChoiceField(
        label="Who should have this case?",
        queryset=User.objects.none(),
        required=False,
        empty_label="Nobody yet",
    )

    def begin(self):
        return {"handler": self.case.handler_id}

    def prepare(self):
        covers = covers_today(self.user)

        def called(person):
            cover = covers.of(person.pk)
            return in_words(person, cover) if cover else str(person)

        self.fields["handler"].queryset = workers_of(self.case)
        self.fields["handler"].label_from_instance = called


class NoteForm(forms.Form):
    """A note only adds: it needs no version, because it overwrites nothing."""

    text = words("Note", "Write the note first", help_text="For colleagues. The person does not see this.")

    def __init__(self, data=None, *, case, user, **kwargs):
        super().__init__(data, **kwargs)


class AgreeDateForm(CaseForm):
    agreed_on = forms.DateField(
        label="Which date did you agree?", widget=forms.SelectDateWidget,
        help_text="For example, 27 3 2027. The four weeks and the six months stay as they are.",
        error_messages={"required": "Enter the date you agreed", "invalid": "Enter a real date"},
    )  # fmt: skip
    how = forms.ChoiceField(
        label="How did the person agree?", choices=DateAgreed.How.choices, widget=forms.RadioSelect,
        error_messages={"required": "Choose how the person agreed"},
    )  # fmt: skip
    said_on = forms.DateField(
        label="When did they agree?", widget=forms.SelectDateWidget, initial=timezone.localdate,
        error_messages={"required": "Enter the day they agreed", "invalid": "Enter a real date"},
    )  # fmt: skip
    asked_by = forms.ModelChoiceField(
        label="Who asked them?", queryset=User.objects.none(), required=False, empty_label="You",
    )  # fmt: skip
    note = words("What did you ask, and what did they say?", "Say how and when the person agreed", rows=3)
    reason = words(
        "Why do we need more than six months?", rows=3,
        help_text="Only needed if the date is after the six months. They must then agree in writing or on a recorded call.",
    )  # fmt: skip
    evidence = forms.ModelChoiceField(
        label="Their letter or e-mail, if it is kept with the case", queryset=Evidence.objects.none(), required=False,
        empty_label="None, or not kept yet",
    )  # fmt: skip

    def prepare(self):
        self.fields["asked_by"].queryset = workers_of(self.case).exclude(pk=self.user.pk)
        self.fields["evidence"].queryset = self.case.evidence.all()
        self.fields["evidence"].label_from_instance = lambda one: one.title


class ExplainForm(CaseForm):
    reason = words(
        "Why was it missed?", "Write why the date was missed",
        help_text="The person reads this. Say sorry, say why, and say when they will hear from us. "
        "Say nothing about anybody's health.",
    )  # fmt: skip


class ReferForm(CaseForm):
    organisation = forms.ModelChoiceField(
        label="Which organisation should answer?", queryset=Organisation.objects.none(), widget=forms.RadioSelect,
        empty_label=None, error_messages={"required": "Choose the organisation that should answer"},
    )  # fmt: skip
    team = forms.ChoiceField(
        label="Which team there?", choices=Team.choices, widget=forms.RadioSelect,
        error_messages={"required": "Choose the team that should answer"},
    )  # fmt: skip
    note = words("Why?", "Say why you pass the case on", rows=3, help_text="The next team reads this.")
    agreed = words(
        "How and when did the person agree?", rows=2,
        help_text="Only needed if it goes to another organisation. Ask them first: their words go there.",
    )  # fmt: skip

    def begin(self):
        return {"organisation": self.case.organisation_id}

    def prepare(self):
        self.fields["organisation"].queryset = answering_for(self.case)
        self.fields["organisation"].label_from_instance = lambda one: one.name
        self.fields["team"].choices = teams_of(self.case.feedback.organisation.provider())


class TellForm(CaseForm):
    body = forms.ChoiceField(
        label="Who should know?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who should know"},
    )
    reason = words("Why should they know?", "Say why they should know", rows=3, help_text="They read this.")

    def prepare(self):
        told = set(self.case.feedback.referrals.values_list("body", flat=True))
        self.fields["body"].choices = [
            (body, _capital(body_words(body))) for body in destinations.BODIES if body not in told
        ]


class AcknowledgeForm(CaseForm):
    text = words(
        "What should we say?", "Write the words first. Nothing was sent.", rows=16, longest=LONGEST_LETTER,
        help_text="Say nothing here about anybody's health.",
    )  # fmt: skip

    def begin(self):
        return {"text": plain(begin(self.case, "acknowledgement", self.user).text)}

    def clean_text(self):
        return whole(self.cleaned_data["text"])


class ReplyForm(CaseForm):
    text = words("Your reply", "Write the words first. Nothing was sent.", rows=24, longest=LONGEST_LETTER)

    def begin(self):
        kind = "other" if self.case.team == Team.COMPLAINTS else "answer"
        return {"text": plain(begin(self.case, kind, self.user).text)}

    def clean_text(self):
        return whole(self.cleaned_data["text"])


class CloseForm(CaseForm):
    outcome = forms.ChoiceField(
        label="How did it end?", choices=[one for one in Outcome.choices if one[0] != Outcome.MERGED],
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose how it ended",
            "invalid_choice": "Choose how it ended: the outcome follows from the findings on the issues",
        },
    )  # fmt: skip
    outcome.choice_hints = {
        Outcome.UPHELD: "We found good evidence for what they said",
        Outcome.PARTLY: "We found it for some points, but not for all",
        Outcome.NOT_UPHELD: "We found no evidence for it",
        Outcome.SETTLED: "Put right with the person, who is content",
        Outcome.WITHDRAWN: "The person does not want to go on",
    }
    note = words("Anything colleagues should know", rows=3, help_text="The person does not see this.")

    def prepare(self):
        """Where the case has issues the outcome is not asked for: it follows from what was found on them."""
        findings = self.case.issues.findings()
        if not findings:
            return
        follows = outcome.derived(findings)
        self.fields["outcome"].choices = [
            (value, f"{name}, as the findings on the issues say" if value == follows else name)
            for value, name in Outcome.choices
            if value in {follows, *OUTCOMES_WITHOUT_REPLY}
        ]
        if follows:
            self.initial["outcome"] = follows
        else:
            waiting = findings.count("")
            self.fields["outcome"].help_text = (
                f"{waiting} of {len(findings)} issues {'has' if waiting == 1 else 'have'} no finding yet. "
                "Decide on every issue to close the case with its outcome."
            )


class ReopenForm(CaseForm):
    note = words("Why is it opened again?", "Say why the case is opened again", rows=3)


class CorrectPriorityForm(CaseForm):
    priority = forms.ChoiceField(
        label="Priority", choices=[(one.name.lower(), one.label) for one in Priority], widget=forms.RadioSelect,
        error_messages={"required": "Choose a priority"},
    )  # fmt: skip
    note = words("Why?", "Say why", rows=3)

    def begin(self):
        return {"priority": Priority(self.case.priority).name.lower()}


class CorrectReadingForm(CaseForm):
    """What one comment is really about. `begin_with` is the classification in force."""

    sentiment = forms.TypedChoiceField(
        label="How does the person feel?", coerce=int, widget=forms.RadioSelect,
        choices=[(number, feeling.capitalize()) for number, feeling in SENTIMENTS.items()],
        error_messages={"required": "Choose how the person feels"},
    )  # fmt: skip
    themes = forms.MultipleChoiceField(
        label="What is it about?", required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(theme.name, theme.in_words) for theme in THEMES],
    )  # fmt: skip
    note = words("Why? (if it helps)", rows=2)

    def __init__(self, data=None, *, begin_with: Classification, **kwargs):
        self.begin_with = begin_with
        super().__init__(data, **kwargs)

    def begin(self):
        return {"sentiment": self.begin_with.sentiment, "themes": self.begin_with.predicted_themes}


def workers_of(case: Case):
    """Staff who may work this case today: of its organisation or one above, or of its own ward."""
    at = Membership.objects.current().filter(
        role__in=MAY["work_cases"], organisation__in=case.organisation.ancestor_ids
    )
    here = (
        at.filter(service=None) | at.filter(service=case.service_id)
        if case.service_id
        else at.filter(service=None)
    )
    return User.objects.filter(is_active=True, pk__in=here.values("user")).order_by("name", "id")


def answering_for(case: Case):
    """Who may owe the reply: the provider the words are about, or the ICB above it."""
    provider = case.feedback.organisation.provider()
    icb = Organisation.objects.filter(pk__in=provider.ancestor_ids, kind=Kind.ICB)
    return (Organisation.objects.filter(pk__in=[provider.pk, case.organisation_id]) | icb).order_by(
        "name", "id"
    )


def teams_of(provider: Organisation) -> list[tuple[str, str]]:
    """The teams that can answer there: practices have no PALS."""
    return [
        (team, name) for team, name in Team.choices if not (provider.is_primary_care and team == Team.PALS)
    ]


def whole(text: str) -> str:
    """The letter, or an error beside its box if one of its gaps was left open."""
    try:
        check_gaps(text)
    except NotAllowed as refusal:
        raise forms.ValidationError(str(refusal)) from refusal
    return text


def _capital(text):
    return text[:1].upper() + text[1:]
