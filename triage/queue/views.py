"""The queue: every open case in reach, risk first, then the nearest date not yet met (or the severest words)."""

from urllib.parse import urlencode, urlsplit

from django.contrib import messages
from django.core import signing
from django.http import QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from feedback.search.words import by_meaning
from organisations.permissions import allowed, may
from triage.absence.covers import covers_today, in_words
from triage.case.presence import others_at
from triage.mailing.views import on_the_queue
from triage.models import Case
from triage.models.case import BY_DATE, BY_SEVERITY
from triage.queue import assigning, searching
from triage.queue.choosing import MOST, chosen, how_many
from triage.queue.context import people_at_risk
from triage.queue.counting import counted
from triage.queue.figures import figures
from triage.queue.filters import Filters
from triage.queue.paging import page
from triage.queue.reach import colleagues_of
from triage.queue.rows import not_english, row
from triage.queue.saved import keeping, showing

PAGE = 50


@require_GET
def queue(request):
    """One page of cases. Who has none by their role goes to the page that is theirs: everyone lands here."""
    if not may(request.user, "read_cases"):
        for action, page_of_theirs in (("read_told", "/told/"), ("print_links", "/links/")):
            if may(request.user, action):
                return redirect(page_of_theirs)
    elif not request.GET and (view := keeping.opening(request.user)):
        return redirect(f"{reverse('queue:cases')}?{view.query}")
    return _queue(request)


@allowed("read_cases")
def _queue(request):
    today = timezone.localdate()
    filters = Filters(request.GET, user=request.user)
    own = Case.objects.visible_to(request.user)
    cases = filters.apply(own)
    may_work = may(request.user, "work_cases")
    shown = page(
        cases.select_related("feedback", "service", "organisation", "handler").prefetch_related("feedback__comments"),
        BY_SEVERITY if filters.severest_first else BY_DATE,
        after=request.GET.get("after", ""), before=request.GET.get("before", ""), size=PAGE,
    )  # fmt: skip
    unscored, looking = not_english(shown.rows), others_at(shown.rows, request.user)
    saved = showing.row(request.user, filters)
    alerted = {rows[0]["feedback_id"] for rows in people_at_risk(request)}
    return render(
        request,
        "triage/queue/queue.html",
        {
            "filters": filters,
            "figures": figures(request.user, today) | {"alerts": len(alerted)},
            "rows": [
                row(case, today=today, alerted=alerted, unscored=unscored, covers=covers_today(request.user))
                | {"looking": looking.get(case.pk)}
                for case in shown.rows
            ],
            "saved": saved,
            "asks": showing.in_words(filters),
            "today": today,
            "gone": showing.gone(filters, today) if saved["current"] else [],
            "keep_url": f"{reverse('queue:keep_view')}?{filters.to_keep()}" if filters.to_keep() else "",
            "list_url": f"{reverse('queue:ask_for_list')}{_address(filters)}",
            "places": _places(filters, own),
            "by_meaning": by_meaning(),
            "earlier_url": _address(filters, before=shown.earlier) if shown.earlier else "",
            "later_url": _address(filters, after=shown.later) if shown.later else "",
            "select_all_url": _address(filters, after=request.GET.get("after"), select="all"),
            "select_all": request.GET.get("select") == "all",
            "colleagues": [one for one in filters.colleagues if one != request.user],
            "here": request.get_full_path(),
            "assigned": request.session.pop("assigned", None),
            "may_find_names": may(request.user, "read_contacts"),
            "mailing": on_the_queue(request),
            "may_work": may_work,
            "in_view": how_many(cases) if may_work and (shown.earlier or shown.later) else 0,
            "most": MOST,
        },
    )


@require_POST
@allowed("read_cases")
def search(request):
    """Take the words out of the form and into a token: what is searched for is in no address, log or history."""
    words = request.POST.get("words", "").replace("\0", "").strip()
    if not words or len(words) > searching.LONGEST:
        messages.error(
            request,
            f"Search for {searching.LONGEST} letters or fewer."
            if words
            else "Write what you are looking for.",
        )
        return redirect(_back(request))
    kept = Filters(QueryDict(urlsplit(_back(request)).query), user=request.user).to_keep()
    if reference := searching.reference_of(words, request.user):
        asked = urlencode({"q": reference})
    else:
        looked_for, among = searching.search(words, by=request.user)
        asked = urlencode({"look": looked_for.token, "among": among})
    return redirect(f"{reverse('queue:cases')}?{'&'.join(filter(None, (asked, kept)))}")


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


def _places(filters, own):
    """Where else the words may be found, and how many cases there: [{name, text, href, count, current}]."""
    if not filters.searched:
        return []
    narrowed, words = filters.without_search(own), filters.searched.words
    places = [one for one in searching.AMONG if one[0] in searching.places(filters.user)]
    counts = counted(
        [searching.found(narrowed, words, name, filters.user) for name, _ in places], filters.user
    )
    return [
        {"text": text, "count": count, "current": name == filters.place,
         "href": "?" + urlencode([(key, value) for key, value in filters.query() if key != "among"] + [("among", name)])}
        for (name, text), count in zip(places, counts, strict=True)
    ]  # fmt: skip


def _colleague(user, pk):
    return colleagues_of(user).filter(pk=int(pk)).first() if pk.isdecimal() and len(pk) < 19 else None


def _address(filters, **more):
    return "?" + urlencode([*filters.query(), *((name, value) for name, value in more.items() if value)])


def _back(request):
    """The page of the queue the person was on. Only ever the queue: the form's word is not trusted further."""
    at = request.POST.get("here", "")
    home = reverse("queue:cases")
    return at if at.startswith(f"{home}?") else home
