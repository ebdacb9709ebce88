"""The queue: every open case in reach, risk first, then the nearest date not yet met (or the severest words)."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core import signing
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from organisations.permissions import allowed, may
from triage.absence.covers import covers_today, in_words
from triage.mailing.views import on_the_queue
from triage.models import Case
from triage.models.case import BY_DATE, BY_SEVERITY
from triage.queue import assigning
from triage.queue.choosing import MOST, chosen, how_many
from triage.queue.context import people_at_risk
from triage.queue.figures import figures
from triage.queue.filters import Filters
from triage.queue.paging import page
from triage.queue.reach import colleagues_of
from triage.queue.rows import not_english, row

PAGE = 50


@require_GET
def queue(request):
    """One page of cases. Who has none by their role goes to the page that is theirs: everyone lands here."""
    if not may(request.user, "read_cases"):
        for action, page_of_theirs in (("read_told", "/told/"), ("print_links", "/links/")):
            if may(request.user, action):
                return redirect(page_of_theirs)
    return _queue(request)


@allowed("read_cases")
def _queue(request):
    today = timezone.localdate()
    filters = Filters(request.GET, user=request.user)
    cases = filters.apply(Case.objects.visible_to(request.user))
    may_work = may(request.user, "work_cases")
    shown = page(
        cases.select_related("feedback", "service", "organisation", "handler").prefetch_related("feedback__comments"),
        BY_SEVERITY if filters.severest_first else BY_DATE,
        after=request.GET.get("after", ""), before=request.GET.get("before", ""), size=PAGE,
    )  # fmt: skip
    unscored = not_english(shown.rows)
    alerted = {rows[0]["feedback_id"] for rows in people_at_risk(request)}
    return render(
        request,
        "triage/queue/queue.html",
        {
            "filters": filters,
            "figures": figures(request.user, today) | {"alerts": len(alerted)},
            "rows": [
                row(case, today=today, alerted=alerted, unscored=unscored, covers=covers_today(request.user))
                for case in shown.rows
            ],
            "earlier_url": _address(filters, before=shown.earlier) if shown.earlier else "",
            "later_url": _address(filters, after=shown.later) if shown.later else "",
            "select_all_url": _address(filters, after=request.GET.get("after"), select="all"),
            "select_all": request.GET.get("select") == "all",
            "colleagues": [one for one in filters.colleagues if one != request.user],
            "here": request.get_full_path(),
            "assigned": request.session.pop("assigned", None),
            "mailing": on_the_queue(request),
            "may_work": may_work,
            "in_view": how_many(cases) if may_work and (shown.earlier or shown.later) else 0,
            "most": MOST,
        },
    )


@require_POST
@allowed("work_cases")
def assign(request):
    """Give the ticked cases to one person; say which could not be given and why; offer the way back."""
    cases = chosen(request)
    to_me = request.POST.get("to") == "me"
    handler = request.user if to_me else _colleague(request.user, request.POST.get("person", ""))
    if not cases:
        messages.error(request, "Tick at least one case first. Nothing was changed.")
    elif handler is None:
        messages.error(request, "Choose who should have the cases. Nothing was changed.")
    else:
        result = assigning.assign_many(cases, handler=handler, by=request.user)
        who = "you" if handler == request.user else str(handler)
        request.session["assigned"] = {"to": who, **vars(result)}
        if away := covers_today(request.user).of(handler.pk):
            messages.warning(request, in_words(handler, away))
    return redirect(_back(request))


@require_POST
@allowed("work_cases")
def undo(request):
    """Put the last bulk assignment back as it was."""
    try:
        result = assigning.undo(request.POST.get("token", ""), by=request.user)
    except signing.BadSignature:
        messages.error(request, "It is too late to undo that. Assign the cases again instead.")
    else:
        if result.done:
            messages.success(request, f"Given back as before: {', '.join(result.done)}.")
        for reference, why in result.refused.items():
            messages.warning(request, f"{reference} stays as it is. {why}")
    return redirect(_back(request))


def _colleague(user, pk):
    return colleagues_of(user).filter(pk=int(pk)).first() if pk.isdecimal() and len(pk) < 19 else None


def _address(filters, **more):
    return "?" + urlencode([*filters.query(), *((name, value) for name, value in more.items() if value)])


def _back(request):
    """The page of the queue the person was on. Only ever the queue: the form's word is not trusted further."""
    at = request.POST.get("here", "")
    home = reverse("queue:cases")
    return at if at.startswith(f"{home}?") else home
