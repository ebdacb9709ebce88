"""One page of paper: what became of it, its picture, and the file it came in."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_GET, require_POST

from feedback.models import Scan
from feedback.paper import retention
from feedback.paper.batches import showing
from feedback.paper.batches.forms import MAY_SEND, HoldForm
from organisations.permissions import allowed


@never_cache
@require_GET
@allowed(MAY_SEND)
def scan(request, pk):
    """The page, and where it was seen before the other picture beside it."""
    one = get_object_or_404(showing.scans_of(request.user), pk=pk)
    twin = showing.scans_of(request.user).filter(pk=one.twin_id).first() if one.twin_id else None
    before, after = _neighbours(one)
    return render(
        request,
        "feedback/paper/batches/scan.html",
        {
            "scan": one,
            "shown": showing.may_show(one),
            "twin": twin,
            "twin_shown": bool(twin and showing.may_show(twin)),
            "before": before,
            "after": after,
            "form": HoldForm(),
        },
    )


@cache_control(private=True, no_store=True)
@require_GET
@allowed(MAY_SEND)
def picture(request, pk):
    """The page as it was set straight; `small` for a list. 403 where it cannot be shown without contact details."""
    one = get_object_or_404(showing.scans_of(request.user), pk=pk)
    if not (one.straight or one.picture):
        raise Http404
    small = bool(request.GET.get("small"))
    try:
        content, kind = showing.picture_of(one, small)
    except showing.Hidden:
        raise PermissionDenied from None
    except OSError:
        # It is gone, or is no picture after all.
        raise Http404 from None
    if not small:
        showing.page_shown.send(sender=Scan, scan=one, by=request.user)
    return HttpResponse(content, content_type=kind, headers={"X-Content-Type-Options": "nosniff"})


@cache_control(private=True, no_store=True)
@require_GET
@allowed("read_contacts")
def original(request, pk):
    """The file as it was sent, to be saved: for those who may see contact details where it was scanned."""
    one = get_object_or_404(showing.scans_of(request.user), pk=pk)
    if not one.reads:
        raise PermissionDenied
    file = one.file.original or (one.file.same_as.original if one.file.same_as else None)
    try:
        content = file.open("rb") if file else None
    except FileNotFoundError:
        content = None
    if content is None:
        raise Http404
    showing.page_shown.send(sender=Scan, scan=one, by=request.user)
    # A name of ours: people put patients' names into file names.
    name = f"scan-{one.file_id}.{file.name.rpartition('.')[2]}"
    return FileResponse(
        content, as_attachment=True, filename=name, content_type="application/octet-stream",
        headers={"X-Content-Type-Options": "nosniff"},
    )  # fmt: skip


@require_POST
@allowed(MAY_SEND)
def hold(request, pk):
    """Keep the page beyond the rule, or no longer."""
    one = get_object_or_404(showing.scans_of(request.user), pk=pk)
    form = HoldForm(request.POST)
    if form.is_valid():
        retention.hold(scan=one, why=form.cleaned_data["why"], by=request.user)
    return redirect("paper:scan", pk)


def _neighbours(one):
    """The pages before and after in the batch, for who leafs through it."""
    pages = Scan.objects.filter(file__batch=one.file.batch_id)
    return (
        pages.filter(pk__lt=one.pk).order_by("-pk").values_list("pk", flat=True).first(),
        pages.filter(pk__gt=one.pk).order_by("pk").values_list("pk", flat=True).first(),
    )
