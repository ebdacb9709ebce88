"""What changed, for everybody: the page that the poster's code opens."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from organisations.models import Service
from triage.models import Improvement

MOST = 50  # changes on one page: older ones leave it


@login_not_required
@require_safe
def what_changed(request, slug):
    """ "You said, we did" of one open service. An unknown or closed one gets a kind page that leads to the search."""
    service = (
        Service.objects.open_on(timezone.localdate()).select_related("organisation").filter(slug=slug).first()
    )
    if service is None:
        return render(request, "feedback/web/not_found.html", status=404)
    return render(
        request,
        "triage/improving/what_changed.html",
        {"service": service, "rows": list(Improvement.objects.published().filter(service=service)[:MOST])},
    )
