"""Pictures of paper: the part that shows one field, or a whole page for those who may see all of it."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from feedback.models import Scan
from feedback.paper.batches.showing import page_shown
from feedback.paper.checking import aside, crop, kinds
from feedback.paper.checking.lending import MAY, reach
from feedback.paper.layout import load
from organisations.permissions import allowed, within


def has_picture(user, row) -> bool:
    """Whether this person can be shown where the field stands: a field that was never printed has no place,
    so it takes the whole page, which may show contact details."""
    if not row.scan.straight:
        return False
    return bool(kinds.printed(row.form.layout, row.name)) or may_see_page(user, row.scan)


def may_see_page(user, scan) -> bool:
    """Whether this person may see all of a page."""
    return _whole_pages(user).filter(pk=scan.pk).exists()


@require_GET
@allowed(MAY)
def part(request, pk):
    """The part of a page that shows one field, as a JPEG."""
    row = get_object_or_404(reach(request.user).select_related("form", "scan"), pk=pk)
    if not has_picture(request.user, row):
        raise Http404
    field = kinds.printed(row.form.layout, row.name)
    if field is None:
        return _page(row.scan, request.user)
    try:
        with row.scan.straight.open("rb") as file:
            return _sent(crop.cut(file, crop.around(load(row.form.layout), field)))
    except OSError:  # destroyed by the retention rule in this moment, or no picture
        raise Http404 from None


@require_GET
@allowed("read_contacts")
def page(request, pk):
    """A whole page, as it was set straight or as it came."""
    return _page(get_object_or_404(_whole_pages(request.user), pk=pk), request.user)


def _whole_pages(user):
    """Pages this person may see all of, by the form they are of or, before that is known, by their batch."""
    of_forms = within(user, MAY, path="form__") & within(user, "read_contacts", path="form__")
    of_batches = within(user, MAY, path=aside.PATH) & within(user, "read_contacts", path=aside.PATH)
    return Scan.objects.filter(of_forms | of_batches)


def _page(scan, user):
    try:
        with (scan.straight or scan.picture).open("rb") as file:
            content = file.read()
    except (OSError, ValueError):  # destroyed by the retention rule, or there never was one
        raise Http404 from None
    page_shown.send(sender=Scan, scan=scan, by=user)
    return _sent(content)


def _sent(content):
    """A picture for this person alone: no cache keeps it."""
    kind = "image/png" if content.startswith(b"\x89PNG") else "image/jpeg"
    headers = {"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type=kind, headers=headers)
