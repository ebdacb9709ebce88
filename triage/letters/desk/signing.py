"""What waits for the responsible person's name."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from organisations.permissions import allowed
from triage.case.dates import next_date
from triage.letter import KINDS
from triage.models import Letter
from triage.signing import signs_for

MOST = 100  # on the page: the longest waits


@never_cache
@require_GET
@allowed("sign_replies")
def to_sign(request):
    """The letters to be signed for one's own bodies, the longest wait first, with the next date of each case."""
    waiting = Letter.objects.to_sign(signs_for(request.user)).select_related(
        "case__feedback", "case__organisation", "case__service", "put_forward_by"
    )
    today = timezone.localdate()
    rows = [
        {"letter": one, "kind": KINDS[one.kind], "next": next_date(one.case, today)} for one in waiting[:MOST]
    ]
    return render(request, "triage/letters/desk/to_sign.html", {"rows": rows})
