"""Doing something with a case: one view for every step."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from feedback.models import ReplyBy
from organisations.permissions import allowed
from triage import actions
from triage.absence.covers import covers_today, in_words
from triage.addressee import NEVER, WAYS, addressee, chosen_way
from triage.agreement import check_may_answer
from triage.case.history import meanwhile
from triage.case.page import facts, thread_of
from triage.case.presence import arrive, others
from triage.case.steps import STEPS, Step, offered
from triage.case.views import own_case, reading
from triage.case.words import read_comments
from triage.models import Case
from triage.moves import NotAllowed
from triage.people.needs import needs_of

CONFLICT, REFUSED = 409, 422
# Steps by which we reach a person, here or at the telephone.
REACHES = ("acknowledge", "reply", "explain", "agree-date", "ask-consent", "chase-consent")


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("work_cases")
def step(request, reference, slug):
    """The form of one step, and the step itself. What was typed is never lost to a refusal."""
    if slug not in STEPS:
        raise Http404
    doing, case = STEPS[slug], own_case(request.user, reference)
    if request.method == "GET":
        if slug == "reply" and actions.owes_signed_reply(case):
            messages.info(request, actions.TO_BE_SIGNED)
            return redirect("letters:list", case.reference)
        if doing not in offered(case):
            messages.warning(request, f"You cannot do that now: {doing.title.lower()}.")
            return redirect("case:show", case.reference)
        return _form_page(
            request, case, doing, doing.form(case=case, user=request.user, initial=_suggested(request, doing))
        )
    form = doing.form(request.POST, case=case, user=request.user)
    if not form.is_valid():
        return _form_page(request, case, doing, form, status=REFUSED)
    try:
        doing.act(case, **form.cleaned_data, by=request.user)
    except NotAllowed as refusal:
        form.add_error(None, str(refusal))
        return _form_page(request, case, doing, form, status=REFUSED)
    except actions.ChangedMeanwhile as quicker:
        return _told_first(request, reference, doing, quicker.event)
    messages.success(request, doing.done)
    if doing.slug == "assign" and (away := covers_today(request.user).of(case.handler_id)):
        messages.warning(request, in_words(case.handler, away))
    return redirect(*_next(case, request.user))


def _suggested(request, doing: Step) -> dict:
    """What another page proposes, such as whom to tell: only ever a choice, never words."""
    return {"body": request.GET["body"]} if doing.slug == "tell" and "body" in request.GET else {}


def _told_first(request, reference, doing: Step, event):
    """Somebody was quicker: say who, keep what was typed, and let the person decide again with what is true now."""
    case = own_case(request.user, reference)
    form = doing.form(typed_again(request, case), case=case, user=request.user)
    warning = meanwhile(event, request.user)
    return _form_page(request, case, doing, form, status=CONFLICT, warning=warning)


def typed_again(request, case):
    """What was typed, now about the case as it is."""
    data = request.POST.copy()
    data["version"] = case.version
    return data


def _form_page(request, case, doing: Step, form, *, status=200, warning=""):
    reading(case, "case", request.user)
    arrive(case, request.user)
    refusal = _refused_already(doing, case)
    thread = thread_of(case)
    comments = read_comments(thread)
    return render(
        request,
        "triage/case/step.html",
        {
            **facts(case, timezone.localdate()),
            "others": others(case, request.user),
            "step": doing,
            "form": form,
            "warning": warning,
            "refusal": refusal,
            "thread": [{"feedback": one, "comments": comments[one.pk]} for one in thread],
            **_reaching(case, doing.slug),
        },
        status=status,
    )


def _refused_already(doing, case):
    """Why a reply would be refused, said before anybody writes it."""
    if doing.slug != "reply":
        return ""
    try:
        check_may_answer(case)
    except NotAllowed as refusal:
        return str(refusal)
    return ""


def _reaching(case, slug) -> dict:
    """What people need from us, read wherever we write to them or ring; and how the words will leave."""
    if slug not in REACHES:
        return {}
    who = addressee(case)
    prefers = NEVER.get(who.prefers, "") if who.prefers in (ReplyBy.POST, ReplyBy.TELEPHONE) else ""
    more = {"prefers": "" if who.prefers in who.ruled_out else prefers}
    if slug in ("acknowledge", "reply"):
        try:
            more["goes"] = WAYS[chosen_way(who)][0].lower()
        except NotAllowed as refusal:
            more["goes"] = f"not at all yet. {str(refusal).rstrip('.')}"
    return {"needs": needs_of(case), **more}


def _next(case: Case, user):
    """Back to the case, or to the queue if it was passed beyond the person's reach."""
    if Case.objects.visible_to(user).filter(pk=case.pk).exists():
        return "case:show", case.reference
    return ("queue:cases",)
