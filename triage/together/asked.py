"""What other bodies ask of ours: the list, and one part with its answer. Nothing else of their cases is here."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from organisations.permissions import allowed, may
from triage import actions
from triage.case.acting import REFUSED
from triage.case.views import reading
from triage.models import JointPart
from triage.moves import NotAllowed
from triage.together.forms import AnswerForm
from triage.together.page import part_page

MOST_SHOWN = 200


@never_cache
@require_GET
@allowed("read_cases")
def asked_of_us(request):
    """The parts that wait, the nearest date first, and below them those that are done. No words of anybody's."""
    rows = JointPart.objects.visible_to(request.user).select_related("case__feedback", "case__organisation")
    today = timezone.localdate()
    waiting = [_row(one, today) for one in rows.waiting()[:MOST_SHOWN]]
    done = [
        _row(one, today)
        for one in rows.exclude(answered_on=None, withdrawn_at=None).order_by("-id")[:MOST_SHOWN]
    ]
    return render(request, "triage/together/asked_of_us.html", {"waiting": waiting, "done": done})


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("read_cases")
def part(request, pk):
    """What we were asked, by when, and our answer. Every read leaves a row with the case it belongs to."""
    rows = JointPart.objects.visible_to(request.user)
    row = get_object_or_404(
        rows.select_related("case__feedback", "case__organisation", "organisation", "answered_by"), pk=pk
    )
    form = AnswerForm(request.POST or None, case=row.case)
    if request.method == "POST" and may(request.user, "work_cases") and form.is_valid():
        try:
            actions.answer_part(row, **form.cleaned_data, by=request.user)
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Your answer is kept. The organisation that leads can read it now.")
            return redirect("asked:part", row.pk)
    reading(row.case, "part", request.user)
    context = {
        **part_page(row, timezone.localdate()),
        "form": form,
        "may_answer": row.is_waiting and may(request.user, "work_cases"),
    }
    return render(request, "triage/together/part.html", context, status=REFUSED if form.errors else 200)


def _row(one, today):
    days = (one.due_on - today).days if one.is_waiting else None
    return {"part": one, "days": days}
