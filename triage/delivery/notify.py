"""GOV.UK Notify: prints and posts a letter that we drew, or e-mails the note that words wait.

Each row has a reference of its own. Before a second try Notify is asked whether it has that reference
already: a worker that was killed, or an answer that was lost on the way, posts no second letter.
"""

import io

from django.conf import settings

from triage.addressee import addressee, refused_ways
from triage.delivery import printing
from triage.delivery.leaving import WillNotLeave

TIMEOUT = 20  # seconds
BAD_REQUEST = 400


class NotifyDown(OSError):
    """Notify did not answer, or asks us to come back later."""


def send_letter(reply) -> None:
    """Hand the letter to Notify. Raises NotifyDown to try again, WillNotLeave where that would not help."""
    who = addressee(reply.case, reply.letter.to if reply.letter else None)
    if why := refused_ways(who).get("notify"):
        raise WillNotLeave(why)
    try:
        pdf = printing.kept(reply)
    except printing.CannotPrint as problem:
        raise WillNotLeave(str(problem)) from None
    _once(reply, lambda client, name: client.send_precompiled_letter_notification(name, io.BytesIO(pdf)))


def send_note(reply, email: str, fields: dict[str, str]) -> None:
    """E-mail the note that a Reply waits. Raises as `send_letter`."""
    template = settings.NOTIFY_EMAIL_TEMPLATE
    _once(
        reply,
        lambda client, name: client.send_email_notification(
            email, template, personalisation=fields, reference=name
        ),
    )


def reference_of(reply) -> str:
    """What Notify knows this row by: the case's reference and the row's number. No word about the person."""
    return f"{reply.case.reference}.{reply.pk}"


def _once(reply, send):
    from notifications_python_client.errors import APIError, InvalidResponse
    from notifications_python_client.notifications import NotificationsAPIClient

    client = NotificationsAPIClient(settings.NOTIFY_API_KEY, base_url=settings.NOTIFY_URL, timeout=TIMEOUT)
    name = reference_of(reply)
    try:
        # The first attempt is counted before it is made: at the second, the first may have arrived.
        if reply.attempts > 1 and client.get_all_notifications(reference=name)["notifications"]:
            return
        send(client, name)
    except InvalidResponse:
        raise NotifyDown from None
    except APIError as problem:
        # Not the message: Notify may quote an address back at us.
        if problem.status_code == BAD_REQUEST:
            raise WillNotLeave("GOV.UK Notify refused it: look at its own pages for the reason") from None
        raise NotifyDown from None  # a wrong key or a clock that is out is ours to mend, and then it leaves
    finally:
        client.request_session.close()
