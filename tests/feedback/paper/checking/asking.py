"""For the tests of checking: who is asked what next, and how they say what they read."""

import re

from feedback.paper.checking.lending import Scope, lend

ADDRESS = "/paper/checking/"
MOST_QUERIES = 22  # two of them find the session and the person
EVERYTHING = Scope()


def next_for(user, scope=EVERYTHING, answered=0):
    lent = lend(user, scope, answered=answered)
    return lent[0] if lent else None


def shown(page):
    """The number of the field on the page."""
    found = re.search(rf'action="{ADDRESS}(\d+)/', page.text)
    return int(found[1]) if found else None


def say(desk, row, value=None, say="mine", query=""):
    said = {"say": say} | ({} if value is None else {"value": value})
    return desk.post(f"{ADDRESS}{row.pk}/{query}", said, follow=True)
