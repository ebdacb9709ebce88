"""Taking the present list away as a file: first what will be in it, then the file."""

from django.contrib import messages
from django.http import QueryDict, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from organisations.permissions import allowed
from triage.models.case import BY_DATE, BY_SEVERITY
from triage.queue import listing
from triage.queue.filters import Filters
from triage.queue.saved.showing import in_words


@require_GET
@allowed("read_cases")
def ask(request):
    """How many rows, which columns, and the button."""
    filters = Filters(request.GET, user=request.user)
    return render(
        request,
        "triage/queue/take_list.html",
        {
            "rows": listing.cases_of(filters, request.user).count(),
            "columns": list(listing.COLUMNS),
            "asks": in_words(filters),
            "searched": bool(filters.searched),
            "query": request.GET.urlencode(),
        },
    )


@require_POST
@allowed("read_cases")
def take(request):
    """The file, a line at a time. Who took it is kept before the first line leaves."""
    filters = Filters(QueryDict(request.POST.get("query", "")), user=request.user)
    if not filters.is_valid():
        # Left out, a filter that makes no sense would make the list longer than anyone asked for.
        messages.error(request, "That list cannot be made any more. Choose again what it shows.")
        return redirect("queue:cases")
    cases = listing.cases_of(filters, request.user)
    taken = listing.note_taken(filters, cases.count(), by=request.user)
    order = BY_SEVERITY if filters.severest_first else BY_DATE
    name = f"cases-{timezone.localdate()}.csv"
    return StreamingHttpResponse(
        listing.lines(cases, order, taken.rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"},
    )
