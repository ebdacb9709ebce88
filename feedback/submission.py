"""Submission: what a door hands to intake. All doors ask the same of it, in the same words."""

import dataclasses
import hashlib
import json
import unicodedata
from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone

from feedback.models import About, Consent, Feedback, FftAnswer, Intent, Question, ReplyBy
from organisations.models import Kind, Organisation, Service, User

LONGEST_COMMENT = 20_000  # characters: about ten pages; a longer story is a letter, and is attached
CONTACT_FIELDS = ("name", "email", "telephone", "address", "patient_name", "needs")


@dataclass(frozen=True, kw_only=True)
class Submission:
    """One person's feedback as a door received it, before it is stored.

    `comments` are (question kind, words) pairs; `contact` has keys of CONTACT_FIELDS.
    `external_id` is the door's own name for it, unique within `source`: sending the
    same submission twice stores it once. `written_by` is the member of staff who wrote for the person.
    """

    channel: str
    source: str
    external_id: str
    organisation: Organisation
    service: Service | None = None
    intent: str = Intent.COMMENT
    comments: tuple[tuple[str, str], ...] = ()
    fft_answer: int | None = None
    fft_mode: str = ""
    about: str = About.SELF
    relationship: str = ""
    consent: str = Consent.NOT_NEEDED
    reply_wanted: bool = False
    reply_by: str = ""
    already_complained: bool = False
    resolver_choice: str = ""
    experience_on: date | None = None
    received_on: date | None = None
    follows: Feedback | None = None
    contact: dict = field(default_factory=dict)
    with_return_code: bool = False
    written_by: User | None = None

    def tidied(self) -> "Submission":
        """The same words as the database can hold them: no NUL, one kind of line end, no empty comments."""
        comments = tuple((question, words) for question, text in self.comments if (words := tidy(text)))
        contact = {key: words for key, text in self.contact.items() if (words := tidy(text))}
        return dataclasses.replace(
            self, comments=comments, contact=contact, relationship=tidy(self.relationship)
        )

    def fingerprint(self) -> str:
        """SHA-256 of all that was sent, to tell a repeat from a different submission with the same id."""
        sent = {name: getattr(self, name) for name in (one.name for one in dataclasses.fields(self))}
        for name in ("organisation", "service", "follows", "written_by"):
            sent[name] = sent[name].pk if sent[name] else None
        if sent["written_by"] is None:
            # What was stored before staff could write for a person must still be known as the same.
            del sent["written_by"]
        return hashlib.sha256(json.dumps(sent, sort_keys=True, default=str).encode()).hexdigest()

    def check(self) -> None:
        """Raise ValidationError, keyed by field and in plain words, if this cannot be taken.

        Asked of tidied submissions by intake, whatever the door: a door's own form
        may ask more, never less.
        """
        problems = _choices(self) | _words(self) | _days(self) | _place(self) | _answering(self)
        if problems:
            raise ValidationError(problems)


def _choices(one):
    allowed = {
        "intent": Intent, "about": About, "consent": Consent, "fft_answer": FftAnswer, "reply_by": ReplyBy,
    }  # fmt: skip
    return {
        name: f"Choose one of: {', '.join(str(value) for value in choices.values)}."
        for name, choices in allowed.items()
        if getattr(one, name) not in ("", None) and getattr(one, name) not in choices.values
    }


def _words(one):
    if not one.comments and one.fft_answer is None:
        return {"comments": "Tell us about your experience in your own words, or choose an answer."}
    if any(len(words) > LONGEST_COMMENT for _, words in one.comments):
        return {"comments": f"Your words must be {LONGEST_COMMENT:,} characters or fewer."}
    if any(question not in Question.values for question, _ in one.comments):
        return {"comments": f"Say which question each comment answers: {', '.join(Question.values)}."}
    if len(one.external_id) > 120:
        return {"external_id": "The id must be 120 characters or fewer."}
    return {}


def _days(one):
    problems = {}
    for name in ("received_on", "experience_on"):
        day = getattr(one, name)
        if day and day > timezone.localdate():
            problems[name] = "The date must be today or in the past."
        elif day and day.year < 1948:
            problems[name] = "The date must be after the NHS began, in 1948."
    return problems


def _place(one):
    received_on = one.received_on or timezone.localdate()
    if one.organisation.provider().kind in (Kind.NATIONAL, Kind.SITE):
        return {"organisation": "That body does not give care. Choose the hospital, practice or service."}
    if not one.organisation.is_open_on(received_on):
        after = one.organisation.successor
        took_over = f" {after.name} took over from it." if after else ""
        return {"organisation": f"{one.organisation.name} was not open on that day.{took_over}"}
    if one.service and one.service.organisation_id != one.organisation.pk:
        return {"service": "That service does not belong to that organisation."}
    if one.service and not one.service.is_open_on(received_on):
        return {"service": "That service has closed. Choose the one that took over from it."}
    return {}


def _answering(one):
    problems = {}
    if one.about == About.SELF and one.consent != Consent.NOT_NEEDED:
        problems["consent"] = "Consent is only asked for when the feedback is about someone else."
    if one.reply_by and not one.reply_wanted:
        problems["reply_by"] = "A way to reply is only needed when a reply is wanted."
    needed = {"email": "email", "post": "address", "telephone": "telephone"}.get(one.reply_by)
    if needed and not one.contact.get(needed):
        problems[needed] = "Tell us where to send the reply."
    return problems


def tidy(text: str) -> str:
    """`text` without NUL and other control marks the database refuses, outer space trimmed, nothing else changed."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(ch for ch in text if ch in "\n\t" or unicodedata.category(ch) not in ("Cc", "Cs")).strip()
