"""What an uploaded e-mail fills in: who sent it, when, and its words. The person at the desk checks all of it."""

from datetime import date
from email.utils import parseaddr, parsedate_to_datetime

from django.utils import timezone

from feedback.models import Channel
from feedback.submission import LONGEST_COMMENT, tidy
from triage.evidence.emails import Email

REST = "\n\n[The rest is in the attached e-mail.]"


def filled_from(message: Email, today: date) -> dict[str, str]:
    """The inputs of the staff form, by name, that `message` answers. A date ahead or unreadable is left out."""
    name, address = parseaddr(message.sender)
    words = tidy(f"{message.subject}\n\n{message.text}")
    if len(words) > LONGEST_COMMENT:
        words = words[: LONGEST_COMMENT - len(REST)] + REST
    found = {
        "channel": Channel.EMAIL.value,
        "words": words,
        "name": tidy(name)[:120],
        "email": tidy(address)[:254],
    }
    day = _day(message.on)
    if day and day <= today:
        found |= {
            "received_on_day": str(day.day),
            "received_on_month": str(day.month),
            "received_on_year": str(day.year),
        }
    return {key: value for key, value in found.items() if value}


def _day(words):
    """The day in London of an e-mail's own date, or None."""
    try:
        moment = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        return moment.date()
    try:
        return timezone.localtime(moment).date()
    except (ValueError, OverflowError):
        return None
