"""A note that words are waiting. An e-mail never carries the words: it can be read by others on the way.

Source: NHS England guidance on e-mail to patients; regulation 15 (consent to electronic communication).
"""

from django.conf import settings
from django.core.mail import send_mail

SUBJECTS = {
    "acknowledgement": "We have your feedback {reference}",
    "reply": "There is a reply to your feedback {reference}",
}
TEXT = """Hello,

{says}

To read it, go to {address} and enter your 16-digit return code.

Please do not answer this e-mail: nobody reads this mailbox. You can write back on the same page.
If life is at risk, call 999. For urgent help that is not an emergency, call 111.

NHS Patient View
"""
SAYS = {
    "acknowledgement": "Your feedback has arrived, and a team is looking at it.",
    "reply": "The team has answered your feedback.",
}


def send(reply) -> None:
    """Tell the person that a Reply waits for them. Raises OSError (smtplib's errors too) if the mail did not leave."""
    feedback = reply.case.feedback
    send_mail(
        SUBJECTS[reply.kind].format(reference=feedback.reference),
        TEXT.format(says=SAYS[reply.kind], address=f"{settings.PUBLIC_URL}/track/"),
        settings.DEFAULT_FROM_EMAIL,
        [feedback.contact.email],
    )
