"""The investigation of a case: its page, its chronology for paper, and one form a thing to do."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404
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
from triage.inquiry import forms
from triage.inquiry.page import NEXT, chronology, inquiry
from triage.models import Flag
from triage.moves import NotAllowed


@dataclass(frozen=True)
class Doing:
    """One form of an investigation: its title, its button, and what is said when it is done."""

    title: str
    button: str
    done: str


NAME = Doing("Name an investigator", "Name them", "The investigator is named.")
ASK = Doing("Ask for a statement", "Keep this request", "The request is kept. Now ask them.")
CHASE = Doing("Chase the statement", "Keep this", "It is kept that you asked again.")
RECEIVE = Doing("Keep the statement", "Keep the statement", "The statement is kept.")
WITHDRAW = Doing("Withdraw the request", "Withdraw it", "The request is withdrawn.")
CHRONICLE = Doing("Add to the chronology", "Keep this entry", "The entry is kept.")
CORRECT = Doing(
    "Correct an entry", "Keep the correction", "The correction is kept. The old entry is struck through."
)


@never_cache
@require_GET
def show(request, reference):
    """Who looks into it, which statements are awaited, what happened when, and what was decided."""
    case = own_case(request.user, reference)
    reading(case, "investigation", request.user)
    today = timezone.localdate()
    context = {
        **facts(case, today, request.path),
        **inquiry(case, today),
        "may_work": may(request.user, "work_cases"),
    }
    return render(request, "triage/inquiry/show.html", context)


@never_cache
@require_GET
def chronology_page(request, reference):
    """The chronology alone, to be printed."""
    case = own_case(request.user, reference)
    reading(case, "investigation", request.user)
    context = {**facts(case, timezone.localdate()), "chronology": chronology(case)}
    return render(request, "triage/inquiry/chronology.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("work_cases")
def name(request, reference):
    case = own_case(request.user, reference)
    return _ask(
        request, case, NAME, forms.InvestigatorForm, actions.name_investigator, case, user=request.user
    )


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("work_cases")
def ask(request, reference):
    case = own_case(request.user, reference)
    return _ask(request, case, ASK, forms.AskForm, actions.ask_statement, case, user=request.user)


@require_POST
@allowed("work_cases")
def release(request, reference, pk):
    case = own_case(request.user, reference)
    investigator = get_object_or_404(case.investigators.select_related("case"), pk=pk)
    try:
        actions.release_investigator(investigator, by=request.user)
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "They do not look into this case any more.")
    return redirect("inquiry:show", case.reference)


STATEMENT = {
    "chase": (CHASE, forms.ChaseForm, actions.chase_statement),
    "receive": (RECEIVE, forms.ReceiveForm, actions.receive_statement),
    "withdraw": (WITHDRAW, forms.WithdrawForm, actions.withdraw_statement),
}


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("work_cases")
def statement(request, reference, pk, slug):
    """Chase, keep or withdraw one statement."""
    if slug not in STATEMENT:
        raise Http404
    case = own_case(request.user, reference)
    one = get_object_or_404(case.statements.select_related("case", "service"), pk=pk)
    doing, form, act = STATEMENT[slug]
    return _ask(request, case, doing, form, act, one, about=f"{one.asked_of}: {one.what}")


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("work_cases")
def chronicle(request, reference, pk=None):
    """A new entry, or the correction of entry `pk`."""
    case = own_case(request.user, reference)
    if pk is None:
        return _ask(request, case, CHRONICLE, forms.ChronicleForm, actions.chronicle, case)
    entry = get_object_or_404(case.chronology, pk=pk)
    first = forms.ChronicleForm.begins_with(entry)

    def correct(case, **given):
        return actions.chronicle(case, corrects=entry, **given)

    return _ask(request, case, CORRECT, forms.ChronicleForm, correct, case, initial=first)


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("work_cases")
def decide(request, reference, kind):
    """Duty of candour, patient safety, safeguarding, a claim: yes, no, or not yet."""
    if kind not in Flag.Kind.values:
        raise Http404
    case = own_case(request.user, reference)
    doing = Doing(f"Decide: {Flag.Kind(kind).label}", "Keep this decision", "Your decision is kept.")

    def act(case, **given):
        return actions.decide_flag(case, kind=kind, **given)

    return _ask(
        request, case, doing, forms.FlagForm, act, case, user=request.user, kind=kind, about=NEXT[kind][1]
    )  # fmt: skip


def _ask(request, case, doing, form_class, act, row, about="", **given):
    """The form of one thing, and the thing itself: `act(row, **what was given, by=)`."""
    initial = given.pop("initial", None)
    if request.method == "GET":
        return _form_page(request, case, doing, form_class(case=case, initial=initial or {}, **given), about)
    form = form_class(request.POST, case=case, **given)
    if not form.is_valid():
        return _form_page(request, case, doing, form, about, status=REFUSED)
    try:
        act(row, **form.cleaned_data, by=request.user)
    except NotAllowed as refusal:
        form.add_error(None, str(refusal))
        return _form_page(request, case, doing, form, about, status=REFUSED)
    except actions.ChangedMeanwhile as quicker:
        case = own_case(request.user, case.reference)
        form = form_class(typed_again(request, case), case=case, **given)
        warning = meanwhile(quicker.event, request.user)
        return _form_page(request, case, doing, form, about, status=CONFLICT, warning=warning)
    messages.success(request, doing.done)
    return redirect("inquiry:show", case.reference)


def _form_page(request, case, doing, form, about, *, status=200, warning=""):
    reading(case, "investigation", request.user)
    context = {
        **facts(case, timezone.localdate()),
        "doing": doing,
        "form": form,
        "about": about,
        "warning": warning,
    }
    return render(request, "triage/inquiry/do.html", context, status=status)
