"""The questions, a form a screen. None of them stores anything: see `steps` and `feedback.intake`."""

from django import forms
from django.utils import timezone

from feedback.models import About, Consent, FftAnswer, Intent, ReplyBy
from feedback.submission import LONGEST_COMMENT, tidy

NHS_BEGAN = 1948
OPTIONAL = {"required": False}
NEEDS = {
    "large_print": "large print",
    "easy_read": "easy read",
    "braille": "braille",
    "audio": "audio",
    "bsl": "British Sign Language (BSL)",
    "language": "another language",
}


class StepForm(forms.Form):
    """One screen's questions, filled from all answers so far.

    `answers` are the tidied values of every screen by input name; `place` is where they go.
    A quiet form shows what was typed and says nothing about it: the person has not pressed Continue.
    """

    use_required_attribute = False

    def __init__(self, answers, place, quiet=False):
        self.answers, self.place, self.quiet = answers, place, quiet
        super().__init__(answers)

    def full_clean(self):
        super().full_clean()
        if self.quiet:
            self._errors.clear()


class Words(forms.CharField):
    """A person's own words, with what no database can hold already taken out."""

    def __init__(self, label, **given):
        given = {"required": False, "max_length": LONGEST_COMMENT} | given
        super().__init__(label=label, strip=False, **given)
        self.error_messages["max_length"] = (
            f"What you wrote must be {given['max_length']:,} characters or fewer. Shorten it, or send it in parts."
        )

    def to_python(self, value):
        return tidy(super().to_python(value))


def one_line(label, longest, problem=None, **given):
    """A short answer: `problem` says what to enter, and its presence makes the answer required."""
    too_long = f"This must be {longest} characters or fewer."
    return forms.CharField(
        label=label, max_length=longest, required=bool(problem),
        error_messages={"required": problem or "", "max_length": too_long}, **given,
    )  # fmt: skip


def choose(label, choices, problem, **given):
    """Radios: `problem` is the sentence shown when nothing, or something else, was chosen."""
    return forms.ChoiceField(
        label=label, choices=choices, widget=forms.RadioSelect,
        error_messages={"required": problem, "invalid_choice": problem}, **given,
    )  # fmt: skip


class ExperienceForm(StepForm):
    """Screen 1: the Friends and Family Test's question, and the words. Any one answer is enough."""

    fft_answer = choose(
        "Overall, how was your experience of our service?",
        FftAnswer.choices,
        "Select one of the answers, or none",
        required=False,
    )
    what_happened = Words("What happened?", widget=forms.Textarea({"rows": 5}))
    what_good = Words("What was good?", widget=forms.Textarea({"rows": 3}))
    could_improve = Words("What could be better?", widget=forms.Textarea({"rows": 3}))
    experience_on = forms.DateField(
        label="When did this happen? (optional)",
        widget=forms.SelectDateWidget,
        error_messages={"invalid": "Enter a real date, such as 27 3 2026, or leave it empty"},
        **OPTIONAL,
    )

    def clean_experience_on(self):
        day = self.cleaned_data["experience_on"]
        if day and day.year < NHS_BEGAN:
            raise forms.ValidationError(f"Enter the year with 4 figures, from {NHS_BEGAN} on")
        if day and day > timezone.localdate():
            raise forms.ValidationError("The date must be today or in the past")
        return day

    def clean(self):
        given = super().clean()
        said = any(given.get(name) for name in ("fft_answer", "what_happened", "what_good", "could_improve"))
        if not said and not self.errors:
            self.add_error("what_happened", "Choose an answer, or tell us something in your own words")
        return given


class AboutForm(StepForm):
    """Screen 2: the four Cs, whose experience it is, and whether a reply is wanted."""

    intent = choose(
        "What would you like to do?",
        [
            (Intent.COMPLIMENT, "Say thank you"),
            (Intent.COMMENT, "Share a comment"),
            (Intent.CONCERN, "Raise a concern"),
            (Intent.COMPLAINT, "Make a complaint"),
        ],
        "Select what you would like to do",
    )
    about = choose(
        "Whose care is this about?",
        [(About.SELF, "Mine"), (About.SOMEONE_ELSE, "Someone else's")],
        "Select whose care this is about",
    )
    reply_wanted = choose(
        "Do you want a reply?", [("yes", "Yes"), ("no", "No")], "Select yes if you want a reply", **OPTIONAL
    )

    def clean(self):
        given = super().clean()
        if not given.get("reply_wanted") and "reply_wanted" not in self.errors:
            if (
                given.get("intent") == Intent.COMPLAINT
            ):  # who complains is owed an answer unless they want none
                given["reply_wanted"] = "yes"
            else:
                self.add_error("reply_wanted", self.fields["reply_wanted"].error_messages["required"])
        return given


class SomeoneForm(StepForm):
    """Only for another person's care: who is speaking, for whom, and whether they agree."""

    CANNOT_SAY = "cannot_say"

    relationship = one_line(
        "Who are you to them?", 40, "Enter who you are to them, such as daughter or carer"
    )
    patient_name = one_line("Their name (optional)", 120)
    consent = choose(
        "Do they agree to you telling us?",
        [
            (Consent.GIVEN, "Yes, they agree"),
            (Consent.NOT_YET, "I have not asked them yet"),
            (CANNOT_SAY, "They cannot say"),
        ],
        "Select whether they agree",
    )


class ComplaintForm(StepForm):
    """Only for a complaint. In primary care the person chooses who looks into it, and chooses one."""

    resolver_choice = choose(
        "Who should look into your complaint?",
        [("provider", ""), ("icb", "")],
        "Select who should look into your complaint",
    )
    already_complained = forms.BooleanField(
        label="I have complained about this before, and have had their final answer", **OPTIONAL
    )

    def __init__(self, answers, place, quiet=False):
        super().__init__(answers, place, quiet)
        self.icb = place.icb if place.organisation.is_primary_care else None
        if self.icb:
            self.fields["resolver_choice"].choices = [
                ("provider", place.organisation.name),
                ("icb", self.icb.name),
            ]
        else:
            del self.fields["resolver_choice"]


class ReplyForm(StepForm):
    """Only if a reply is wanted: which way, and in which format."""

    reply_by = choose(
        "How should we reply?",
        [
            (ReplyBy.CODE, "On this website, with a code"),
            (ReplyBy.EMAIL, "By email"),
            (ReplyBy.POST, "By letter"),
            (ReplyBy.TELEPHONE, "By phone"),
        ],
        "Select how we should reply",
    )
    formats = forms.MultipleChoiceField(
        label="Do you need replies in another format? (optional)",
        choices=[(key, name[0].upper() + name[1:]) for key, name in NEEDS.items()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Select formats from the list"},
        **OPTIONAL,
    )
    other_needs = one_line("Which language, or what else you need (optional)", 200)

    def clean(self):
        given = super().clean()
        if given.get("reply_by") == ReplyBy.TELEPHONE and "bsl" in given.get("formats", []):
            self.add_error("reply_by", "You use British Sign Language, so select a way that is not the phone")
        return given


class ContactForm(StepForm):
    """Only the details which the chosen way of replying needs."""

    name = one_line(
        "Your full name", 120, "Enter your full name", widget=forms.TextInput({"autocomplete": "name"})
    )
    email = forms.EmailField(
        label="Your email address",
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "email"}),
        error_messages={
            "required": "Enter your email address",
            "invalid": "Enter an email address in the right form, such as name@example.com",
        },
    )
    telephone = one_line(
        "Your phone number", 40, "Enter your phone number",
        widget=forms.TextInput({"autocomplete": "tel", "type": "tel", "inputmode": "tel"}),
    )  # fmt: skip
    address = Words(
        "Your address and postcode",
        max_length=399,
        required=True,
        widget=forms.Textarea({"autocomplete": "street-address", "rows": 4}),
        error_messages={"required": "Enter your address and postcode"},
    )

    FIELD_FOR = {ReplyBy.EMAIL: "email", ReplyBy.TELEPHONE: "telephone", ReplyBy.POST: "address"}

    def __init__(self, answers, place, quiet=False):
        super().__init__(answers, place, quiet)
        way = answers.get("reply_by")
        for reply_by, name in self.FIELD_FOR.items():
            if way != reply_by:
                del self.fields[name]
        # A complaint can be made without a name, but then only the code can bring the answer.
        if answers.get("intent") != Intent.COMPLAINT or way == ReplyBy.CODE:
            self.fields["name"].required = False
            self.fields["name"].label = "Your full name (optional)"

    def clean_telephone(self):
        typed = self.cleaned_data["telephone"]
        if sum(ch.isdigit() for ch in typed) < 7:
            raise forms.ValidationError("Enter a phone number we can call, such as 0113 496 0000")
        return typed
