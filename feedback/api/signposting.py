"""Help that is there now, as an app is told of it."""

from feedback.signposting import HELP_NOW, Help


def _how(help_now: Help) -> str:
    """Such as "Call 999. Go to A&E". A web address is said, as an app has only the words."""
    return ". ".join(
        f"{way.words}: {way.href}" if way.href.startswith("https:") else way.words for way in help_now.ways
    )


SIGNPOSTING = tuple({"name": one.name, "how": _how(one), "for": one.when} for one in HELP_NOW)
