"""Say that somebody is away and who covers; see who is away; call it off."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from organisations.permissions import allowed
from triage import actions
from triage.absence.forms import AwayForm
from triage.absence.people import able_to_cover, spoken_for_by
from triage.models import Absence
from triage.moves import NotAllowed


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("read_absences")
def absences(request):
    """Who is away now or soon among one's own, and the form for oneself or, as a lead, for another (`?for=`)."""
    people = list(spoken_for_by(request.user))
    person = _chosen(people, request)
    form = AwayForm(request.POST if request.method == "POST" else None, able=able_to_cover(person)) if person else None  # fmt: skip
    if form and request.method == "POST" and form.is_valid():
        try:
            away = actions.go_away(person, **form.cleaned_data, by=request.user)
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"It is kept: {away.cover} covers for {_called(person, request.user)}.")
            return redirect("absence:list")
    return render(
        request,
        "triage/absence/list.html",
        {
            "people": people if people != [request.user] else [],
            "person": person,
            "own": person == request.user,
            "form": form,
            "rows": _rows(request.user, people),
            "today": timezone.localdate(),
        },
        status=422 if form and form.errors else 200,
    )


@require_POST
@allowed("read_absences")
def call_off(request, pk):
    """It ends today or does not begin: the person is there again from today."""
    people = spoken_for_by(request.user)
    away = get_object_or_404(Absence.objects.select_related("user").filter(user__in=people), pk=pk)
    try:
        actions.call_off(away, by=request.user)
    except NotAllowed as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, f"{away.user} is there again. Nobody covers any more.")
    return redirect("absence:list")


def _rows(user, people):
    """Those one may speak for, and those whom one covers oneself."""
    coming = Absence.objects.not_over(timezone.localdate()).select_related("user", "cover")
    mine = {one.pk for one in people}
    return [
        {"away": one, "may_end": one.user_id in mine}
        for one in coming
        if one.user_id in mine or one.cover_id == user.pk
    ]


def _chosen(people, request):
    """Whom the page speaks for: oneself unless another is asked for. Raises Http404 for somebody else's people."""
    asked = request.GET.get("for", "")
    person = next((one for one in people if str(one.pk) == (asked or str(request.user.pk))), None)
    if asked and person is None:
        raise Http404
    return person


def _called(person, reader):
    return "you" if person == reader else str(person)
