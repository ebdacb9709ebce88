"""How people found our handling in the last twelve months, for one's own organisations."""

import datetime as dt

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from insights.handling.counted import FEWEST, counted
from organisations.permissions import allowed, within
from triage.models import Case

YEAR = dt.timedelta(days=365)


@require_GET
@allowed("read_handling")
def handling(request):
    """A table and a plain sentence a question; nobody's words."""
    today = timezone.localdate()
    cases = Case.objects.filter(within(request.user, "read_handling"))
    return render(
        request,
        "insights/handling/handling.html",
        {**counted(cases, today - YEAR, today), "from_on": today - YEAR, "fewest": FEWEST},
    )
