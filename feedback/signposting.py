"""Help that is there now. Said before any thanks where words speak of danger: on our pages and to apps alike."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Way:
    """One way to reach help: what to do, and the address behind it ("" where there is nothing to press)."""

    words: str
    href: str = ""


@dataclass(frozen=True)
class Help:
    name: str
    when: str
    ways: tuple[Way, ...]


HELP_NOW = (
    Help(
        "Emergency services",
        "If a life is in danger, or someone cannot be kept safe",
        (Way("Call 999", "tel:999"), Way("Go to A&E")),
    ),
    Help(
        "NHS 111",
        "For help with your mental health, day or night",
        (Way("Call 111, then choose option 2", "tel:111"),),
    ),
    Help(
        "Samaritans",
        "To talk to someone, free, day and night",
        (Way("Call Samaritans on 116 123", "tel:116123"),),
    ),
    Help(
        "Shout",
        "To text with someone, free, day and night",
        (Way("Text SHOUT to 85258", "sms:85258?body=SHOUT"),),
    ),
    Help(
        "Relay UK and 999 BSL",
        "If you are deaf or cannot use a phone, in an emergency",
        (
            Way("Sign with 999 BSL", "https://999bsl.co.uk/"),
            Way("Call 18000 with Relay UK or a textphone", "tel:18000"),
        ),
    ),
)
