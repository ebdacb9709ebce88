"""Staff promise changes, say what was done, and choose what the public may read."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from organisations.permissions import allowed, may
from triage import actions
from triage.improving.forms import DropForm, FinishForm, PromiseForm, services_of
from triage.improving.poster import SIZES, poster
from triage.models import Improvement
from triage.moves import NotAllowed

PAGE = 50
REFUSED = 422
SHOWN = {
    "open": ("Still to do", lambda rows, today: rows.open()),
    "late": ("Late", lambda rows, today: rows.late(today)),
    "done": ("Done", lambda rows, today: rows.filter(done_on__isnull=False).order_by("-done_on", "-id")),
    "dropped": ("Dropped", lambda rows, today: rows.filter(dropped_at__isnull=False).order_by("-id")),
}


@require_GET
@allowed("read_improvements")
def improvements(request):
    """The changes of one's own places: `show` is a key of SHOWN; the nearest day first."""
    shown = request.GET.get("show", "open")
    shown = shown if shown in SHOWN else "open"
    own = Improvement.objects.visible_to(request.user).select_related("owner", "service", "organisation")
    rows = list(SHOWN[shown][1](own, timezone.localdate())[: PAGE + 1])
    return render(
        request,
        "triage/improving/list.html",
        {
            "shown": shown,
            "kinds": {name: words for name, (words, _) in SHOWN.items()},
            "rows": rows[:PAGE],
            "more": len(rows) > PAGE,
            "today": timezone.localdate(),
            "may_improve": may(request.user, "improve"),
        },
    )


@require_http_methods(["GET", "POST"])
@allowed("improve")
def promise(request):
    """A new change; `?service=` and `?theme=` fill in what a ward's page knows already."""
    begin = {"theme": request.GET.get("theme", "")}
    if here := services_of(request.user).filter(slug=request.GET.get("service", "")[:80]).first():
        begin["service"] = here.pk
    form = PromiseForm(request.POST or None, user=request.user, initial=begin)
    if form.is_valid():
        try:
            row = actions.improve(
                organisation=form.cleaned_data["service"].organisation, **form.cleaned_data, by=request.user
            )
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "The promise is kept.")
            return redirect("improving:show", row.pk)
    return render(
        request, "triage/improving/promise.html", {"form": form}, status=REFUSED if form.errors else 200
    )


@require_GET
@allowed("read_improvements")
def show(request, pk):
    """One change, and what can be done with it now."""
    return _page(request, _own(request, pk), FinishForm(), DropForm())


@require_POST
@allowed("improve")
def finish(request, pk):
    return _settle(request, pk, FinishForm(request.POST), actions.finish, "Well done. It is kept as done.")


@require_POST
@allowed("improve")
def drop(request, pk):
    return _settle(request, pk, DropForm(request.POST), actions.drop, "It is kept as dropped.")


@require_POST
@allowed("improve")
def publish(request, pk):
    """Show it to the public, or take it down again (`down`)."""
    row = _own(request, pk)
    act = actions.take_down if "down" in request.POST else actions.publish
    try:
        act(row, by=request.user)
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request, "The public can read it." if row.published_at else "The public no longer sees it."
        )
    return redirect("improving:show", row.pk)


@require_GET
@allowed("read_improvements")
def print_poster(request, slug):
    """The poster of one of the person's own services: `?size=` a3 or a4."""
    service = get_object_or_404(services_of(request.user), slug=slug)
    size = request.GET.get("size", "a4")
    size = size if size in SIZES else "a4"
    return HttpResponse(
        poster(service, size=size),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="you-said-we-did-{slug}-{size}.pdf"'},
    )


def _own(request, pk):
    rows = Improvement.objects.visible_to(request.user)
    return get_object_or_404(rows.select_related("owner", "service", "organisation", "case__feedback"), pk=pk)


def _settle(request, pk, form, act, done):
    row = _own(request, pk)
    if form.is_valid():
        try:
            act(row, **form.cleaned_data, by=request.user)
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, done)
            return redirect("improving:show", row.pk)
    forms = (form, DropForm()) if isinstance(form, FinishForm) else (FinishForm(), form)
    return _page(request, row, *forms, status=REFUSED)


def _page(request, row, finish_form, drop_form, status=200):
    return render(
        request,
        "triage/improving/show.html",
        {
            "row": row,
            "late": row.done_on is None and row.dropped_at is None and row.due_on < timezone.localdate(),
            "finish_form": finish_form,
            "drop_form": drop_form,
            "may_improve": may(request.user, "improve"),
        },
        status=status,
    )
