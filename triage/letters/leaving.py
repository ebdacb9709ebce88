"""The last steps of a letter: signed or sent back, sent, or put aside."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from organisations.permissions import allowed
from triage import actions
from triage.case.acting import CONFLICT, REFUSED
from triage.case.history import meanwhile
from triage.case.views import own_case, reading
from triage.letters.forms import SendBackForm, SendForm, SignForm
from triage.letters.page import letter_page, newest_version, own_letter
from triage.moves import NotAllowed
from triage.signing import may_sign

CHANGED = "{who} saved other words meanwhile (version {number}). Read them first. Nothing was done."


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("sign_replies")
def sign(request, reference, pk):
    """The whole letter, for the one who signs it; the signature is for the version that was read."""
    letter = _letter(request, reference, pk)
    if not may_sign(request.user, letter.case):
        raise PermissionDenied
    if request.method == "GET":
        return _sign_page(request, letter)
    form = SignForm(request.POST)
    try:
        actions.sign_letter(letter, seen=form.cleaned_data["seen"] if form.is_valid() else 0, by=request.user)
    except NotAllowed as refusal:
        form.add_error(None, str(refusal))
        return _sign_page(request, letter, form=form, status=REFUSED)
    except actions.LetterChanged as quicker:
        warning = CHANGED.format(who=quicker.newest.saved_by, number=quicker.newest.number)
        return _sign_page(request, _letter(request, reference, pk), warning=warning, status=CONFLICT)
    messages.success(request, "You signed this letter. It can be sent now.")
    return redirect("letters:write", reference, pk)


@never_cache
@require_POST
@allowed("sign_replies")
def send_back(request, reference, pk):
    """Back to the one who wrote it, with what should be changed."""
    letter = _letter(request, reference, pk)
    form = SendBackForm(request.POST)
    if form.is_valid():
        try:
            actions.send_back(letter, note=form.cleaned_data["note"], by=request.user)
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "The letter was sent back. Your note is in the history of the case.")
            return redirect("letters:write", reference, pk)
    return _sign_page(request, letter, back=form, status=REFUSED)


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("work_cases")
def send(request, reference, pk):
    """The letter as it will be read, and how it leaves."""
    letter = _letter(request, reference, pk)
    if not letter.is_open:
        return redirect("letters:write", reference, pk)
    if request.method == "GET":
        return _send_page(request, letter)
    form = SendForm(request.POST, letter=letter)
    if not form.is_valid():
        return _send_page(request, letter, form, status=REFUSED)
    try:
        actions.send_letter(letter, **form.cleaned_data, by=request.user)
    except NotAllowed as refusal:
        form.add_error(None, str(refusal))
        return _send_page(request, letter, form, status=REFUSED)
    except actions.LetterChanged as quicker:
        warning = CHANGED.format(who=quicker.newest.saved_by, number=quicker.newest.number)
    except actions.ChangedMeanwhile as quicker:
        warning = meanwhile(quicker.event, request.user)
    else:
        messages.success(request, "The letter is on its way.")
        return redirect("letters:list", reference)
    return _send_page(request, _letter(request, reference, pk), status=CONFLICT, warning=warning)


@require_POST
@allowed("work_cases")
def put_aside(request, reference, pk):
    """It will not be sent."""
    letter = _letter(request, reference, pk)
    try:
        actions.put_aside(letter, by=request.user)
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "The letter was put aside. Its versions are kept.")
    return redirect("letters:list", reference)


def _letter(request, reference, pk):
    return own_letter(own_case(request.user, reference), pk)


def _sign_page(request, letter, *, form=None, back=None, warning="", status=200):
    seen = {"seen": newest_version(letter).number}
    context = {
        "sign_form": SignForm(initial=seen),
        "back_form": back or SendBackForm(),
        "errors": [one for one in (form, back) if one is not None and one.errors],
        "warning": warning,
    }
    return _page(request, letter, "triage/letters/sign.html", context, status)


def _send_page(request, letter, form=None, *, warning="", status=200):
    seen = {"seen": newest_version(letter).number, "version": letter.case.version}
    context = {"form": form or SendForm(letter=letter, initial=seen), "warning": warning}
    return _page(request, letter, "triage/letters/send.html", context, status)


def _page(request, letter, template, context, status):
    reading(letter.case, "letter", request.user)
    here = reverse("letters:list", args=[letter.case.reference])
    return render(request, template, {**letter_page(letter, request.user, here), **context}, status=status)
