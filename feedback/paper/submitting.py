"""What stands in the fields of a form, as the submission that every door hands to intake. Reads rows, writes none."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone

from feedback.models import About, Channel, Consent, FilledForm, FormField, Intent, Question, ReplyBy
from feedback.paper.checking.kinds import CANNOT_TELL
from feedback.submission import CONTACT_FIELDS, Submission, tidy

SOURCE = "paper"
COMPLAINT_FORM = "complaint"
# What a way to reply cannot do without, in the order in which another way is taken.
NEEDED = {ReplyBy.EMAIL: "email", ReplyBy.POST: "address", ReplyBy.TELEPHONE: "telephone"}
LONGEST_RELATIONSHIP = 60
NO_DAY = "Enter a day, month and year, or nothing if none is written."
ANOTHER_WAY = "No {missing} was given, so the reply goes by {way}"
NO_WAY = "No {missing} was given, so nobody knows where to reply"


def submission(form: FilledForm, fields: Iterable[FormField]) -> Submission:
    """The form as a submission, by what people and the machine read in its fields.

    Repairs what nobody can have meant: consent where the person writes about themselves, a way
    to reply where none is wanted, a way whose detail is missing. Raises ValidationError by
    field where a person must look again.
    """
    fields = list(fields)
    received_on = _received_on(form, fields)
    organisation = _open_then(form.organisation, received_on)
    about = _about(fields)
    reply_wanted, reply_by = _reply(form, fields)
    relationship = given(fields, "relationship") if about == About.SOMEONE_ELSE else ""
    if len(relationship) > LONGEST_RELATIONSHIP:
        raise ValidationError({"relationship": f"This must be {LONGEST_RELATIONSHIP} characters or fewer."})
    return Submission(
        channel=Channel.PAPER,
        source=SOURCE,
        external_id=str(form.key),
        organisation=organisation,
        service=_service(form, organisation, received_on),
        intent=_intent(form, fields),
        comments=tuple((name, words) for name in Question.values if (words := given(fields, name))),
        fft_answer=int(given(fields, "fft_answer") or 0) or None,
        fft_mode=form.batch.fft_mode if any(one.name == "fft_answer" for one in fields) else "",
        about=about,
        relationship=relationship,
        consent=_consent(fields, about),
        reply_wanted=reply_wanted,
        reply_by=reply_by,
        experience_on=_day(fields, "experience_on"),
        received_on=received_on,
        contact={name: words for name in CONTACT_FIELDS if (words := given(fields, name))},
        with_return_code=reply_by == ReplyBy.CODE,
    )


def given(fields: Iterable[FormField], name: str) -> str:
    """What stands in the field of that name; "" for blank, for no such field, and for what nobody can make out."""
    for one in fields:
        if one.name == name:
            return "" if one.value == CANNOT_TELL else tidy(one.value)
    return ""


def why_another_way(fields: Iterable[FormField], one: Submission) -> str:
    """Why the reply does not go the way they ticked, in plain words; "" where it does."""
    ticked = given(fields, "reply_by")
    if not one.reply_wanted or not ticked or ticked == one.reply_by:
        return ""
    missing = {"email": "email address", "address": "postal address", "telephone": "telephone number"}[
        NEEDED[ticked]
    ]
    if one.reply_by:
        return ANOTHER_WAY.format(missing=missing, way=ReplyBy(one.reply_by).label)
    return NO_WAY.format(missing=missing)


def _intent(form, fields):
    """The box ticked. Who fills in the complaint form and ticks none complains; who fills in the card comments."""
    is_complaint = form.layout.partition("-")[0] == COMPLAINT_FORM
    return given(fields, "intent") or (Intent.COMPLAINT if is_complaint else Intent.COMMENT)


def _about(fields):
    """Nobody who writes about themselves names a patient, or says that the patient agrees."""
    of_another = any(given(fields, name) for name in ("consent", "relationship", "patient_name"))
    return given(fields, "about") or (About.SOMEONE_ELSE if of_another else About.SELF)


def _consent(fields, about):
    """Silence is no consent."""
    if about == About.SELF:
        return Consent.NOT_NEEDED
    return given(fields, "consent") or Consent.NOT_YET


def _reply(form, fields):
    """(wanted, way). Who ticks a way wants one, and so does who complains, unless they say no."""
    answer, ticked = given(fields, "reply_wanted"), given(fields, "reply_by")
    complains = _intent(form, fields) == Intent.COMPLAINT
    if answer == "no" or not (answer or ticked or complains):
        return False, ""
    if ticked == ReplyBy.CODE or (ticked and given(fields, NEEDED[ticked])):
        return True, ticked
    others = (way for way, detail in NEEDED.items() if given(fields, detail))
    return True, next(others, "")


def _received_on(form, fields):
    """The day on the stamp, unless it is still to come; else the day the batch came in."""
    try:
        stamped = _day(fields, "stamp")
    except ValidationError:
        stamped = None
    return stamped if stamped and stamped <= timezone.localdate() else form.batch.received_on


def _day(fields, name):
    written = given(fields, name)
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise ValidationError({name: NO_DAY}) from None


def _open_then(organisation, day):
    """The organisation, or the one that took over from it before that day: cards outlive mergers."""
    seen = set()
    while not organisation.is_open_on(day) and organisation.successor and organisation.pk not in seen:
        seen.add(organisation.pk)
        organisation = organisation.successor
    return organisation


def _service(form, organisation, day):
    """The ward or clinic, if it was open then and is the organisation's own; else the words are for the whole."""
    service = form.service or form.batch.service
    if service and service.organisation_id == organisation.pk and service.is_open_on(day):
        return service
    return None
