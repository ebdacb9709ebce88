"""Whether the model still reads as it did. Figures of all organisations together: one model reads for all."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from insights.drift.actions import note_all
from insights.drift.forms import NoteForm
from insights.drift.models import DriftNotice
from insights.drift.page import half_year, models_with_figures, shown
from organisations.permissions import allowed, may
from sentiment.labelling.agreement import between_people
from sentiment.models import Labelling

SHOWN_NOTED = 20
DAYS_OF_AGREEMENT = 182  # as long as the charts


@require_http_methods(["GET", "POST"])
@allowed("read_drift")
def drift(request):
    """The figures for those who may read them; the form that notes a movement for administrators alone."""
    may_note = may(request.user, "note_drift")
    form = NoteForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if not may_note:
            raise PermissionDenied
        if form.is_valid():
            _note(request, form.cleaned_data)
            return redirect("drift:page")
    today = timezone.localdate()
    models = models_with_figures(today)
    model = _asked_for(request, models)
    open_notices = list(DriftNotice.objects.open().select_related("model"))
    if open_notices and not form.is_bound:
        form.initial["up_to"] = open_notices[-1].pk
    return render(
        request,
        "insights/drift/page.html",
        (shown(half_year(model, today), today) if model else {})
        | {
            "model": model,
            "models": models,
            "open_notices": open_notices,
            "noted": DriftNotice.objects.exclude(noted_at=None).select_related("noted_by", "model").order_by("-noted_at", "-id")[:SHOWN_NOTED],
            "may_note": may_note,
            "agreement": _agreement(),
            "form": form,
        },
        status=422 if form.errors else 200,
    )  # fmt: skip


def _note(request, given):
    noted = note_all(up_to=given["up_to"], note=given["note"], by=request.user)
    if noted:
        messages.success(request, "You have noted what moved. Your name and the time are kept with it.")
    else:
        messages.info(request, "A colleague has noted it before you. What they wrote is below.")


def _asked_for(request, models):
    """The model in `?model=`, by its number, or the one that reads now. None if none has figures."""
    wanted = request.GET.get("model", "")
    return next((one for one in models if str(one.pk) == wanted), models[0] if models else None)


def _agreement():
    since = timezone.now() - timezone.timedelta(days=DAYS_OF_AGREEMENT)
    return between_people(Labelling.objects.filter(answered_at__gte=since))
