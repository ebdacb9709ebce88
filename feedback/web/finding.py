"""Finding the service: the start page, the search, and the QR code that skips both."""

import io

import segno
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from feedback.web import places
from feedback.web.public import public
from organisations.models import Organisation, Service

LONGEST_SEARCH = 80  # characters
CONTENT = {"svg": "image/svg+xml", "png": "image/png"}


@public
@require_safe
def start(request):
    """The front door: what this is, what it is not, and one button."""
    return render(request, "feedback/web/start.html")


@public
@require_safe
def find(request):
    """`?q=` searches; `?at=` lists one organisation's services. Neither says anything about the person."""
    if ods := request.GET.get("at", ""):
        try:
            place = places.by_ods(ods)
        except Organisation.DoesNotExist:
            return not_found(request)
        services = list(places.services_of(place.organisation))
        if not place.is_open or not services:
            return redirect(place.url)
        if len(services) == 1 and place.organisation.is_primary_care:  # its front door: nothing to choose
            return redirect(places.Place(place.organisation, services[0]).url)
        context = {"place": place, "services": services}
        return render(request, "feedback/web/choose.html", context)
    typed = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH]
    services, organisations = places.search(typed)
    context = {"typed": typed, "services": services, "organisations": [_result(one) for one in organisations]}
    if typed and not services and not organisations:
        context["boards"] = places.boards()
    return render(request, "feedback/web/find.html", context)


def not_found(request):
    """A link that names nothing we know: say so kindly, with the search under it."""
    return render(request, "feedback/web/not_found.html", status=404)


@login_not_required
@require_safe
def qr(request, slug, kind):
    """A service's QR code, for posters and cards. It holds the service's address and nothing else."""
    try:
        place = places.by_slug(slug)
    except Service.DoesNotExist:
        return not_found(request)
    # Level M survives a crease or a coffee ring: about 15% of it may be unreadable.
    code, picture = segno.make(f"{settings.PUBLIC_URL}{place.url}", error="m", micro=False), io.BytesIO()
    code.save(picture, kind=kind, scale=8, border=4)
    return HttpResponse(
        picture.getvalue(), content_type=CONTENT[kind], headers={"Cache-Control": "max-age=86400"}
    )


def _result(organisation):
    """An organisation as a search result: itself, and the one that took over if it has closed."""
    place = places.Place(organisation)
    return {"organisation": organisation, "instead": None if place.is_open else place.instead()}
