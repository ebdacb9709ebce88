"""What is asked of a member of staff at each door. What was typed stays, whatever is wrong with it."""

import uuid

from django import forms
from django.utils import timezone

from feedback.models import About, Channel, Consent, Intent, Question, ReplyBy
from feedback.paper.batches.forms import FileInput, Files
from feedback.submission import LONGEST_COMMENT, Submission
from triage import actions
from triage.addressee import SAID_TO_RULE_OUT
from triage.case.forms import words as a_box
from triage.desk.places import in_words, places_of
from triage.evidence.forms import ACCEPT
from triage.models import Party

SOURCE_SPOKEN, SOURCE_DESK = "spoken", "desk"
YES, NO = "yes", "no"
NO_PLACE = "Choose the ward, clinic or organisation it is about"


def one_line(label, longest=120, problem="", **more):
    """A short answer; `problem` is the sentence shown when it is empty, and without one it may be."""
    return forms.CharField(
        label=label, max_length=longest, required=bool(problem), error_messages={"required": problem}, **more
    )


def choose(label, choices, problem="", **more):
    return forms.ChoiceField(
        label=label, choices=choices, widget=forms.RadioSelect, required=bool(problem),
        error_messages={"required": problem, "invalid_choice": problem or "Choose from the list"}, **more,
    )  # fmt: skip


def a_day(label, required=True, **more):
    return forms.DateField(
        label=label, widget=forms.SelectDateWidget, required=required,
        error_messages={"invalid": "Enter a real date, such as 27 3 2026", "required": "Enter the day"}, **more,
    )  # fmt: skip


def an_email(label, **more):
    return forms.EmailField(
        label=label, max_length=254, required=False,
        error_messages={"invalid": "Enter an e-mail address in the right form, such as name@example.com"}, **more,
    )  # fmt: skip


class DeskForm(forms.Form):
    """A form of one draft: `draft` is the id under which it is stored, so that sending it twice stores it once."""

    use_required_attribute = False
    may = "take_in"
    draft = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data=None, *, user, quiet=False, **given):
        self.user, self.quiet = user, quiet
        super().__init__(data, initial={"draft": uuid.uuid4()} | given.pop("initial", {}), **given)
        self.places = places_of(user, self.may)
        place = self.fields["place"]
        listed = [(value, in_words(*one)) for value, one in self.places.items()]
        place.choices = listed if len(listed) == 1 else [("", "Choose"), *listed]

    def full_clean(self):
        """A quiet form shows what was typed and says nothing about it: nobody has pressed Save."""
        super().full_clean()
        if self.quiet:
            self._errors.clear()

    def clean_place(self):
        return self.places[self.cleaned_data["place"]]

    def _not_ahead(self, name):
        day = self.cleaned_data[name]
        if day and day > timezone.localdate():
            raise forms.ValidationError("The date must be today or in the past")
        return day

    def refused(self, problems: dict) -> None:
        """Put what intake refuses beside the question it is about."""
        shown_as = {"comments": "words", "organisation": "place", "service": "place"}
        for name, reasons in problems.items():
            field = shown_as.get(name, name)
            self.add_error(field if field in self.fields else None, reasons)


class SpokenForm(DeskForm):
    """The 30-second log: what was said, where, when, by whom, and whether it is settled."""

    may = "log_spoken"

    words = a_box("What did the person say?", "Write what the person said", rows=4, longest=LONGEST_COMMENT,
                  help_text="In their own words.")  # fmt: skip
    place = forms.ChoiceField(
        label="Where is it about?", error_messages={"required": NO_PLACE, "invalid_choice": NO_PLACE}
    )
    channel = choose(
        "How did they tell you?", [(Channel.SPOKEN, "Face to face"), (Channel.TELEPHONE, "By telephone")],
        "Choose how they told you", initial=Channel.SPOKEN,
    )  # fmt: skip
    said_on = a_day("When did they tell you?", initial=timezone.localdate)
    settled = choose(
        "Is it settled?",
        [(YES, "Yes, and the person says so"), (NO, "Not yet")],
        "Choose whether it is settled",
    )
    done = a_box("What was done?", rows=3)
    agreed = forms.BooleanField(label="The person says that it is settled", required=False)
    settled_on = a_day("When was it settled? (only if not on the same day)", required=False)
    name = one_line("Their name (optional)")
    telephone = one_line(
        "Their phone number (optional)",
        40,
        widget=forms.TextInput({"type": "tel", "inputmode": "tel"}),
    )
    email = an_email("Their e-mail address (optional)")
    other = forms.BooleanField(label="They spoke about somebody else's care", required=False)

    def clean_said_on(self):
        return self._not_ahead("said_on")

    def clean(self):
        given = super().clean()
        if given.get("settled") == YES:
            if not given.get("done"):
                self.add_error("done", "Say what was done")
            if not given.get("agreed"):
                self.add_error(
                    "agreed", "Tick this if the person says that it is settled. If not, choose “Not yet”"
                )
        return given

    def submission(self) -> Submission:
        given = self.cleaned_data
        organisation, service = given["place"]
        settled = given["settled"] == YES
        way = ReplyBy.TELEPHONE if given["telephone"] else ReplyBy.EMAIL if given["email"] else ""
        return Submission(
            channel=given["channel"], source=SOURCE_SPOKEN, external_id=str(given["draft"]),
            organisation=organisation, service=service, intent=Intent.COMPLAINT,
            comments=((Question.WHAT_HAPPENED, given["words"]),), received_on=given["said_on"],
            about=About.SOMEONE_ELSE if given["other"] else About.SELF,
            consent=Consent.NOT_YET if given["other"] else Consent.NOT_NEEDED,
            reply_wanted=not settled, reply_by="" if settled else way, written_by=self.user,
            contact={name: given[name] for name in ("name", "telephone", "email")},
        )  # fmt: skip

    def settling(self) -> dict:
        """What `actions.log_spoken` asks for about how it was settled; nothing where it is not."""
        given = self.cleaned_data
        if given["settled"] != YES:
            return {}
        return {name: given[name] for name in ("done", "agreed", "settled_on")}


class SettleForm(forms.Form):
    use_required_attribute = False

    done = a_box("What was done?", "Say what was done", rows=3)
    agreed = forms.BooleanField(
        label="The person says that it is settled",
        error_messages={
            "required": "Tick this if the person says that it is settled. If not, it is not settled"
        },
    )


class PaperForm(DeskForm):
    """What came by telephone, letter, e-mail or in person. SECTIONS are (heading, words under it, fields)."""

    SECTIONS = (
        ("How it came", "", ("channel", "received_on", "place", "resolver_choice", "intent")),
        ("What it says", "", ("words", "experience_on", "already_complained")),
        ("Who it is from", "Leave empty what you do not know.", ("name", "email", "telephone", "address")),
        ("Whose care it is about", "", ("about", "relationship", "patient_name", "consent")),
        ("What they need and wish", "", ("reply_by", "ruled_out", "shape", "needs")),
    )

    channel = choose(
        "How did it come?",
        [
            (Channel.LETTER, "Letter"),
            (Channel.EMAIL, "E-mail"),
            (Channel.TELEPHONE, "Telephone"),
            (Channel.SPOKEN, "In person"),
        ],
        "Choose how it came",
    )
    received_on = a_day(
        "When did it reach us?", initial=timezone.localdate,
        help_text="The date stamp of a letter, for example. All dates count from this day.",
    )  # fmt: skip
    place = forms.ChoiceField(
        label="Where is it about?", error_messages={"required": NO_PLACE, "invalid_choice": NO_PLACE}
    )
    resolver_choice = choose(
        "Who should look into it?", [("provider", "The practice"), ("icb", "The ICB")],
        help_text="Only for a GP practice, dentist, pharmacy or optician. The person chooses one, not both.",
    )  # fmt: skip
    intent = choose(
        "What does the person want?",
        [(Intent.COMPLAINT, "To make a complaint"), (Intent.CONCERN, "To raise a concern")],
        "Choose what the person wants",
    )
    words = a_box(
        "What does the person say?", "Write what the person says", rows=8, longest=LONGEST_COMMENT,
        help_text="In their own words. If it is in a letter that you add, write “See the attached letter” and a "
        "short account.",
    )  # fmt: skip
    experience_on = a_day("When did it happen? (optional)", required=False)
    already_complained = forms.BooleanField(
        label="They complained about this before, and had a final answer", required=False
    )
    name = one_line("Name")
    email = an_email("E-mail address")
    telephone = one_line("Phone number", 40, widget=forms.TextInput({"type": "tel", "inputmode": "tel"}))
    address = a_box("Address and postcode", rows=4, longest=399)
    about = choose(
        "Whose care is it about?",
        [(About.SELF, "Their own"), (About.SOMEONE_ELSE, "Somebody else's")],
        "Choose whose care it is about",
    )
    relationship = one_line("Who are they to the patient?", 40, help_text="Only for somebody else's care.")
    patient_name = one_line("Name of the patient", help_text="Only for somebody else's care.")
    consent = choose(
        "Does the patient agree?",
        [(Consent.GIVEN, "Yes, we have it in writing"), (Consent.NOT_YET, "We do not know yet")],
        help_text="Only for somebody else's care.",
    )
    reply_by = choose(
        "How do they want the reply?",
        [
            ("", "They did not say"),
            (ReplyBy.POST, "By letter"),
            (ReplyBy.EMAIL, "By e-mail"),
            (ReplyBy.TELEPHONE, "By telephone"),
        ],
        initial="",
    )
    reply_by.choice_hints = {
        ReplyBy.EMAIL: "Only if they asked for it in writing or by e-mail (regulation 15)"
    }
    ruled_out = forms.MultipleChoiceField(
        label="Ways they ruled out", required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(way, SAID_TO_RULE_OUT[way].capitalize()) for way in (ReplyBy.POST, ReplyBy.EMAIL, ReplyBy.TELEPHONE)],
        help_text="We never use these to reach them.",
    )  # fmt: skip
    shape = forms.ChoiceField(
        label="Letters in", choices=[(value, label.capitalize() if value != "bsl" else "A video in British Sign Language") for value, label in Party.Shape.choices],
        initial=Party.Shape.STANDARD, required=False,
    )  # fmt: skip
    needs = one_line("What else they need, such as an interpreter", 200)
    files = Files(label="Files", required=False, widget=FileInput({"accept": ACCEPT}))

    def clean_received_on(self):
        return self._not_ahead("received_on")

    def clean_experience_on(self):
        return self._not_ahead("experience_on")

    def clean(self):
        given = super().clean()
        self._two_doors(given)
        self._someone_else(given)
        if given.get("reply_by") and given["reply_by"] in given.get("ruled_out", ()):
            self.add_error("ruled_out", "They want the reply in a way that is ruled out here")
        return given

    def _two_doors(self, given):
        """In primary care the person chooses: the practice or the ICB. Elsewhere there is nothing to choose."""
        if not given.get("place"):
            return
        if not given["place"][0].provider().is_primary_care:
            given["resolver_choice"] = ""
        elif given.get("intent") == Intent.COMPLAINT and not given.get("resolver_choice"):
            self.add_error("resolver_choice", "Choose who should look into it: the practice or the ICB")

    def _someone_else(self, given):
        if given.get("about") != About.SOMEONE_ELSE:
            given["consent"] = Consent.NOT_NEEDED
            return
        if not given.get("relationship"):
            self.add_error("relationship", "Enter who they are to the patient, such as daughter")
        if not given.get("consent"):
            self.add_error("consent", "Choose whether the patient agrees")

    def submission(self) -> Submission:
        given = self.cleaned_data
        organisation, service = given["place"]
        other = given["about"] == About.SOMEONE_ELSE
        shape = given["shape"] or Party.Shape.STANDARD
        needs = [Party.Shape(shape).label] if shape != Party.Shape.STANDARD else []
        same_name = ("channel", "intent", "about", "consent", "already_complained", "resolver_choice")
        return Submission(
            source=SOURCE_DESK, external_id=str(given["draft"]), organisation=organisation, service=service,
            comments=((Question.WHAT_HAPPENED, given["words"]),), relationship=given["relationship"] if other else "",
            reply_wanted=True, reply_by=given["reply_by"], experience_on=given["experience_on"],
            received_on=given["received_on"], written_by=self.user,
            contact={
                **{name: given[name] for name in ("name", "email", "telephone", "address")},
                "patient_name": given["patient_name"] if other else "",
                "needs": "; ".join([*needs, given["needs"]] if given["needs"] else needs),
            },
            **{name: given[name] for name in same_name},
        )  # fmt: skip

    def wishes(self) -> actions.Wishes:
        given = self.cleaned_data
        return actions.Wishes(
            shape=given["shape"] or Party.Shape.STANDARD, ruled_out=tuple(given["ruled_out"])
        )

    def mp(self) -> actions.Mp | None:
        return None


class MpForm(PaperForm):
    """An MP's letter: the office, the constituent who complains, and the patient where that is somebody else."""

    SECTIONS = (
        ("How it came", "", ("channel", "received_on", "place", "resolver_choice", "intent")),
        (
            "The MP",
            "Our reply goes to the MP.",
            ("mp_name", "mp_office", "mp_address", "mp_email", "copy_wanted"),
        ),
        ("What it says", "", ("words", "experience_on", "already_complained")),
        ("The constituent", "The person for whom the MP writes.", ("name", "email", "telephone", "address")),
        (
            "The patient",
            "A constituent who asks their MP for help agrees that we answer the MP about them. "
            "A patient who is somebody else must agree (Data Protection Act 2018, Schedule 1, paragraph 24).",
            ("about", "relationship", "patient_name", "consent"),
        ),
        ("What the constituent needs", "", ("ruled_out", "shape", "needs")),
    )

    mp_name = one_line("Name of the MP", 120, "Enter the name of the MP")
    mp_office = one_line(
        "Office (optional)", 120, help_text="Such as the constituency office, and who writes there."
    )
    mp_address = a_box("Address of the office", rows=4, longest=399)
    mp_email = an_email("E-mail address of the office")
    copy_wanted = forms.BooleanField(label="The constituent wants a copy of our reply", required=False)

    def __init__(self, *args, **given):
        super().__init__(*args, **given)
        del self.fields["reply_by"]
        name, about = self.fields["name"], self.fields["about"]
        name.label, name.required = "Name of the constituent", True
        name.error_messages["required"] = "Enter the name of the constituent"
        about.label = "Who is the patient?"
        about.choices = [(About.SELF, "The constituent"), (About.SOMEONE_ELSE, "Somebody else")]
        self.fields["relationship"].label = "Who is the constituent to the patient?"
        self.fields["channel"].initial = Channel.LETTER

    def clean(self):
        given = super().clean()
        given["reply_by"] = ""
        if not given.get("mp_address") and not given.get("mp_email") and "mp_email" not in self.errors:
            self.add_error("mp_address", "Enter the address of the office, or its e-mail address")
        return given

    def mp(self) -> actions.Mp:
        given = self.cleaned_data
        return actions.Mp(
            name=given["mp_name"], office=given["mp_office"], email=given["mp_email"], address=given["mp_address"],
            copy_wanted=given["copy_wanted"],
        )  # fmt: skip
