"""Searching the cases in reach: by reference, by name, by ward or clinic, and by the words people wrote.

Words and names travel in the body of a request and are kept encrypted; addresses hold a token.
"""

import re
from datetime import timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils import timezone

from feedback.search.names import named
from feedback.search.words import said_by, saying
from organisations.permissions import may, within
from triage.models import Case, Search

REFERENCE = re.compile(r"^(?:PV)?[^A-Z0-9]*([A-Z0-9]{4})[^A-Z0-9]*([A-Z0-9]{4})$")
AMONG = (("words", "In their words"), ("names", "By name"), ("services", "By ward or clinic"))
LONGEST = 200  # characters
# PostgreSQL cannot tell how rare words are that are only begun, or stand together. So we look: what at most so many
# wrote is found by the index of words, what more wrote by reading cases in their order until a page is full.
FEW = 2_000
# No limit, but a fence: the index of names is asked first.
ALL = 10**9
LASTS = timedelta(seconds=settings.SESSION_COOKIE_AGE)


def as_reference(typed: str) -> str:
    """What was typed as a reference is written, "PV-7KD4-QM3X", or "" if it cannot be one."""
    spoken = REFERENCE.match(typed.strip().upper())
    return "PV-{}-{}".format(*spoken.groups()) if spoken else ""


def reference_of(typed: str, user) -> str:
    """The reference of a case in reach that was typed, or "". "Cold food" has the shape of one and is none."""
    reference = as_reference(typed)
    own = Case.objects.visible_to(user).filter(feedback__reference=reference)
    return reference if reference and own.exists() else ""


def search(words: str, *, by) -> tuple[Search, str]:
    """Keep what is looked for, and where to look first: the first of names, services, words that finds a case."""
    own = Case.objects.visible_to(by)
    among = next((place for place in places(by) if found(own, words, place, by).exists()), AMONG[0][0])
    return Search.objects.create(words=words, among_names=may(by, "read_contacts"), by=by), among


def places(user) -> list[str]:
    """Where this person may search, what is rarest first."""
    return [*(["names"] if may(user, "read_contacts") else []), "services", "words"]


def search_of(token: str, user) -> Search | None:
    """The person's own search behind a token, as long as it lasts."""
    since = timezone.now() - LASTS
    return Search.objects.filter(token=token, by=user, at__gt=since).exclude(words="").first()


def found(cases, words: str, among: str, user):
    """`cases` that `words` lead to. One place at a time: so PostgreSQL can use the index of each, also among millions."""
    if among == "names":
        return _by_name(cases, words, user)
    if among == "services":
        return cases.filter(service__name__icontains=words)
    few = said_by(words, FEW + 1)
    if len(few) <= FEW:
        return cases.filter(feedback__in=few)
    return cases.filter(Exists(saying(words).filter(feedback=OuterRef("feedback"))))


def _by_name(cases, words, user):
    """Cases of a person with this name, where this person may read contact details. Every part must be theirs."""
    parts = named(words)
    if not parts:
        return cases.none()
    cases = cases.filter(within(user, "read_contacts"))
    for feedback in parts:
        cases = cases.filter(feedback__in=feedback[:ALL])
    return cases
