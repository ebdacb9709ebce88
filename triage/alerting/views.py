"""Is the alerting alive, who is on call, and drills."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from organisations.models import Organisation
from organisations.permissions import allowed, current_memberships, may, organisations_for
from triage import actions
from triage.alerting import heartbeats, rota
from triage.alerting.alive import signs
from triage.alerting.drills import answered, last_drill, times
from triage.alerting.forms import TurnForm
from triage.models import Drill, Heartbeat, OnCall
from triage.moves import NotAllowed


@never_cache
@require_GET
@allowed("read_alerting")
def alive(request):
    """Every sign of the alerting, who would be told now in the person's own bodies, and the last drill."""
    now = timezone.now()
    judged = signs(now)
    drill = last_drill(organisations_for(request.user, "read_alerting"))
    beats = {one.name: one for one in Heartbeat.objects.all()}
    return render(
        request,
        "triage/alerting/alive.html",
        {
            "bad": [one for one in judged if one.bad],
            "signs": judged,
            "sweeps": [
                {"words": words, "beat": beats.get(name)} for name, words in heartbeats.SWEEPS.items()
            ],
            "bodies": [{"body": body, **rota.now_in_words(body, now)} for body in _own_bodies(request.user)],
            "may_keep": bool(rota.kept_by(request.user)),
            "may_take": may(request.user, "take_alerts"),
            "drill": drill,
            "drill_times": times(drill) if drill else [],
            "drill_answered": answered(drill) if drill else None,
        },
    )


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("keep_rota")
def keep_rota(request):
    """Who is on call for one body, the gaps of the next 14 days, and a form for one more turn."""
    bodies = rota.kept_by(request.user)
    body = _chosen(bodies, request.GET.get("organisation"))
    form = TurnForm(request.POST if request.method == "POST" else None, able=rota.able(body))
    if request.method == "POST" and form.is_valid():
        turn = actions.put_on_rota(body, **form.turn, by=request.user)
        messages.success(request, f"{turn.user} is on the rota.")
        return redirect(_address(body))
    now = timezone.now()
    return render(
        request,
        "triage/alerting/rota.html",
        {
            "body": body,
            "bodies": bodies,
            "turns": rota.turns(body, now),
            "now": now,
            "gaps": rota.gaps_ahead(body, now),
            "today": rota.now_in_words(body, now),
            "form": form,
        },
        status=422 if form.errors else 200,
    )


@require_POST
@allowed("keep_rota")
def end_turn(request, pk):
    """Take one turn off the rota."""
    turn = get_object_or_404(OnCall.objects.filter(organisation__in=rota.kept_by(request.user)), pk=pk)
    try:
        actions.end_turn(turn, by=request.user)
    except NotAllowed as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, f"{turn.user} was taken off the rota.")
    return redirect(_address(turn.organisation))


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("take_alerts")
def drill(request, pk):
    """Where a drill leads: a named person says that it reached them."""
    own = Drill.objects.filter(organisation__in=_reach(request.user))
    one = get_object_or_404(own.select_related("organisation", "acknowledged_by"), pk=pk)
    if request.method == "POST":
        try:
            actions.acknowledge_drill(one, by=request.user)
        except NotAllowed as refusal:
            messages.warning(request, str(refusal))
        return redirect("alerting:drill", one.pk)
    return render(
        request,
        "triage/alerting/drill.html",
        {"drill": one, "drill_times": times(one), "drill_answered": answered(one)},
    )


def _reach(user):
    return organisations_for(user, "take_alerts")


def _own_bodies(user) -> list[Organisation]:
    bodies = {one.organisation_id: one.organisation for one in current_memberships(user)}
    return sorted(bodies.values(), key=lambda body: (body.name, body.pk))


def _chosen(bodies, ods_code):
    """The body of that code among `bodies`, or the first. Another's is not there at all."""
    found = [body for body in bodies if ods_code in (None, "", body.ods_code)]
    if not found:
        raise Http404
    return found[0]


def _address(body):
    return f"{reverse('alerting:rota')}?organisation={body.ods_code}"
