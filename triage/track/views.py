"""The person comes back with the code: what happened, our words in full, and a way to write again.

The code never stands in an address, a cookie or a session: it is sent with each press of a
button and the answer is the page itself.
"""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from feedback.api.throttles import seconds_to_wait
from feedback.intake import SameIdOtherContent
from triage.delivery.printing import CannotPrint
from triage.track.forms import CHECK_THE_NUMBERS, CodeForm, WriteBackForm
from triage.track.handling import HandlingForm, take, to_be_asked
from triage.track.paper import SHAPES, drawn, on_paper
from triage.track.timeline import find, timeline
from triage.track.writing_back import write_back


# A forged request rides on a cookie, and this page has none: who has no code can do nothing here.
@csrf_exempt
@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def track(request):
    """GET asks for the code. POST with `code` shows the feedback; with `text` it takes a message first.

    With `handling` it takes what the person thinks of our handling; with `letter` the answer is its PDF.
    """
    form = CodeForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _ask(request, form)
    if wait := seconds_to_wait(request, "look_up"):
        return _wait(request, wait)
    feedback = find(form.cleaned_data["code"])
    if feedback is None:
        form.add_error("code", CHECK_THE_NUMBERS)
        return _ask(request, form)
    if "handling" in request.POST:
        return _take_handling(request, feedback, form.cleaned_data["code"])
    if "text" in request.POST:
        return _take_message(request, feedback, form.cleaned_data["code"])
    if "letter" in request.POST:
        return _letter(request, feedback, form.cleaned_data["code"])
    return _show(request, feedback, WriteBackForm.empty(form.cleaned_data["code"]))


def _take_message(request, feedback, code):
    message = WriteBackForm(request.POST)
    if not message.is_valid():
        return _show(request, feedback, message)
    if wait := seconds_to_wait(request, "give"):
        return _wait(request, wait)
    at_risk = False
    try:
        at_risk = write_back(
            feedback, text=message.cleaned_data["text"], form_id=message.cleaned_data["form_id"]
        ).someone_at_risk
    except ValidationError as problem:
        message.add_error(None, problem.messages)
        return _show(request, feedback, message)
    except SameIdOtherContent:
        pass  # the same words from the same form, sent again after the case had moved on: they are stored
    return _show(request, feedback, WriteBackForm.empty(code), sent=True, show_signposting=at_risk)


def _take_handling(request, feedback, code):
    answers = HandlingForm(request.POST)
    message = WriteBackForm.empty(code)
    if not answers.is_valid():
        return _show(request, feedback, message, handling_form=answers)
    if wait := seconds_to_wait(request, "give"):
        return _wait(request, wait)
    return _show(request, feedback, message, thanks=take(feedback, answers))


def _letter(request, feedback, code):
    """One of our letters as a PDF, in the print they chose."""
    shape = request.POST.get("shape", "")
    try:
        pdf = drawn(feedback, request.POST["letter"], shape)
    except CannotPrint:
        return _show(request, feedback, WriteBackForm.empty(code), not_drawn=True)
    if pdf is None:
        return _show(request, feedback, WriteBackForm.empty(code))
    name = f"{feedback.reference}-{shape.replace('_', '-')}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


def _ask(request, form):
    return render(request, "triage/track/ask.html", {"form": form})


def _show(request, feedback, message, **more):
    if "handling_form" not in more and to_be_asked(feedback):
        more["handling_form"] = HandlingForm(initial={"code": message["code"].value()})
    told = {"told": timeline(feedback), "on_paper": on_paper(feedback), "shapes": SHAPES}
    return render(request, "triage/track/found.html", {**told, "form": message, **more})


def _wait(request, seconds):
    response = render(request, "429.html", status=429)
    response["Retry-After"] = str(seconds)
    return response
