"""What is new in what people write, as a worker found it. Nothing is grouped while a page waits."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from insights.emerging import sentences
from insights.emerging.ask import ask
from insights.emerging.forms import LookForm
from insights.models import EmergingComment, EmergingLook, EmergingTheme
from organisations.permissions import allowed, within
from triage.models import Access, Case

PAGE = 25  # comments
EARLIER = 8  # looks


@require_GET
@allowed("read_emerging")
def found(request):
    """One look: the one asked for by `look`, or the latest that is done."""
    looks = EmergingLook.objects.visible_to(request.user).select_related(
        "organisation", "service__organisation"
    )
    shown = _shown(looks, request.GET.get("look", ""))
    themes = list(shown.themes.select_related("look")) if shown else []
    return render(
        request,
        "insights/emerging/found.html",
        {
            "look": shown,
            "looked": sentences.looked(shown) if shown else "",
            "themes": [
                {"theme": one, "sentence": sentences.found(one), "growth": sentences.growth(one)}
                for one in themes
            ],
            "earlier": looks.exclude(found_at=None)
            .exclude(pk=shown and shown.pk)
            .order_by("-to_on", "-id")[:EARLIER],
            "form": LookForm(user=request.user),
        },
    )


@require_POST
@allowed("read_emerging")
def look(request):
    """Ask for a look; a worker does it."""
    form = LookForm(request.POST, user=request.user)
    if not form.is_valid():
        messages.error(request, "Choose a place and how far back to look. Nothing was started.")
        return redirect("emerging:found")
    place = form.cleaned_data["place"]
    asked = ask(place.organisation, place.service, weeks=form.cleaned_data["weeks"], by=request.user)
    return redirect(f"{reverse('emerging:found')}?look={asked.pk}")


@never_cache
@require_GET
@allowed("read_emerging")
def theme(request, pk):
    """The comments of one emerging theme, the nearest to the middle of it first. Each one shown is audited."""
    looks = EmergingLook.objects.visible_to(request.user)
    one = get_object_or_404(
        EmergingTheme.objects.select_related("look__organisation", "look__service__organisation"),
        pk=pk,
        look__in=looks,
    )
    start = _number(request.GET.get("start", "")) or 0
    members = list(
        EmergingComment.objects.filter(within(request.user, "read_emerging", path="comment__feedback__"), theme=one)
        .select_related("comment__feedback__service", "comment__feedback__organisation")[start : start + PAGE + 1]
    )  # fmt: skip
    comments = [member.comment for member in members[:PAGE]]
    feedback = {comment.feedback_id: comment.feedback for comment in comments}
    Access.objects.bulk_create(
        Access(feedback=row, what="emerging", by=request.user) for row in feedback.values()
    )
    cases = Case.objects.visible_to(request.user).filter(feedback__in=feedback)
    return render(
        request,
        "insights/emerging/theme.html",
        {
            "theme": one,
            "name": sentences.name(one),
            "sentence": sentences.found(one),
            "comments": comments,
            "with_case": set(cases.values_list("feedback", flat=True)),
            "start": start,
            "next_start": start + PAGE if len(members) > PAGE else None,
            "before_start": max(start - PAGE, 0) if start else None,
        },
    )


def _shown(looks, asked):
    if asked:
        pk = _number(asked)
        if pk is None:
            raise Http404
        return get_object_or_404(looks, pk=pk)
    return looks.exclude(found_at=None).order_by("-to_on", "-id").first()


def _number(text):
    """A number a database can hold, or None."""
    return int(text) if text.isdecimal() and len(text) < 10 else None
