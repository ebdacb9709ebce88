"""A regulator's own pages: what it was told, and its exports. Nothing it was not told of."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_http_methods

from insights.exports.package import BODIES, make
from insights.exports.request import CannotExport, Request
from insights.told.forms import ExportForm
from organisations.permissions import allowed, current_memberships
from sentiment.models import Classification
from triage.models import Access, Referral

PAGE = 50


@require_GET
@allowed("read_told")
def told(request):
    """Newest first, a page at a time; `before` is the id the last page ended with."""
    rows = Referral.objects.visible_to(request.user).select_related(
        "feedback__organisation__parent", "feedback__service"
    )
    before = request.GET.get("before", "")
    if before.isdecimal() and len(before) < 19:
        rows = rows.filter(pk__lt=int(before))
    page = list(rows.order_by("-id")[: PAGE + 1])
    return render(
        request,
        "insights/told/list.html",
        {
            "rows": page[:PAGE],
            "older": page[PAGE - 1].pk if len(page) > PAGE else None,
            "newest": not before,
            "can_export": _body(request.user) in BODIES,
        },
    )


@require_GET
@allowed("read_told")
def one(request, reference):
    """One feedback the body was told of: the words and why, never who wrote them. The read is audited."""
    row = get_object_or_404(
        Referral.objects.visible_to(request.user).select_related(
            "feedback__organisation", "feedback__service"
        ),
        feedback__reference=reference,
    )
    Access.objects.create(feedback=row.feedback, what="told", by=request.user)
    decision = row.feedback.decisions.order_by("id").last()
    return render(
        request,
        "insights/told/one.html",
        {
            "row": row,
            "feedback": row.feedback,
            "comments": row.feedback.comments.all(),
            "themes": _themes(row.feedback),
            "priority": decision and decision.priority,
            "case": getattr(row.feedback, "case", None),
        },
    )


@require_http_methods(["GET", "POST"])
@allowed("read_told")
def export(request):
    """Ask for an export and receive it as one zip. Who had which is recorded with its hash."""
    body = _body(request.user)
    if body not in BODIES:
        raise PermissionDenied
    form = ExportForm(
        request.POST or None, initial={"organisation": request.GET.get("organisation", "")[:12]}
    )
    if request.method == "POST" and form.is_valid():
        try:
            wanted = Request(body, **form.cleaned_data, told_only=True)
            return _download(make(wanted, by=request.user), wanted)
        except CannotExport as problem:
            form.add_error("to_on", str(problem))
    return render(request, "insights/told/export.html", {"form": form}, status=422 if form.errors else 200)


def _download(package, wanted):
    name = f"{wanted.body}-{wanted.organisation.ods_code}-{wanted.from_on}-{wanted.to_on}.zip"
    return HttpResponse(
        package.as_zip(),
        content_type="application/zip",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "X-Manifest-SHA256": package.sha256,
        },
    )


def _body(user):
    """The rules' word for the body this person works for."""
    return next((one.organisation.body for one in current_memberships(user) if one.organisation.body), "")


def _themes(feedback):
    readings = Classification.objects.current().filter(comment__feedback=feedback)
    return sorted({theme for reading in readings for theme in reading.predicted_themes})
