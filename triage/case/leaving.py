"""Words that have not left yet: marked as sent by a colleague's hand, sent again, or called back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from organisations.permissions import allowed
from triage import actions
from triage.case.acting import CONFLICT, REFUSED, typed_again
from triage.case.forms import CaseForm, words
from triage.case.history import meanwhile
from triage.case.page import facts
from triage.case.views import own_case, reading
from triage.holding import why_held
from triage.moves import NotAllowed


class CallBackForm(CaseForm):
    why = words(
        "Why is it called back?",
        "Say why it is called back",
        rows=3,
        help_text="The person does not see this.",
    )


@require_POST
@allowed("work_cases")
def mark_sent(request, reference, pk):
    """A letter was posted or a call made by a colleague's hand."""
    reply = _own_reply(request, reference, pk)
    return _press(
        request, reply, "Marked as sent.", actions.mark_sent, reached=request.POST.get("reached", "")
    )


@require_POST
@allowed("work_cases")
def send_again(request, reference, pk):
    """Try once more what was given up."""
    return _press(request, _own_reply(request, reference, pk), "It is on its way again.", actions.send_again)


def _press(request, reply, done, act, **given):
    try:
        act(reply, **given, by=request.user)
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect("case:show", reply.case.reference)


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("work_cases")
def call_back(request, reference, pk):
    """Let it never leave, with the reason. What was typed is never lost to a refusal."""
    reply = _own_reply(request, reference, pk)
    if request.method == "GET":
        return _page(request, reply, CallBackForm(case=reply.case, user=request.user))
    form = CallBackForm(request.POST, case=reply.case, user=request.user)
    if not form.is_valid():
        return _page(request, reply, form, status=REFUSED)
    try:
        actions.call_back(reply, **form.cleaned_data, by=request.user)
    except NotAllowed as refusal:
        form.add_error(None, str(refusal))
        return _page(request, reply, form, status=REFUSED)
    except actions.ChangedMeanwhile as quicker:
        reply = _own_reply(request, reference, pk)
        form = CallBackForm(typed_again(request, reply.case), case=reply.case, user=request.user)
        warning = meanwhile(quicker.event, request.user)
        return _page(request, reply, form, status=CONFLICT, warning=warning)
    messages.success(request, "It was called back. The person is still owed what it was to say.")
    return redirect("case:show", reply.case.reference)


def _own_reply(request, reference, pk):
    case = own_case(request.user, reference)
    reply = get_object_or_404(case.replies.select_related("letter__to"), pk=pk)
    reply.case = case
    return reply


def _page(request, reply, form, *, status=200, warning=""):
    reading(reply.case, "letter", request.user)
    context = {
        **facts(reply.case, timezone.localdate()),
        "reply": reply,
        "held": why_held(reply),
        "form": form,
        "warning": warning,
    }
    return render(request, "triage/case/call_back.html", context, status=status)
