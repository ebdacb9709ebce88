"""Saying what one comment is really about. The machine's reading stays beside it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from organisations.permissions import allowed
from sentiment.models import Classification
from triage import actions
from triage.case.acting import CONFLICT, REFUSED, typed_again
from triage.case.forms import CorrectReadingForm
from triage.case.history import meanwhile
from triage.case.page import facts, thread_of
from triage.case.views import own_case, reading
from triage.moves import NotAllowed


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("work_cases")
def correct_reading(request, reference, pk):
    """The form of a correction, and the correction itself. A colleague who was quicker is never overwritten."""
    case = own_case(request.user, reference)
    in_force = _reading_in_force(case, pk)
    typed = request.POST if request.method == "POST" else None
    form = CorrectReadingForm(typed, case=case, user=request.user, begin_with=in_force)
    if not form.is_valid():
        return _page(request, case, form, status=REFUSED if form.is_bound else 200)
    try:
        actions.correct_classification(case, classification=in_force, **form.cleaned_data, by=request.user)
    except NotAllowed as refusal:
        form.add_error(None, str(refusal))
        return _page(request, case, form, status=REFUSED)
    except actions.ChangedMeanwhile as quicker:
        return _told_first(request, reference, pk, quicker.event)
    messages.success(request, "Your correction stands from now on.")
    return redirect("case:show", case.reference)


def _reading_in_force(case, comment):
    """What stands for one comment of the case's thread. Raises Http404 for any other comment."""
    thread = [one.pk for one in thread_of(case)]
    return get_object_or_404(
        Classification.objects.current().select_related("comment"),
        comment=comment,
        comment__feedback__in=thread,
    )


def _told_first(request, reference, comment, event):
    """Somebody was quicker: say who, keep what was ticked, and let the person decide again."""
    case = own_case(request.user, reference)
    form = CorrectReadingForm(
        typed_again(request, case), case=case, user=request.user, begin_with=_reading_in_force(case, comment)
    )
    return _page(request, case, form, status=CONFLICT, warning=meanwhile(event, request.user))


def _page(request, case, form, *, status, warning=""):
    reading(case, "case", request.user)
    return render(
        request,
        "triage/case/correct_reading.html",
        {
            **facts(case, timezone.localdate()),
            "comment": form.begin_with.comment,
            "form": form,
            "warning": warning,
        },
        status=status,
    )
