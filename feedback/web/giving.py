"""Giving feedback: one address, a screen at a time, and the last press stores it."""

import datetime as dt

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation, ValidationError
from django.http import UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from feedback import intake
from feedback.api.throttles import seconds_to_wait
from feedback.models import Feedback
from feedback.references import return_code
from feedback.signals import TIER_0, hear
from feedback.web import places, steps
from feedback.web.finding import not_found
from feedback.web.public import public, unkept
from organisations.models import Organisation, Service

FOUR_WEEKS = dt.timedelta(days=28)  # "within, and no longer than, four weeks": the 2009 regulations' target


@public
@require_http_methods(["GET", "HEAD", "POST"])
def give(request, slug):
    """The form for one service: what its link and its QR code open."""
    try:
        place = places.by_slug(slug)
    except Service.DoesNotExist:
        return not_found(request)
    return answer(request, place)


@public
@require_http_methods(["GET", "HEAD", "POST"])
def give_at(request, ods):
    """The form for an organisation, when the person does not know the ward or it is not listed."""
    try:
        place = places.by_ods(ods)
    except Organisation.DoesNotExist:
        return not_found(request)
    return answer(request, place)


def answer(request, place):
    """Take what one screen sent, and show the next."""
    if request.method != "POST":
        draft = steps.Draft.new()
        return show(request, place, draft, steps.FIRST) if place.is_open else closed(request, place, None)
    try:
        post = request.POST
    except (SuspiciousOperation, MultiPartParserError, UnreadablePostError) as problem:
        too_big = isinstance(problem, RequestDataTooBig)
        return render(request, "feedback/web/too_big.html", {"place": place}, status=413 if too_big else 400)
    draft, at, go = steps.Draft.from_post(post), post.get("at"), post.get("go")
    if not place.is_open:
        return closed(request, place, draft)
    if at == steps.CHECK and go == "send":
        return send(request, place, draft)
    # The words have just been written: help must be on the very next page, wherever that leads.
    at_risk = at == steps.FIRST and in_danger(draft)
    if go in steps.FORMS or go == steps.CHECK:
        draft.checking = draft.checking or at == steps.CHECK
        return show(request, place, draft, go, at_risk=at_risk)
    if at not in steps.FORMS:
        return show(request, place, draft, steps.FIRST)
    if not steps.FORMS[at](draft.answers, place).is_valid():
        return show(request, place, draft, at, quiet=False, at_risk=at_risk)
    return show(request, place, draft, steps.after(at, draft, place), at_risk=at_risk)


def send(request, place, draft):
    """Check everything again, whatever the pages carried, and hand it to intake."""
    forms = steps.forms_for(draft, place)
    at_risk = in_danger(draft)
    if wrong := steps.unfinished(forms):
        return show(request, place, draft, wrong, quiet=False, at_risk=at_risk)
    if wait := seconds_to_wait(request, "give"):
        context = {"place": place, "hidden": draft.hidden(), "show_signposting": at_risk}
        page = render(request, "feedback/web/too_often.html", context, status=429)
        page["Retry-After"] = str(wait)
        return page
    try:
        received = intake.receive(steps.submission(forms, draft, place))
    except ValidationError as problem:
        wrong = steps.refused(forms, problem.message_dict)
        if not wrong:  # about the place itself: it closed in this moment
            return closed(request, place, draft)
        return show(request, place, draft, wrong, form=forms[wrong], at_risk=at_risk)
    except intake.SameIdOtherContent:
        return sent_before(request, place, draft, at_risk)
    feedback = received.feedback
    context = {
        "place": place,
        "feedback": feedback,
        "code": received.return_code,
        "respond_by": feedback.received_on + FOUR_WEEKS,
        "icb": steps.icb_chosen(forms),
        "show_signposting": received.someone_at_risk,
    }
    return unkept(render(request, "feedback/web/done.html", context))


def show(request, place, draft, step, *, quiet=True, at_risk=False, form=None):
    """One screen. The check is shown only when there is nothing left to mend."""
    context = {"place": place, "show_signposting": at_risk}
    if step == steps.CHECK:
        forms = steps.forms_for(draft, place)
        unfinished = steps.unfinished(forms)
        if unfinished:
            step, draft.checking = unfinished, True
        else:
            draft.checking = False
            context["sections"] = steps.sections(forms)
            context["icb"] = steps.icb_chosen(forms)
    if step in steps.FORMS:
        context["form"] = form or steps.FORMS[step](draft.answers, place, quiet=quiet)
    context |= {
        "step": step,
        "respond_by": timezone.localdate() + FOUR_WEEKS,
        "wants_reply": steps.wants_reply(draft.answers),
        "back": steps.before(step, draft),
        "answers": draft.answers,
        "hidden": draft.hidden(step),
    }
    return render(request, f"feedback/web/{step}.html", context)


def closed(request, place, draft):
    """A closed ward or practice: name what took its place, and carry over anything already written."""
    context = {"place": place, "instead": place.instead(), "hidden": draft.hidden() if draft else []}
    if draft:
        context["show_signposting"] = in_danger(draft)
    return render(request, "feedback/web/closed.html", context, status=410)


def sent_before(request, place, draft, at_risk):
    """This form was sent, changed, and sent again: the first is kept, and the change may go as new."""
    first = Feedback.objects.get(source=steps.SOURCE, external_id=draft.form_id)
    context = {
        "place": place,
        "reference": first.reference,
        "code": return_code(steps.SOURCE, draft.form_id),
        "hidden": steps.Draft(draft.answers, steps.Draft.new().form_id).hidden(),
        "show_signposting": at_risk,
    }
    return unkept(render(request, "feedback/web/sent_before.html", context, status=409))


def in_danger(draft):
    """True if the words say that someone may be at risk."""
    return any(signal.kind in TIER_0 for words in draft.words() for signal in hear(words))
