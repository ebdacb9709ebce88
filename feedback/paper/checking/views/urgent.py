"""Scanned words that may show somebody at risk: read now, whatever else there is to check."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from feedback.paper.checking import urgent
from feedback.paper.checking.lending import MAY
from feedback.paper.checking.views.pictures import has_picture, may_see_page
from organisations.permissions import allowed

MOST = 50


@never_cache
@require_GET
@allowed(MAY)
def waiting(request):
    """Every urgent form this person may check, the longest wait first."""
    rows = [
        {"form": one, "kinds": urgent.kinds_heard(one)} for one in urgent.urgent_forms(request.user)[:MOST]
    ]
    return render(request, "feedback/paper/checking/urgent.html", {"rows": rows})


@never_cache
@require_GET
@allowed(MAY)
def read(request, pk):
    """One of them: the picture, the words as read so far, what was heard, and the way to its fields."""
    one = get_object_or_404(urgent.urgent_forms(request.user), pk=pk)
    words = urgent.words_read(request.user, one)
    scans = [scan for scan in one.scans.order_by("page") if scan.straight]
    return render(
        request,
        "feedback/paper/checking/urgent_form.html",
        {
            "one": one,
            "kinds": urgent.kinds_heard(one),
            "words": [row | {"has_picture": has_picture(request.user, row["field"])} for row in words],
            "pages": scans if scans and may_see_page(request.user, scans[0]) else [],
        },
    )
