"""Say to the people of the ticked cases that their words arrived; what happened to each; and undo."""

from datetime import datetime

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from organisations.permissions import allowed
from triage.addressee import WAYS
from triage.mailing import telling
from triage.models import Mailing, MailingCase
from triage.queue.choosing import chosen, seen_versions

REASONS = {one.value: one.label for one in MailingCase.Outcome}


@require_POST
@allowed("work_cases")
def say(request):
    """Write to all that were chosen: those of one page now, the rest within moments. Nothing leaves yet."""
    seen = seen_versions(request)
    cases = [(case.pk, seen.get(case.pk, case.version)) for case in chosen(request, telling.LIMIT)]
    if not cases:
        messages.error(request, "Tick at least one case first. Nobody was written to.")
        return redirect("queue:cases")
    mailing = telling.begin(cases, by=request.user)
    telling.go_on(mailing)
    if until := telling.until(mailing):
        request.session["mailing"] = {"pk": mailing.pk, "count": len(cases), "until": until.isoformat()}
    return redirect("mailing:show", mailing.pk)


def on_the_queue(request) -> dict | None:
    """What the queue says of one's last mailing while it can be taken back: {pk, count, until}. No query."""
    last = request.session.get("mailing")
    until = last and datetime.fromisoformat(last["until"])
    return {**last, "until": until} if last and until > timezone.now() else None


@never_cache
@require_GET
@allowed("work_cases")
def show(request, pk):
    """What happened to each case of one's own mailing, and until when it can be taken back."""
    mailing = get_object_or_404(Mailing, pk=pk, by=request.user)
    rows = list(mailing.rows.select_related("case__feedback", "case__organisation", "reply").order_by("id"))
    until = None if mailing.taken_back_at else telling.until(mailing)
    return render(
        request,
        "triage/mailing/show.html",
        {
            "mailing": mailing,
            "waiting": sum(not row.outcome for row in rows),
            "parts": {value: [row for row in rows if row.outcome == value] for value in REASONS},
            "ways": {way: words for way, (words, _) in WAYS.items()},
            "count": len(rows),
            "until": until,
        },
    )


@require_POST
@allowed("work_cases")
def undo(request, pk):
    """Take back what has not left."""
    mailing = get_object_or_404(Mailing, pk=pk, by=request.user)
    request.session.pop("mailing", None)
    if mailing.taken_back_at:
        messages.warning(request, "That was taken back already.")
    else:
        telling.undo(mailing)
    return redirect("mailing:show", mailing.pk)
