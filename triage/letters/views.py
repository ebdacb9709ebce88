"""The letters of a case: the list, and writing one. Nothing typed is lost to a refusal or to a colleague."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from organisations.permissions import allowed, may
from triage import actions
from triage.case.acting import CONFLICT, REFUSED
from triage.case.views import own_case, reading
from triage.letters.beginning import begin
from triage.letters.changes import changes
from triage.letters.forms import BeginForm, LetterForm
from triage.letters.page import letter_page, list_page, own_letter
from triage.moves import NotAllowed


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("read_cases")
def letters(request, reference):
    """Every letter of one case, and the beginning of a new one."""
    case = own_case(request.user, reference)
    may_write = may(request.user, "work_cases")
    form = BeginForm(request.POST if request.method == "POST" and may_write else None, case=case)
    if form.is_valid():
        try:
            letter = _begun(case, form.cleaned_data, request.user)
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("letters:write", case.reference, letter.pk)
    reading(case, "letters", request.user)
    context = {**list_page(case, request.user, request.path), "form": form, "may_work": may_write}
    return render(request, "triage/letters/list.html", context, status=REFUSED if form.errors else 200)


def _begun(case, asked, by):
    to = asked.get("to")
    words = begin(case, asked["kind"], by, to=to)
    return actions.begin_letter(
        case, kind=asked["kind"], text=words.text, to=to, template=words.template, by=by
    )


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("work_cases")
def write(request, reference, pk):
    """The editor of one letter; once it is finished, the letter to read."""
    case = own_case(request.user, reference)
    letter = own_letter(case, pk)
    if request.method == "GET" or not letter.is_open:
        return _page(request, letter, _form(letter))
    form = LetterForm(request.POST)
    if not form.is_valid():
        return _page(request, letter, form, status=REFUSED)
    try:
        newest = actions.save_letter(letter, **form.cleaned_data, by=request.user)
    except actions.LetterChanged as quicker:
        return _told_first(request, letter, quicker.newest)
    except NotAllowed as refusal:
        form.add_error(None, str(refusal))
        return _page(request, letter, form, status=REFUSED)
    return _then(request, letter, newest.number)


def _then(request, letter, seen):
    """What the button asked for besides saving."""
    reference, then = letter.case.reference, request.POST.get("then")
    if then == "send":
        return redirect("letters:send", reference, letter.pk)
    if then != "forward":
        messages.success(request, "Your words are saved.")
        return redirect("letters:write", reference, letter.pk)
    try:
        actions.put_forward(letter, seen=seen, by=request.user)
    except NotAllowed as refusal:
        fresh = own_letter(own_case(request.user, reference), letter.pk)
        typed = request.POST.copy()
        typed["seen"] = seen
        form = LetterForm(typed)
        form.add_error(None, f"Your words are saved. {refusal}")
        return _page(request, fresh, form, status=REFUSED)
    messages.success(request, "Saved, and put forward to be signed.")
    return redirect("letters:write", reference, letter.pk)


def _told_first(request, letter, newest):
    """Somebody saved meanwhile: say who, show what differs, keep what was typed, and let the person decide."""
    typed = request.POST.copy()
    typed["seen"] = newest.number
    fresh = own_letter(own_case(request.user, letter.case.reference), letter.pk)
    return _page(
        request, fresh, LetterForm(typed), status=CONFLICT, theirs=newest,
        differs=changes(newest.text, typed.get("text", "")),
    )  # fmt: skip


def _form(letter):
    newest = list(letter.versions.all())[-1]
    return LetterForm(initial={"text": newest.text, "shape": letter.shape, "seen": newest.number})


def _page(request, letter, form, *, status=200, **more):
    reading(letter.case, "letter", request.user)
    typed = form.data.get("text", "") if form.is_bound else ""
    return render(
        request,
        "triage/letters/write.html",
        {**letter_page(letter, request.user, _list(letter), typed), "form": form, **more},
        status=status,
    )


def _list(letter):
    return reverse("letters:list", args=[letter.case.reference])
