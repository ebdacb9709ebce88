"""The page of a case's issues, and one form a thing to do with them."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms as django_forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from organisations.permissions import allowed, may
from sentiment.coding import SUBJECTS
from triage import actions
from triage.case.acting import CONFLICT, REFUSED, typed_again
from triage.case.history import meanwhile
from triage.case.page import facts
from triage.case.views import own_case, reading
from triage.issues import forms
from triage.issues.page import issues_page
from triage.issues.suggesting import suggestions
from triage.models import Issue
from triage.moves import NotAllowed


@dataclass(frozen=True)
class Doing:
    """One thing to do with an issue. `begin(issue)` is what its form holds at first."""

    title: str
    button: str
    done: str
    form: type[django_forms.Form]
    act: Callable
    begin: Callable[[Issue], dict] = lambda issue: {}


def _now(*names):
    """What these fields of the issue hold: a foreign key by its id."""
    return lambda issue: {name: issue.serializable_value(name) for name in names}


ADD = Doing(
    "Add an issue", "Add this issue", "The issue is added.", forms.IssueForm, actions.raise_issue
)  # fmt: skip
DO = {
    "change": Doing(
        "Change the issue", "Keep the change", "The issue is changed.", forms.IssueForm, actions.change_issue,
        _now("sentence", "subject", "service", "profession"),
    ),
    "decide": Doing(
        "Decide on the issue", "Keep this finding", "Your finding is kept.", forms.DecideForm, actions.decide_issue,
        _now("finding", "reason", "learning"),
    ),
    "undo": Doing(
        "Take back the finding", "Take it back", "The finding is taken back.", forms.WhyForm, actions.undo_finding
    ),
    "drop": Doing(
        "Drop the issue", "Drop it", "The issue is dropped. It stays at the end of this page.", forms.WhyForm,
        actions.drop_issue,
    ),
    "promise": Doing(
        "Promise the change", "Keep this promise", "The promise is kept.", forms.PromiseForm, actions.promise_learning,
        forms.PromiseForm.begins_with,
    ),
}  # fmt: skip


@never_cache
@require_GET
@allowed("read_cases")
def show(request, reference):
    """What is complained about, what was found, and what the words suggest besides."""
    case = own_case(request.user, reference)
    reading(case, "issues", request.user)
    may_work = may(request.user, "work_cases")
    context = {
        **facts(case, timezone.localdate(), request.path),
        **issues_page(case),
        "suggestions": suggestions(case) if may_work and case.is_open else [],
        "may_work": may_work,
    }
    return render(request, "triage/issues/show.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("work_cases")
def add(request, reference):
    """A new issue; `?subject=` is one that was suggested, shown with the words that suggest it."""
    case = own_case(request.user, reference)
    subject = request.GET.get("subject", "")
    initial = {"subject": subject} if subject in SUBJECTS else {}
    because = next((one for one in suggestions(case) if one.code == subject), None)
    return _ask(request, case, ADD, case, initial, because=because)


@require_POST
@allowed("work_cases")
def dismiss(request, reference):
    """A suggested subject is none of this case."""
    case = own_case(request.user, reference)
    try:
        actions.dismiss_subject(case, subject=request.POST.get("subject", ""), by=request.user)
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "It is not suggested any more.")
    return redirect("issues:show", case.reference)


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("work_cases")
def do(request, reference, number, slug):
    """Change, decide, take back, drop or promise: one issue of one case."""
    if slug not in DO:
        raise Http404
    case = own_case(request.user, reference)
    issue = get_object_or_404(case.issues.stands().select_related("service__organisation"), number=number)
    issue.case = case
    return _ask(request, case, DO[slug], issue, DO[slug].begin(issue), issue=issue)


def _ask(request, case, doing, row, initial, **shown):
    """The form of one thing, and the thing itself: `doing.act(row, **what was given, by=)`."""
    if request.method == "GET":
        form = doing.form(case=case, user=request.user, initial=initial)
        return _form_page(request, case, doing, form, shown)
    form = doing.form(request.POST, case=case, user=request.user, initial=initial)
    if not form.is_valid():
        return _form_page(request, case, doing, form, shown, status=REFUSED)
    try:
        doing.act(row, **form.cleaned_data, by=request.user)
    except NotAllowed as refusal:
        form.add_error(None, str(refusal))
        return _form_page(request, case, doing, form, shown, status=REFUSED)
    except actions.ChangedMeanwhile as quicker:
        case = own_case(request.user, case.reference)
        form = doing.form(typed_again(request, case), case=case, user=request.user, initial=initial)
        warning = meanwhile(quicker.event, request.user)
        return _form_page(request, case, doing, form, shown, status=CONFLICT, warning=warning)
    messages.success(request, doing.done)
    return redirect("issues:show", case.reference)


def _form_page(request, case, doing, form, shown, *, status=200, warning=""):
    reading(case, "issues", request.user)
    context = {
        **facts(case, timezone.localdate()), **shown, "doing": doing, "form": form, "warning": warning,
    }  # fmt: skip
    return render(request, "triage/issues/do.html", context, status=status)
