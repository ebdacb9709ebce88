"""A code on a printed form, photographed with a phone: it opens the same form on the screen."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from feedback.paper.payload import NotOurs, read
from organisations.models import Service


@login_not_required
@require_safe
def digital(request, payload):
    """To the service's own form. Who printed the sheet and its serial number go no further."""
    try:
        said = read(payload)
    except NotOurs:
        return _not_found(request)
    service = (
        Service.objects.open_on(timezone.localdate())
        .filter(pk=said.service, organisation__ods_code=said.organisation)
        .first()
    )
    return redirect("web:give", service.slug) if service else _not_found(request)


def _not_found(request):
    return render(request, "feedback/web/not_found.html", status=404)
