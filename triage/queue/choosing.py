"""Which cases were chosen on the queue: those that were ticked, or all of the view, up to a limit."""

from urllib.parse import urlsplit

from django.http import QueryDict

from triage.models import Case
from triage.queue.filters import Filters

MOST = 200  # cases chosen at once by "all in this view"


def chosen(request, limit=MOST) -> list[Case]:
    """The cases, in the order of the queue. "All" are those of the address the person was on, filters and all."""
    own = Case.objects.visible_to(request.user).select_related("feedback")
    if request.POST.get("all") == "yes":
        asked = QueryDict(urlsplit(request.POST.get("here", "")).query)
        return list(Filters(asked, user=request.user).apply(own).in_order()[:limit])
    picked = [int(pk) for pk in request.POST.getlist("case") if _is_id(pk)][:limit]
    return list(own.filter(pk__in=picked).in_order())


def seen_versions(request) -> dict[int, int]:
    """{id of a case: its version on the page that was pressed}, from "17:3 18:1"."""
    pairs = (pair.partition(":") for pair in request.POST.get("seen", "").split())
    return {int(pk): int(version) for pk, _, version in pairs if _is_id(pk) and _is_id(version, 9)}


def how_many(cases) -> int:
    """How many cases a view holds, counted no further than one beyond MOST."""
    return len(cases.order_by().values_list("pk", flat=True)[: MOST + 1])


def _is_id(text, digits=18):
    return text.isdecimal() and len(text) <= digits
