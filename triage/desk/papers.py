"""What comes on paper, by e-mail or by telephone: the staff form and the MP's letter, and the page with all doors."""

import uuid

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from feedback import intake
from feedback.models import Feedback
from organisations.permissions import allowed, may
from triage import actions
from triage.actions.held_files import KEPT_FOR
from triage.case.words import kind_means
from triage.desk.filling import filled_from
from triage.desk.forms import MpForm, PaperForm
from triage.desk.spoken import figures
from triage.desk.twins import twins_of
from triage.evidence.showing import size_words
from triage.models import Case, HeldFile
from triage.moves import NotAllowed

REFUSED = 422
TITLES = {PaperForm: "A letter, e-mail or call", MpForm: "A letter from an MP"}


@never_cache
@require_GET
@allowed("log_spoken")
def home(request):
    """All the doors, what is not settled yet, and files that were sent with a form nobody saved."""
    held = HeldFile.objects.filter(by=request.user).order_by("sent_at")
    drafts = {}
    for one in held:
        drafts.setdefault(one.draft, {"draft": one.draft, "files": [], "until": one.sent_at + KEPT_FOR})
        drafts[one.draft]["files"].append(one.name)
    context = {
        "may_take_in": may(request.user, "take_in"),
        "may_scan": may(request.user, "scan_paper"),
        "figures": figures(request.user, timezone.localdate()),
        "drafts": list(drafts.values()),
    }
    return render(request, "triage/desk/home.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("take_in")
def new(request):
    """What came by telephone, letter, e-mail or in person."""
    return _paper(request, PaperForm)


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("take_in")
def mp(request):
    """A letter from an MP."""
    return _paper(request, MpForm)


def _paper(request, form_class):
    if request.method == "GET":
        begin = {"draft": draft} if (draft := _uuid(request.GET.get("draft", ""))) else {}
        return _page(request, form_class(user=request.user, initial=begin))
    data = request.POST.copy()
    draft = _uuid(data.get("draft", "")) or uuid.uuid4()
    data["draft"] = str(draft)
    held, refused = _hold(request, draft)
    if pk := data.get("drop", ""):
        _drop(request, draft, pk)
        return _page(request, _typed(form_class, request, data))
    if data.get("go") == "add":
        _fill(data, held)
        return _page(request, _typed(form_class, request, data), refused=refused)
    form = form_class(data, user=request.user)
    if refused or not form.is_valid():
        return _page(request, form, refused=refused, status=REFUSED)
    return _save(request, form, draft, anyway=data.get("go") == "anyway")


def _save(request, form, draft, anyway):
    submission = form.submission()
    try:
        submission.tidied().check()
        known = Feedback.objects.filter(source=submission.source, external_id=submission.external_id).exists()
        twins = [] if anyway or known else twins_of(submission, request.user)
        if twins:
            return _page(request, form, twins=twins, status=409)
        received, case = actions.take_in(submission, wishes=form.wishes(), mp=form.mp(), by=request.user)
    except ValidationError as problem:
        form.refused(problem.message_dict)
        return _page(request, form, status=REFUSED)
    except intake.SameIdOtherContent:
        kept = Feedback.objects.get(source=submission.source, external_id=submission.external_id)
        form.add_error(
            None,
            f"You saved this already, in other words, as {kept.reference}. What is kept is never changed. "
            "Add a note to its case instead.",
        )
        return _page(request, form, status=REFUSED)
    return _saved(request, form, draft, received, case)


def _saved(request, form, draft, received, case):
    feedback = received.feedback
    if received.someone_at_risk:
        messages.warning(
            request, "The words may mean that somebody is in danger. An alert is raised: take it now."
        )
    if case is None:
        messages.warning(
            request,
            f"{feedback.reference} is kept. The rules gave it to nobody: a person has to say what it needs.",
        )
        return redirect("queue:to_check")
    added = actions.attach_held(case, draft, received_on=feedback.received_on, by=request.user)
    messages.success(request, _opened(case, added, form))
    for name, why in added.refused:
        messages.warning(request, f"{name} was not kept with the case. {why}")
    if Case.objects.visible_to(request.user).filter(pk=case.pk).exists():
        return redirect("case:show", case.reference)
    messages.info(request, f"{case.organisation.name} answers it: you cannot see the case from here.")
    return redirect("desk:home")


def _opened(case, added, form):
    files = f" {len(added.kept)} files are kept with it." if len(added.kept) > 1 else ""
    files = " One file is kept with it." if len(added.kept) == 1 else files
    party = form.mp()
    reply = " The reply goes to the MP." if party else ""
    copy = " The constituent wants a copy." if party and party.copy_wanted else ""
    return f"The case {case.reference} is open.{files}{reply}{copy}"


def _hold(request, draft):
    """Keep each file just sent -> (those kept, why others were not): an error elsewhere does not lose them."""
    held, refused = [], []
    for file in request.FILES.getlist("files"):
        try:
            held.append(actions.hold(file, name=file.name, draft=draft, by=request.user))
        except NotAllowed as why:
            refused.append(str(why))
    return held, refused


def _drop(request, draft, pk):
    if pk.isdecimal() and len(pk) < 19:
        for one in HeldFile.objects.filter(by=request.user, draft=draft, pk=int(pk)):
            actions.let_go(one)


def _fill(data, held):
    """Let the first e-mail among files just sent fill what is still empty; the date only where nobody changed it."""
    message = next((found for one in held if (found := actions.email_in(one))), None)
    if message is None:
        return
    today = timezone.localdate()
    parts = ("day", "month", "year")
    typed = [data.get(f"received_on_{part}", "") for part in parts]
    if typed == [str(getattr(today, part)) for part in parts]:
        for part in parts:
            data[f"received_on_{part}"] = ""
    for name, value in filled_from(message, today).items():
        if not data.get(name, "").strip():
            data[name] = value
    if not data.get("received_on_day"):
        for part, value in zip(parts, typed, strict=True):
            data[f"received_on_{part}"] = value


def _typed(form_class, request, data):
    """The form with what was typed and no complaint about it: the person has not pressed Save."""
    return form_class(data, user=request.user, quiet=True)


def _page(request, form, *, refused=(), twins=(), status=200):
    draft = _uuid(str(form["draft"].value() or ""))
    held = list(HeldFile.objects.filter(by=request.user, draft=draft))
    dangers = {signal.kind for one in held for signal in actions.dangers_in(one)}
    own = Case.objects.visible_to(request.user).filter(feedback__in=[one.pk for one in twins])
    mine = set(own.values_list("feedback_id", flat=True)) if twins else set()
    context = {
        "form": form,
        "title": TITLES[type(form)],
        "held": [{"file": one, "size": size_words(one.size)} for one in held],
        "held_until": min((one.sent_at for one in held), default=timezone.now()) + KEPT_FOR,
        "dangers": [kind_means(kind) for kind in sorted(dangers)],
        "refused": refused,
        "twins": [{"feedback": one, "own": one.pk in mine} for one in twins],
    }
    return render(request, "triage/desk/paper.html", context, status=status)


def _uuid(words):
    try:
        return uuid.UUID(words)
    except ValueError:
        return None
