"""The officer's morning e-mail: counts, references and links. No name, no word of anybody."""

from django.conf import settings
from django.core.mail import send_mail

from triage.morning.gather import PARTS

LISTED = 10  # references of one part; the rest are counted
SUBJECT = "Your cases this morning: {what}"
TEXT = """Hello {name},

{parts}

All your cases: {queue}

You get this on working days when something is late or near.
To see it on a page, or to stop it: {switch}

NHS Patient View
"""


def send(morning) -> None:
    """Send one Morning. Raises OSError (smtplib's errors too) if the mail did not leave."""
    send_mail(
        SUBJECT.format(what=_in_short(morning.says)),
        TEXT.format(
            name=morning.user,
            parts="\n\n".join(_part(part, morning.says[part]) for part in PARTS if part in morning.says),
            queue=f"{settings.PUBLIC_URL}/queue/?handler=me",
            switch=f"{settings.PUBLIC_URL}/morning/",
        ),
        settings.DEFAULT_FROM_EMAIL,
        [morning.user.email],
    )


def _in_short(says):
    """Such as "2 late, 5 near"."""
    late = len(says.get("late", ()))
    near = len(says.get("today", ())) + len(says.get("week", ()))
    counted = [f"{count} {word}" for count, word in ((late, "late"), (near, "near")) if count]
    return ", ".join(counted) or "some wait for something"


def _part(part, references):
    lines = [f"{settings.PUBLIC_URL}/cases/{reference}/" for reference in references[:LISTED]]
    more = len(references) - LISTED
    return "\n".join(
        [f"{PARTS[part]}: {len(references)}", *lines, *([f"and {more} more"] if more > 0 else [])]
    )
