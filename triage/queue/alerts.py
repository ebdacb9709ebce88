"""People who may be at risk: seen by everyone on duty until a named person takes each one, with a note."""

from django import forms
from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from organisations.permissions import allowed
from triage import actions
from triage.case.words import kind_means, read_comments
from triage.models import Access, Case
from triage.moves import NotAllowed
from triage.queue.context import entry, people_at_risk
from triage.queue.reach import alerts_of

SHOWN_TAKEN = 20


class TakeAlertForm(forms.Form):
    note = forms.CharField(
        label="What are you doing about it?",
        help_text="Say whom you have told or rung, and when. Your name and the time are kept with it.",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say what you are doing about it. The alert stays until you do."},
    )


@require_GET
@allowed("take_alerts")
def alerts(request):
    """All that wait, the longest first, and the last ones taken."""
    taken = (
        alerts_of(request.user)
        .exclude(taken_at=None)
        .select_related("feedback", "taken_by")
        .order_by("-taken_at", "-id")[:SHOWN_TAKEN]
    )
    return render(
        request,
        "triage/alerts/list.html",
        {
            "waiting": [entry(rows) for rows in people_at_risk(request)],
            "taken": [{"alert": one, "means": kind_means(one.kind)} for one in taken],
        },
    )


@require_http_methods(["GET", "POST"])
@allowed("take_alerts")
def take_alert(request, pk):
    """The person's words, why the alert was raised, and the form by which a named person takes it."""
    alert = get_object_or_404(alerts_of(request.user).select_related("feedback", "taken_by"), pk=pk)
    form = TakeAlertForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            _take_all(alert, note=form.cleaned_data["note"], by=request.user)
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"You have taken the alert {alert.feedback.reference}.")
            return redirect(_case_url(alert.feedback, request.user) or "queue:alerts")
    Access.objects.create(feedback=alert.feedback, what="alert", by=request.user)
    return render(
        request,
        "triage/alerts/take.html",
        {
            "alert": alert,
            "raised": [
                {"alert": one, "means": kind_means(one.kind)}
                for one in alert.feedback.alerts.select_related("taken_by").order_by("raised_at", "id")
            ],
            "feedback": alert.feedback,
            "comments": read_comments([alert.feedback])[alert.feedback_id],
            "case_url": _case_url(alert.feedback, request.user),
            "form": form,
        },
        status=422 if form.errors else 200,
    )


@transaction.atomic
def _take_all(alert, *, note, by):
    """One person's danger is taken on as a whole: every open alert in the same words, by one note."""
    actions.take_alert(alert, note=note, by=by)
    for other in alert.feedback.alerts.open():
        actions.take_alert(other, note=note, by=by)


def _case_url(feedback, user):
    case = Case.objects.visible_to(user).filter(feedback=feedback).first()
    return reverse("case:show", args=[feedback.reference]) if case else ""
