"""The screens of the web form: which are needed, in what order, and what they add up to.

Nothing is kept between screens but the page itself. Every answer so far travels in
it as hidden inputs, with an id made at the start: so there is no session to expire,
no cookie to ask about, going back works, and sending twice stores once.
"""

import uuid
from dataclasses import dataclass

from django.forms import CheckboxSelectMultiple, SelectDateWidget

from feedback.models import About, Channel, Consent, Intent, Question
from feedback.submission import LONGEST_COMMENT, Submission, tidy
from feedback.web.forms import (
    NEEDS,
    AboutForm,
    ComplaintForm,
    ContactForm,
    ExperienceForm,
    ReplyForm,
    SomeoneForm,
)

SOURCE = "web"
CHECK = "check"
FORMS = {
    "experience": ExperienceForm,
    "about": AboutForm,
    "someone": SomeoneForm,
    "complaint": ComplaintForm,
    "reply": ReplyForm,
    "contact": ContactForm,
}
FIRST = next(iter(FORMS))
# After these another screen may be needed, so a change goes on from here and not straight to the check.
BRANCHING = ("about", "reply")
WORDS = {
    "what_happened": Question.WHAT_HAPPENED,
    "what_good": Question.WHAT_GOOD,
    "could_improve": Question.COULD_IMPROVE,
}


def inputs_of(step):
    """The names of the inputs one screen sends: (single, with several values)."""
    single, several = [], []
    for name, field in FORMS[step].base_fields.items():
        if isinstance(field.widget, SelectDateWidget):
            single += [f"{name}_{part}" for part in ("day", "month", "year")]
        elif isinstance(field.widget, CheckboxSelectMultiple):
            several.append(name)
        else:
            single.append(name)
    return single, several


@dataclass
class Draft:
    """What one page carried: the answers so far by input name, and the id they will be stored under."""

    answers: dict
    form_id: str
    checking: bool = False  # the person has seen the check screen and is changing an answer

    @classmethod
    def new(cls):
        return cls({}, str(uuid.uuid4()))

    @classmethod
    def from_post(cls, post):
        """Read a page's inputs, whatever was done to them: unknown ones are dropped, a broken id replaced."""
        answers = {}
        for step in FORMS:
            single, several = inputs_of(step)
            answers |= {name: tidy(post.get(name, "")) for name in single}
            answers |= {name: [tidy(one) for one in post.getlist(name)] for name in several if name in post}
        try:
            form_id = str(uuid.UUID(post.get("form_id", "")))
        except ValueError:
            form_id = str(uuid.uuid4())
        return cls(answers, form_id, bool(post.get("checking")))

    def hidden(self, shown=None):
        """(name, value) pairs for hidden inputs: all answers but those of the screen now shown."""
        mine = {name for names in inputs_of(shown) for name in names} if shown in FORMS else ()
        pairs = [("form_id", self.form_id)]
        for name, value in self.answers.items():
            if name not in mine:
                pairs += [(name, one) for one in (value if isinstance(value, list) else [value]) if one]
        return pairs + ([("checking", "1")] if self.checking else [])

    def words(self):
        """What they wrote, each cut at the longest that can be sent: no more of it is ever read."""
        return [self.answers[name][:LONGEST_COMMENT] for name in WORDS if self.answers.get(name)]


def wants_reply(answers):
    """True if they said so, or complain and did not say: a complaint is owed an answer."""
    wanted = answers.get("reply_wanted")
    return wanted == "yes" or (not wanted and answers.get("intent") == Intent.COMPLAINT)


def needed(answers):
    """The screens these answers call for, in order, before the check."""
    steps = ["experience", "about"]
    complaint = answers.get("intent") == Intent.COMPLAINT
    if answers.get("about") == About.SOMEONE_ELSE:
        steps.append("someone")
    if complaint:
        steps.append("complaint")
    if wants_reply(answers):
        steps.append("reply")
        if complaint or answers.get("reply_by") in ContactForm.FIELD_FOR:
            steps.append("contact")
    return steps


def forms_for(draft, place):
    """{step: its form, validated} for every screen needed."""
    return {step: FORMS[step](draft.answers, place) for step in needed(draft.answers)}


def unfinished(forms):
    """The first screen with something missing or wrong, or None."""
    return next((step for step, form in forms.items() if not form.is_valid()), None)


def after(step, draft, place):
    """The screen that follows a finished one."""
    if draft.checking and step not in BRANCHING:
        return unfinished(forms_for(draft, place)) or CHECK
    order = [*needed(draft.answers), CHECK]
    return order[order.index(step) + 1] if step in order else CHECK


def before(step, draft):
    """The screen to go back to, or None on the first."""
    if draft.checking and step != CHECK:
        return CHECK
    order = [*needed(draft.answers), CHECK]
    at = order.index(step) if step in order else 0
    return order[at - 1] if at else None


def submission(forms, draft, place):
    """Finished forms -> what intake takes. Answers to screens no longer needed are left behind."""
    given = {name: value for form in forms.values() for name, value in form.cleaned_data.items()}
    fft_answer = int(given["fft_answer"]) if given["fft_answer"] else None
    consent, relationship = given.get("consent", Consent.NOT_NEEDED), given.get("relationship", "")
    if consent == SomeoneForm.CANNOT_SAY:
        consent, relationship = Consent.NOT_YET, f"{relationship}; patient cannot say"
    needs = [NEEDS[one] for one in given.get("formats", [])] + [given.get("other_needs", "")]
    contact = {
        name: given.get(name) or "" for name in ("name", "email", "telephone", "address", "patient_name")
    }
    return Submission(
        channel=Channel.WEB,
        source=SOURCE,
        external_id=draft.form_id,
        organisation=place.organisation,
        service=place.service,
        intent=given["intent"],
        comments=tuple((question, given[name]) for name, question in WORDS.items() if given[name]),
        fft_answer=fft_answer,
        fft_mode="Online" if fft_answer else "",
        about=given["about"],
        relationship=relationship,
        consent=consent,
        reply_wanted=given["reply_wanted"] == "yes",
        reply_by=given.get("reply_by", ""),
        already_complained=given.get("already_complained", False),
        resolver_choice=given.get("resolver_choice", ""),
        experience_on=given["experience_on"],
        contact=contact | {"needs": "; ".join(one for one in needs if one)},
        with_return_code=True,
    )


# The fields intake names in a refusal which are not called so on a screen.
SHOWN_AS = {"comments": "what_happened"}


def refused(forms, problems):
    """Put intake's reasons on the fields they concern. -> the first screen with one, or None."""
    for name, reasons in problems.items():
        field = SHOWN_AS.get(name, name)
        for form in forms.values():
            if field in form.fields:
                form.add_error(field, reasons)
    return unfinished(forms)


def sections(forms):
    """What the check screen shows: [(step, [{key, value}])], in the words of the questions, empty ones left out."""
    return [
        (step, [row for name in form.fields if (row := _row(form, name))["value"]])
        for step, form in forms.items()
    ]


def icb_chosen(forms):
    """The ICB, if the person chose it to look into a complaint about primary care, else None."""
    form = forms.get("complaint")
    return form.icb if form and form.cleaned_data.get("resolver_choice") == "icb" else None


def _row(form, name):
    field, value = form.fields[name], form.cleaned_data.get(name)
    labels = {str(key): str(label) for key, label in getattr(field, "choices", ())}
    if isinstance(value, list):
        value = ", ".join(labels[one] for one in value)
    elif isinstance(value, bool):
        value = "Yes" if value else "No"
    elif value in labels:
        value = labels[value]
    elif hasattr(value, "year"):
        value = f"{value.day} {value:%B %Y}"
    return {"key": field.label.replace(" (optional)", ""), "value": value}
