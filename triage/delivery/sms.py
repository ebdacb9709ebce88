"""A text message to the person on call, by GOV.UK Notify: https://docs.notifications.service.gov.uk/python.html

The template in Notify may use ((what)), ((reference)) and ((link)), and nothing else is sent.
"""

from django.conf import settings
from notifications_python_client.errors import HTTPError
from notifications_python_client.notifications import NotificationsAPIClient

from triage.delivery.alert_email import said

SECONDS = 20  # for one request


class NotSent(OSError):
    """Notify refused, or could not be reached. Says the number of the refusal and nothing that was sent."""


def send(notice) -> None:
    """Send one Notice to the number of its turn. Raises NotSent, or another OSError where the network is down."""
    reference, address = said(notice)
    client = NotificationsAPIClient(settings.NOTIFY_API_KEY, base_url=settings.NOTIFY_URL, timeout=SECONDS)
    try:
        client.send_sms_notification(
            phone_number=notice.turn.telephone,
            template_id=settings.NOTIFY_SMS_TEMPLATE,
            personalisation={
                "what": "DRILL: nobody is at risk" if notice.drill_id else "Someone may be at risk",
                "reference": reference,
                "link": address,
            },
            reference=f"notice-{notice.pk}",
        )
    except HTTPError as refusal:  # its text may hold the number
        raise NotSent(f"Notify answered {refusal.status_code}") from None
