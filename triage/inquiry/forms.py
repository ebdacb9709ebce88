"""One small form a thing that an investigation does. Fields are the keywords of the action."""

from django import forms
from django.utils import timezone

from organisations.models import Service, User
from triage.actions.inquiring import MOST_DAYS
from triage.case.forms import CaseForm, words, workers_of
from triage.models import ChronologyEntry, Flag

USUAL_DAYS = 10  # working days for a statement


def capital(text):
    return text[:1].upper() + text[1:]


def choices(of):
    return [(value, capital(name)) for value, name in of.choices]


def a_day(label, **more):
    return forms.DateField(
        label=label, widget=forms.SelectDateWidget, initial=timezone.localdate,
        error_messages={"invalid": "Enter a real date, such as 27 3 2026", "required": "Enter the day"}, **more,
    )  # fmt: skip


class InvestigatorForm(CaseForm):
    user = forms.ModelChoiceField(
        label="A colleague", queryset=User.objects.none(), required=False, empty_label="Somebody else"
    )
    name = forms.CharField(label="Or the name of somebody else", max_length=120, required=False)
    role = forms.CharField(
        label="Their role",
        max_length=60,
        required=False,
        help_text="Such as matron. Needed for somebody else.",
    )
    lead = forms.BooleanField(label="They lead the investigation", required=False)

    def prepare(self):
        self.fields["user"].queryset = workers_of(self.case)


class AskForm(CaseForm):
    what = words(
        "What do you ask?", "Write what you ask for", rows=6,
        help_text="Ask about what happened. Do not ask whose fault it was.",
    )  # fmt: skip
    service = forms.ModelChoiceField(
        label="Which service do you ask?", queryset=Service.objects.none(), required=False, empty_label="None"
    )
    of_whom = forms.CharField(
        label="Which person do you ask?", max_length=120, required=False, help_text="Name and role."
    )
    days = forms.IntegerField(
        label="In how many working days do you need it?", min_value=1, max_value=MOST_DAYS, initial=USUAL_DAYS,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": "Enter the number of working days",
            "invalid": "Enter a number of working days, such as 10",
            "min_value": "Give them one working day or more",
            "max_value": f"Give them {MOST_DAYS} working days or fewer",
        },
    )  # fmt: skip

    def prepare(self):
        here = [self.case.organisation_id, self.case.feedback.organisation_id]
        services = Service.objects.open_on(timezone.localdate()).filter(organisation__in=here)
        self.fields["service"].queryset = services.order_by("name", "id")
        self.fields["service"].label_from_instance = lambda one: one.name

    def begin(self):
        return {"service": self.case.service_id}

    def clean(self):
        given = super().clean()
        if not (given.get("service") or given.get("of_whom")):
            self.add_error("of_whom", "Say whom you ask: a service, a person, or both")
        return given


class OwnForm(forms.Form):
    """A form about one row of a case. It adds, and overwrites nothing: it needs no version."""

    def __init__(self, data=None, *, case, **kwargs):
        self.case = case
        super().__init__(data, **kwargs)
        self.prepare()

    def prepare(self) -> None:
        """Choices that depend on the case."""


class ChaseForm(OwnForm):
    note = words("How did you ask again?", rows=2, help_text="Such as: rang the ward, spoke to the sister.")


class ReceiveForm(OwnForm):
    received_on = a_day("When did it come?")
    words = words("What they said", rows=10, longest=20_000, help_text="Or choose the file that it is in.")
    evidence = forms.ModelChoiceField(
        label="The file it is in", queryset=None, required=False, empty_label="No file"
    )

    def prepare(self):
        self.fields["evidence"].queryset = self.case.evidence.stands()
        self.fields["evidence"].label_from_instance = lambda one: one.title

    def clean(self):
        given = super().clean()
        if not (given.get("words") or given.get("evidence")):
            self.add_error("words", "Write what they said, or choose the file it is in")
        return given


class WithdrawForm(OwnForm):
    why = words("Why is it not needed any more?", "Say why it is not needed any more", rows=3)


class ChronicleForm(OwnForm):
    """Where it is from is one list: the complaint, each file, each statement that came."""

    on = a_day("Which day?", help_text="For example, 27 3 2026.")
    at_time = forms.TimeField(
        label="What time? (optional)", required=False, input_formats=["%H:%M", "%H.%M"],
        widget=forms.TimeInput(format="%H:%M"), help_text="On the 24-hour clock, such as 14:30.",
        error_messages={"invalid": "Enter a time on the 24-hour clock, such as 14:30"},
    )  # fmt: skip
    about = forms.BooleanField(label="We do not know exactly when", required=False)
    what = words("What happened?", "Write what happened", rows=4)
    where = forms.ChoiceField(
        label="Where do we know it from?", initial="complaint",
        error_messages={
            "required": "Choose where we know it from",
            "invalid_choice": "Choose where we know it from: that file or statement is not here any more",
        },
    )  # fmt: skip

    def prepare(self):
        files = [(f"evidence-{one.pk}", f"File: {one.title}") for one in self.case.evidence.stands()]
        came = self.case.statements.exclude(received_on=None).select_related("service")
        statements = [(f"statement-{one.pk}", f"Statement: {one.asked_of}") for one in came]
        self.fields["where"].choices = [
            ("complaint", "The complaint"), *files, *statements, ("other", "Something else"),
        ]  # fmt: skip

    @staticmethod
    def begins_with(entry: ChronologyEntry) -> dict:
        """What a correction of `entry` holds at first."""
        pk = entry.evidence_id or entry.statement_id
        where = f"{entry.source}-{pk}" if pk else entry.source
        names = ("on", "at_time", "about", "what")
        return {name: getattr(entry, name) for name in names} | {"where": where}

    def clean_on(self):
        if self.cleaned_data["on"] > timezone.localdate():
            raise forms.ValidationError("The day must be today or in the past")
        return self.cleaned_data["on"]

    def clean(self):
        given = super().clean()
        source, _, pk = given.pop("where", "").partition("-")
        given["source"] = source
        for name, rows in (("evidence", self.case.evidence), ("statement", self.case.statements)):
            given[name] = rows.filter(pk=int(pk)).first() if source == name else None
        return given


class FlagForm(CaseForm):
    answer = forms.ChoiceField(
        label="What do you decide?", choices=Flag.Answer.choices, widget=forms.RadioSelect,
        error_messages={"required": "Choose what you decide"},
    )  # fmt: skip
    reason = words("Why?", "Say why", rows=4)
    follows = words("What follows, and who does it?", rows=3, help_text="Needed if you decide yes.")
    reference = forms.CharField(
        label="LFPSE reference (optional)", max_length=40, required=False,
        help_text="The number of the event in Learn from Patient Safety Events, once it is recorded there.",
    )  # fmt: skip

    def __init__(self, *args, kind, **kwargs):
        self.kind = kind
        super().__init__(*args, **kwargs)

    def prepare(self):
        if self.kind != Flag.Kind.SAFETY:
            del self.fields["reference"]
