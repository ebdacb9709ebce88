"""What was found, in sentences: the page and the command say the same."""

from django.utils import timezone
from django.utils.dateformat import format as format_date

from insights.emerging.told import WEEKS_BEFORE
from insights.models import EmergingLook, EmergingTheme


def people(count: int) -> str:
    return "1 person" if count == 1 else f"{count:,} people"


def weeks(count: int) -> str:
    return "week" if count == 1 else f"{count} weeks"


def name(theme: EmergingTheme) -> str:
    """The words as one thing to speak of: "app, booking and password"."""
    *first, last = theme.words
    return f"{', '.join(first)} and {last}" if first else last


def found(theme: EmergingTheme) -> str:
    """ "12 people wrote about app and booking in the last 4 weeks; nobody did in the 12 weeks before." """
    now = f"{people(theme.people)} wrote about {name(theme)} in {_period(theme.look)}"
    if theme.is_new:
        return f"{now}; nobody did in the {weeks(WEEKS_BEFORE)} before."
    if theme.people_before:
        return f"{now}; {people(theme.people_before)} did in the {weeks(WEEKS_BEFORE)} before."
    return f"{now}."


def growth(theme: EmergingTheme) -> str:
    """How it changed: "new", "4 times as many a week", or "too early to say"."""
    if theme.is_new:
        return "new"
    if not theme.people_before:
        return "too early to say"
    times = theme.people / theme.look.weeks / (theme.people_before / WEEKS_BEFORE)
    return f"{times:.1f} times as many a week".replace(".0 ", " ")


def looked(look: EmergingLook) -> str:
    """What a look rested on."""
    return (
        f"We compared {look.comments:,} comments of {_period(look)} with {look.comments_before:,} of the "
        f"{weeks(WEEKS_BEFORE)} before. {look.unexplained:,} did not fit the theme list."
    )


def _period(look):
    if look.to_on == timezone.localdate():
        return f"the last {weeks(look.weeks)}"
    return f"the {weeks(look.weeks)} to {format_date(look.to_on, 'j F Y')}"
