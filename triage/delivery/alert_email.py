"""An e-mail to a member of staff that somebody may be at risk. No word of the patient, nor what kind of danger."""

from django.conf import settings
from django.core.mail import send_mail

AGAIN = {"second": "Nobody has taken it for 5 minutes.", "third": "Nobody has taken it for 15 minutes."}
SUBJECT = "Someone may be at risk: {reference}"
TEXT = """Someone may be at risk.

Reference: {reference}
{again}
Open it now, and say what you are doing about it:
{address}

Colleagues are told as well until somebody takes it.

NHS Patient View
"""
DRILL_SUBJECT = "DRILL, nobody is at risk: {reference}"
DRILL_TEXT = """This is a drill. Nobody is at risk.

Reference: {reference}
{again}
Open it now, and say that it reached you:
{address}

NHS Patient View
"""


def send(notice) -> None:
    """Tell the person of a Notice. Raises OSError (smtplib's errors too) if the mail did not leave."""
    subject, text = (DRILL_SUBJECT, DRILL_TEXT) if notice.drill_id else (SUBJECT, TEXT)
    again = AGAIN.get(notice.step, "")
    reference, address = said(notice)
    send_mail(
        subject.format(reference=reference),
        text.format(reference=reference, address=address, again=f"{again}\n" if again else ""),
        settings.DEFAULT_FROM_EMAIL,
        [notice.user.email],
    )


def said(notice) -> tuple[str, str]:
    """(reference, address of the page): all that a notice may carry."""
    if notice.drill_id:
        return f"drill {notice.drill_id}", f"{settings.PUBLIC_URL}/alerting/drills/{notice.drill_id}/"
    if notice.form_id:
        return (
            f"scanned form {notice.form.serial:08d}",
            f"{settings.PUBLIC_URL}/paper/checking/urgent/{notice.form_id}/",
        )
    return (
        notice.alert.feedback.reference,
        f"{settings.PUBLIC_URL}/queue/alerts/{notice.alert_id}/take/",
    )
