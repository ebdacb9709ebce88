"""A ward in thirty days: praised, to fix, what changed, and whether it helped. For ward managers above all."""

import datetime as dt

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from insights.wards import told, words, xmr
from insights.wards.drawing import draw
from organisations.models import Service
from organisations.permissions import allowed, may, within
from triage.models import Access, Case, Improvement

PAGE = 25  # comments
SERVICES = 50  # a page of the list
MOST_CHANGES = 10
FIGURE = "the share of unhappy comments"


@require_GET
@allowed("read_wards")
def wards(request):
    """One's own wards and clinics; who has only one goes straight to it."""
    asked = request.GET.get("q", "").replace("\0", "").strip()[:80]
    after = request.GET.get("after", "").replace("\0", "")
    own = _own(request.user).filter(name__icontains=asked, slug__gt=after).order_by("slug")
    rows = list(own[: SERVICES + 1])
    if len(rows) == 1 and not asked and not after:
        return redirect("wards:ward", rows[0].slug)
    next_after = rows[SERVICES - 1].slug if len(rows) > SERVICES else ""
    return render(
        request, "insights/wards/list.html",
        {"rows": rows[:SERVICES], "q": asked, "next": next_after, "first": not after},
    )  # fmt: skip


@never_cache
@require_GET
@allowed("read_wards")
def ward(request, slug):
    """Thirty days in plain words, half a year as a chart, and the changes with what came of them."""
    service = get_object_or_404(_own(request.user), slug=slug)
    today = timezone.localdate()
    lately, weeks = told.lately(service, today), told.by_week(service, today)
    values = [week.share() for week in weeks]
    changes = list(
        Improvement.objects.filter(service=service, dropped_at=None)
        .select_related("owner").order_by("-id")[:MOST_CHANGES]
    )  # fmt: skip
    return render(
        request,
        "insights/wards/ward.html",
        {
            "service": service,
            "overall": words.overall(lately),
            "praised": words.most(lately.praised),
            "to_fix": words.most(lately.to_fix),
            "weeks": weeks,
            "says": xmr.sentence([value for value in values if value is not None], FIGURE),
            "drawing": draw(values, [at for at, week in enumerate(weeks) if _changed_in(week, changes)]),
            "changes": [{"row": one, "helped": _helped(weeks, one)} for one in changes],
            "may_improve": may(request.user, "improve"),
        },
    )


@never_cache
@require_GET
@allowed("read_wards")
def comments(request, slug, feeling):
    """The comments of the last 30 days that praise or want mending, of one theme or all. Each read is kept."""
    service = get_object_or_404(_own(request.user), slug=slug)
    if feeling not in told.FEELINGS:
        raise Http404
    theme = request.GET.get("theme", "")
    theme = theme if theme in told.IN_WORDS else ""
    shown, more = _comments(service, feeling, theme, _number(request.GET.get("before", "")))
    feedback = {one.comment.feedback for one in shown}
    Access.objects.bulk_create(Access(feedback=one, what="ward", by=request.user) for one in feedback)
    cases = (
        Case.objects.visible_to(request.user).filter(feedback__in=feedback).values_list("feedback", flat=True)
    )
    return render(
        request,
        "insights/wards/comments.html",
        {
            "service": service,
            "feeling": feeling,
            "theme": theme,
            "theme_words": told.IN_WORDS.get(theme, ""),
            "rows": shown,
            "with_case": set(cases),
            "next": shown[-1].comment_id if more else "",
        },
    )


def _comments(service, feeling, theme, before):
    """Up to a page of readings, the newest first; and whether there are more. `before` is a comment's id or None."""
    today = timezone.localdate()
    rows = (
        told.readings(service, today - dt.timedelta(days=told.DAYS - 1), today)
        .filter(sentiment__in=told.FEELINGS[feeling])
        .select_related("comment__feedback")
        .order_by("-comment_id")
    )
    if before:
        rows = rows.filter(comment_id__lt=before)
    found = []
    # A theme stands in a list inside the row, which not every database can look into.
    for row in rows.iterator(chunk_size=PAGE * 4):
        if not theme or theme in row.predicted_themes:
            found.append(row)
        if len(found) > PAGE:
            break
    return found[:PAGE], len(found) > PAGE


def _own(user):
    own = within(user, "read_wards", ward="pk")
    return Service.objects.open_on(timezone.localdate()).filter(own).select_related("organisation")


def _changed_in(week, changes):
    end = week.monday + dt.timedelta(days=6)
    return any(one.done_on and week.monday <= one.done_on <= end for one in changes)


def _helped(weeks, improvement):
    if not improvement.done_on or not improvement.theme:
        return ""
    return words.changed(
        told.before_and_after(weeks, improvement.theme, improvement.done_on), improvement.theme
    )


def _number(text):
    return int(text) if text.isdecimal() and len(text) < 19 else None
