"""What belongs together with a case: its page, and one form a thing to do."""

from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from organisations.permissions import allowed, may
from triage import actions
from triage.case.acting import CONFLICT, REFUSED, typed_again
from triage.case.history import meanwhile
from triage.case.page import facts
from triage.case.views import own_case, reading
from triage.models import Case, CaseLink, Merge
from triage.moves import NotAllowed
from triage.together import forms
from triage.together.page import together


@dataclass(frozen=True)
class Doing:
    """One form: its title, its button, what is said when it is done, and what to know before."""

    title: str
    button: str
    done: str
    about: str = ""


MERGE = Doing(
    "Merge with another case", "Merge them", "The two cases are one now. You can split them again at any time.",
    "The case that stays takes the earlier dates and answers for both, with one reply. The person reads it with "
    "either return code. Nothing is lost: you can split the two again.",
)  # fmt: skip
SPLIT = Doing(
    "Split two cases again", "Split them", "They are two cases again. Each has its own dates back.",
    "Each case has its own dates back. What happened after the merge stays with the case that stayed: notes, "
    "letters, and dates agreed since.",
)  # fmt: skip
LINK = Doing("Link with another case", "Link them", "The two cases are linked. Both pages show it.")
ASK = Doing(
    "Ask another body for its part", "Ask them", "They are asked. You write the one reply.",
    "You lead: you write the one reply for all of it, on time. They see only this page of theirs, and not the case. "
    "The rule: regulation 9 of the complaints regulations (2009).",
)  # fmt: skip
KEEP = Doing("Keep their answer", "Keep the answer", "Their answer is kept.")
WITHDRAW = Doing("Take back what you asked", "Take it back", "It is taken back. They can see that.")


@never_cache
@require_GET
def show(request, reference):
    """Merged and linked cases, parts asked of other bodies, and all dates with the reasons."""
    case = own_case(request.user, reference)
    reading(case, "together", request.user)
    today = timezone.localdate()
    context = {
        **facts(case, today, request.path),
        **together(case, request.user, today),
        "may_work": may(request.user, "work_cases"),
    }
    return render(request, "triage/together/show.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("work_cases")
def merge(request, reference):
    case = own_case(request.user, reference)

    def act(case, *, other, stays, version, **given):
        if stays == "this":
            actions.merge(other, into=case, into_version=version, **given)
        else:
            actions.merge(case, into=other, version=version, **given)

    return _ask(request, case, MERGE, forms.MergeForm, act, case, user=request.user)


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("work_cases")
def split(request, reference, pk):
    """Undo one merge, from either of the two pages. Whoever does it may see both."""
    case = own_case(request.user, reference)
    own = Case.objects.visible_to(request.user)
    row = get_object_or_404(
        Merge.objects.standing()
        .filter(kept__in=own, merged__in=own)
        .select_related("kept__feedback", "merged__feedback"),
        pk=pk,
    )
    if case.pk not in (row.kept_id, row.merged_id):
        return redirect("together:show", case.reference)
    return _ask(request, case, SPLIT, forms.WhyForm, actions.unmerge, row)


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("work_cases")
def link(request, reference):
    case = own_case(request.user, reference)

    def act(case, *, other, **given):
        actions.link(case, with_case=other, **given)

    return _ask(request, case, LINK, forms.LinkForm, act, case, user=request.user)


@require_POST
@allowed("work_cases")
def unlink(request, reference, pk):
    case = own_case(request.user, reference)
    links = CaseLink.objects.standing().select_related("first__feedback", "second__feedback")
    row = get_object_or_404(links, pk=pk)
    if case.pk in (row.first_id, row.second_id):
        try:
            actions.unlink(row, by=request.user)
        except NotAllowed as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, "The link is taken away. The history of both keeps it.")
    return redirect("together:show", case.reference)


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("work_cases")
def ask(request, reference):
    case = own_case(request.user, reference)
    return _ask(request, case, ASK, forms.AskPartForm, actions.ask_part, case, user=request.user)


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("work_cases")
def keep(request, reference, pk):
    """The answer of a body outside. One that works here writes its own."""
    case = own_case(request.user, reference)
    part = get_object_or_404(case.parts.select_related("case", "organisation"), pk=pk, organisation=None)
    return _ask(request, case, KEEP, forms.KeepAnswerForm, actions.answer_part, part)


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("work_cases")
def withdraw(request, reference, pk):
    case = own_case(request.user, reference)
    part = get_object_or_404(case.parts.select_related("case", "organisation"), pk=pk)
    return _ask(request, case, WITHDRAW, forms.WhyForm, actions.withdraw_part, part)


def _ask(request, case, doing, form_class, act, row, **given):
    """The form of one thing, and the thing itself: `act(row, **what was given, by=)`."""
    if request.method == "GET":
        initial = {"other": request.GET["with"][:20]} if "with" in request.GET else {}
        return _form_page(request, case, doing, form_class(case=case, initial=initial, **given))
    form = form_class(request.POST, case=case, **given)
    if not form.is_valid():
        return _form_page(request, case, doing, form, status=REFUSED)
    try:
        act(row, **form.cleaned_data, by=request.user)
    except NotAllowed as refusal:
        form.add_error(None, str(refusal))
        return _form_page(request, case, doing, form, status=REFUSED)
    except actions.ChangedMeanwhile as quicker:
        case = own_case(request.user, case.reference)
        form = form_class(typed_again(request, case), case=case, **given)
        warning = meanwhile(quicker.event, request.user)
        return _form_page(request, case, doing, form, status=CONFLICT, warning=warning)
    messages.success(request, doing.done)
    return redirect("together:show", case.reference)


def _form_page(request, case, doing, form, *, status=200, warning=""):
    reading(case, "together", request.user)
    context = {**facts(case, timezone.localdate()), "doing": doing, "form": form, "warning": warning}
    return render(request, "triage/together/do.html", context, status=status)
