"""A note to administrators that the model reads differently: the sentences, which hold nobody's words."""

from collections.abc import Sequence

from django.conf import settings
from django.core.mail import EmailMessage

from insights.drift.models import DriftNotice

SUBJECT = "What the model finds in comments has changed"
TEXT = """Hello,

{sentences}

This may be the model, or what people write to us. Please look at {address}
and note what you found. It is shown on every page of yours until somebody does.

NHS Patient View
"""


def send(notices: Sequence[DriftNotice], to: Sequence[str]) -> None:
    """One message, in which no address is shown to the others. Raises OSError if it did not leave."""
    EmailMessage(
        SUBJECT,
        TEXT.format(
            sentences="\n\n".join(one.sentence for one in notices),
            address=f"{settings.PUBLIC_URL}/insights/drift/",
        ),
        bcc=to,
    ).send()
