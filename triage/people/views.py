"""The people of a case: their page, their contact details on request, and one form to add or change somebody."""

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
from triage.moves import NotAllowed
from triage.people.forms import AddForm, ChangeForm
from triage.people.needs import CALLED
from triage.people.page import parts_left, people


@dataclass(frozen=True)
class Doing:
    """One form: its title, its button, and what is said when it is done."""

    title: str
    button: str
    done: str


ADD = Doing("Add a person", "Add this person", "The person is added.")
CHANGE = Doing("Change what we know", "Keep this", "It is kept.")


@never_cache
@require_GET
def show(request, reference):
    """Who they are and what they need; how to reach them is not said here."""
    case = own_case(request.user, reference)
    reading(case, "people", request.user)
    return _page(request, case)


@never_cache
@require_POST
@allowed("read_contacts")
def contacts(request, reference):
    """The same with names and contact details: shown on request, and the request is kept."""
    case = own_case(request.user, reference)
    reading(case, "contact", request.user)
    return _page(request, case, shown=True)


def _page(request, case, *, shown=False):
    context = {
        **facts(case, timezone.localdate(), f"/cases/{case.reference}/people/"),
        "people": people(case),
        "shown": shown,
        "may_add": parts_left(case),
        "may_contacts": may(request.user, "read_contacts"),
        "may_work": may(request.user, "work_cases"),
    }
    return render(request, "triage/people/show.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("read_contacts")
def add(request, reference):
    """A new person with a part nobody has yet."""
    case = own_case(request.user, reference)
    return _ask(request, case, ADD, AddForm, lambda **given: actions.add_party(case, **given))


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("read_contacts")
def change(request, reference, pk):
    """What we know of one person, to be changed. It holds contact details: the read is kept as one of those."""
    case = own_case(request.user, reference)
    party = get_object_or_404(case.parties.select_related("case__feedback"), pk=pk)
    return _ask(
        request, case, CHANGE, ChangeForm, lambda **given: actions.change_party(party, **given),
        first=ChangeForm.begins_with(party), about=CALLED[party.part],
    )  # fmt: skip


PRESS = {
    "answer": (actions.answer_party, "The reply goes to them."),
    "remove": (actions.remove_party, "They are taken out of this case."),
}


@require_POST
@allowed("work_cases")
def press(request, reference, pk, slug):
    """Let the reply go to this person, or take out one who was added by mistake."""
    if slug not in PRESS:
        raise Http404
    case = own_case(request.user, reference)
    party = get_object_or_404(case.parties.select_related("case__feedback"), pk=pk)
    act, done = PRESS[slug]
    try:
        act(party, by=request.user)
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect("people:show", case.reference)


def _ask(request, case, doing, form_class, act, *, first=None, about=""):
    """The form, and the thing itself: `act(**what was given, by=)`. Nothing typed is lost to a refusal."""
    user = request.user
    if request.method == "GET":
        form = form_class(case=case, user=user, initial=first or {})
        return _form_page(request, case, doing, form, about)
    form = form_class(request.POST, case=case, user=user)
    if not form.is_valid():
        return _form_page(request, case, doing, form, about, status=REFUSED)
    try:
        act(**form.cleaned_data, by=user)
    except NotAllowed as refusal:
        form.add_error(None, str(refusal))
        return _form_page(request, case, doing, form, about, status=REFUSED)
    except actions.ChangedMeanwhile as quicker:
        case = own_case(user, case.reference)
        form = form_class(typed_again(request, case), case=case, user=user)
        warning = meanwhile(quicker.event, user)
        return _form_page(request, case, doing, form, about, status=CONFLICT, warning=warning)
    messages.success(request, doing.done)
    return redirect("people:show", case.reference)


def _form_page(request, case, doing, form, about, *, status=200, warning=""):
    reading(case, "contact", request.user)
    context = {
        **facts(case, timezone.localdate(), f"/cases/{case.reference}/people/"),
        "doing": doing,
        "form": form,
        "about": about,
        "warning": warning,
    }
    return render(request, "triage/people/do.html", context, status=status)
