"""What people say to staff: writing it down, the list of what is not settled yet, and how each one ends."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from feedback import intake
from feedback.models import Alert, Feedback
from organisations.permissions import allowed, may, within
from triage import actions, clock
from triage import spoken as rules
from triage.case.words import kind_means, read_comments
from triage.desk.forms import SettleForm, SpokenForm
from triage.models import Access, Case, Spoken
from triage.moves import NotAllowed
from triage.queue.paging import page
from triage.queue.reach import spoken_open_of
from triage.queue.rows import first_words

REFUSED = 422
LAST_PLACE = "desk_place"  # the place of the last entry: most people write for one
COUNTED = timedelta(days=30)
COPY = "Give the person a copy of what you wrote (regulation 13)."


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("log_spoken")
def log(request):
    """Write down what somebody said: the 30-second log."""
    if request.method == "GET":
        form = SpokenForm(user=request.user, initial={"place": request.session.get(LAST_PLACE, "")})
        return render(request, "triage/desk/spoken.html", {"form": form})
    form = SpokenForm(request.POST, user=request.user)
    if form.is_valid():
        try:
            received = actions.log_spoken(form.submission(), **form.settling(), by=request.user)
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
        except ValidationError as problem:
            form.refused(problem.message_dict)
        except intake.SameIdOtherContent:
            form.add_error(None, _kept_before(form))
        else:
            request.session[LAST_PLACE] = request.POST["place"]
            _say(request, received.feedback)
            return redirect("desk:one", received.feedback.reference)
    return render(request, "triage/desk/spoken.html", {"form": form}, status=REFUSED)


@never_cache
@require_GET
@allowed("log_spoken")
def waiting(request):
    """What is not settled yet, the one whose time ends first on top."""
    today = timezone.localdate()
    rows = (
        spoken_open_of(request.user)
        .select_related("feedback__service", "feedback__organisation", "feedback__written_by")
        .prefetch_related("feedback__comments")
        .order_by("settle_by", "id")[:200]
    )
    return render(request, "triage/desk/open.html", {"rows": [_row(one, today) for one in rows]})


@never_cache
@require_GET
@allowed("log_spoken")
def kept(request):
    """Every spoken one and how it ended, the newest first, with the figures of thirty days."""
    mine = _mine(request.user)
    shown = page(
        mine.select_related("feedback__service", "feedback__organisation", "feedback__case", "settled_by")
        .prefetch_related("feedback__comments"),
        ("-id",), after=request.GET.get("after", ""), before=request.GET.get("before", ""),
    )  # fmt: skip
    rows = [_row(one, timezone.localdate()) for one in shown.rows]
    context = {"rows": rows, "shown": shown, "figures": figures(request.user, timezone.localdate())}
    return render(request, "triage/desk/kept.html", context)


@never_cache
@require_GET
@allowed("log_spoken")
def one(request, reference):
    """One of them: the words, its timer, and what can be done."""
    return _page(request, _own(request.user, reference), SettleForm())


@never_cache
@require_POST
@allowed("log_spoken")
def settle(request, reference):
    """The person says that it is settled now."""
    row = _own(request.user, reference)
    form = SettleForm(request.POST)
    if form.is_valid():
        try:
            actions.settle_spoken(row, **form.cleaned_data, by=request.user)
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "It is settled. It is kept in the log, and no complaint is open.")
            return redirect("desk:one", row.feedback.reference)
    return _page(request, _own(request.user, reference), form, status=REFUSED)


@never_cache
@require_POST
@allowed("log_spoken")
def complaint(request, reference):
    """It is not settled, or the person wants a complaint."""
    row = _own(request.user, reference)
    try:
        case = actions.make_complaint(row, by=request.user)
    except NotAllowed as refusal:
        messages.warning(request, str(refusal))
        return redirect("desk:one", row.feedback.reference)
    messages.success(
        request, f"It is a complaint now, received on {clock.in_words(case.received_on)}. {COPY}"
    )
    if Case.objects.visible_to(request.user).filter(pk=case.pk).exists():
        return redirect("case:show", case.reference)
    return redirect("desk:one", row.feedback.reference)


@never_cache
@require_POST
@allowed("log_spoken")
def contact(request, reference):
    """How to reach the person: shown on request to who may see it or wrote it down, and the request is kept."""
    row = _own(request.user, reference)
    if not _may_see_contact(request.user, row):
        raise Http404
    Access.objects.create(feedback=row.feedback, what="contact", by=request.user)
    return _page(request, row, SettleForm(), contact=getattr(row.feedback, "contact", None))


def figures(user, today) -> dict[str, int]:
    """{said, settled, complaints, open} of the last thirty days, by the day it was said. One query."""
    return (
        _mine(user)
        .filter(feedback__received_on__gt=today - COUNTED)
        .aggregate(
            said=Count("id"),
            settled=Count("id", filter=Q(settled_at__isnull=False)),
            complaints=Count("id", filter=Q(complaint_at__isnull=False)),
            open=Count("id", filter=Q(settled_at=None, complaint_at=None)),
        )
    )


def _mine(user):
    return Spoken.objects.filter(within(user, "log_spoken", path="feedback__"))


def _own(user, reference):
    """The one of that reference among the person's own. Raises Http404."""
    mine = _mine(user).select_related(
        "feedback__service", "feedback__organisation", "feedback__written_by", "feedback__contact",
        "feedback__case", "settled_by", "complaint_by",
    )  # fmt: skip
    return get_object_or_404(mine, feedback__reference=reference.upper())


def _row(row, today):
    feedback = row.feedback
    return {
        "spoken": row,
        "reference": feedback.reference,
        "words": first_words(feedback),
        "place": feedback.service.name if feedback.service else feedback.organisation.name,
        "days": clock.days_left(row.settle_by, today),
        "why": rules.explain(feedback.received_on),
        "case": getattr(feedback, "case", None),
    }


def _page(request, row, form, *, contact=None, status=200):
    feedback = row.feedback
    Access.objects.create(feedback=feedback, what="spoken", by=request.user)
    alerts = list(Alert.objects.open().filter(feedback=feedback))
    case = Case.objects.visible_to(request.user).filter(feedback=feedback).select_related("feedback").first()
    context = {
        **_row(row, timezone.localdate()),
        "feedback": feedback,
        "comments": read_comments([feedback])[feedback.pk],
        "own_case": case,
        "alerts": [{"alert": one, "means": kind_means(one.kind)} for one in alerts],
        "may_take_alerts": may(request.user, "take_alerts"),
        "has_contact": hasattr(feedback, "contact") and _may_see_contact(request.user, row),
        "contact": contact,
        "form": form,
        "copy": COPY,
    }
    return render(request, "triage/desk/one.html", context, status=status)


def _may_see_contact(user, row):
    return may(user, "read_contacts") or row.feedback.written_by_id == user.pk


def _say(request, feedback: Feedback):
    row = feedback.spoken
    if row.settled_at:
        messages.success(request, "It is kept in the log as settled. No complaint is open.")
    elif row.is_open:
        messages.success(request, f"It is kept. Settle it by the end of {clock.in_words(row.settle_by)}.")
    else:
        messages.warning(
            request,
            f"The time to settle it ended on {clock.in_words(row.settle_by)}, so it is a complaint now. {COPY}",
        )


def _kept_before(form):
    row = Spoken.objects.filter(
        feedback__source="spoken", feedback__external_id=str(form.cleaned_data["draft"])
    ).first()
    reference = row.feedback.reference if row else "another reference"
    return (
        f"You kept this already, in other words, as {reference}. What is kept is never changed. To keep a new one, "
        "begin a new page and copy your words."
    )
