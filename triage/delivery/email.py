"""A note that words are waiting. An e-mail never carries the words: it can be read by others on the way.

Source: NHS England guidance on e-mail to patients; regulation 15 (consent to electronic communication).
"""

from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage

from triage.addressee import addressee, refused_ways
from triage.delivery import notify
from triage.delivery.leaving import WillNotLeave

SUBJECTS = {
    "acknowledgement": "We have your feedback {reference}",
    "reply": "There is a reply to your feedback {reference}",
    "letter": "There is a letter for you about {reference}",
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
    "letter": "The team has written to you about your feedback.",
}


def send(reply) -> None:
    """Tell the person that a Reply waits for them, through GOV.UK Notify where it is set up for that.

    Raises OSError (smtplib's errors too) if it did not leave, and WillNotLeave if the person may not be
    e-mailed: what they allow is asked again at the last moment, for it may have changed since.
    """
    who = addressee(reply.case, reply.letter.to if reply.letter else None)
    if why := refused_ways(who).get("email"):
        raise WillNotLeave(why)
    reference = reply.case.reference
    says, address = SAYS[reply.kind], f"{settings.PUBLIC_URL}/track/"
    if settings.NOTIFY_EMAIL_TEMPLATE:
        notify.send_note(reply, who.email, {"reference": reference, "says": says, "address": address})
        return
    EmailMessage(
        SUBJECTS[reply.kind].format(reference=reference),
        TEXT.format(says=says, address=address),
        settings.DEFAULT_FROM_EMAIL,
        [who.email],
        headers={"Message-ID": message_id(reply)},
    ).send()


def message_id(reply) -> str:
    """The same for every try of one row, so that a server or a reader can tell a second copy from a second note."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return f"<{reply.case.reference}.{reply.pk}@{domain}>"
