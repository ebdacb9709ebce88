"""The poster "You said, we did": one sheet with the newest changes and a code that opens the form. PDF/UA-1."""

import io

import segno
from django.conf import settings
from django.urls import reverse

from organisations.models import Service
from triage.improving import sheet
from triage.models import Improvement

# Sizes of the words in points, the best first, by the size of the paper. Read from two metres away: never smaller.
SIZES = {"a4": (18, 16, 14, 12), "a3": (26, 23, 20, 17)}
MOST = 5  # changes on a sheet


def poster(service: Service, *, size: str) -> bytes:
    """The PDF of a service's newest published changes; without any it asks people to tell us. `size` is a key of SIZES."""
    rows = Improvement.objects.published().filter(service=service)[:MOST]
    return sheet.render(
        place=service.name,
        organisation=service.organisation.name,
        changes=[(row.said, row.did) for row in rows],
        link=f"{settings.PUBLIC_URL}{reverse('web:give', args=[service.slug])}",
        code=_code(f"{settings.PUBLIC_URL}{reverse('web:give', args=[service.slug])}"),
        paper=size,
        sizes=SIZES[size],
    )


def _code(address):
    picture = io.BytesIO()
    segno.make(address, error="m", micro=False).save(picture, kind="svg", border=2, xmldecl=False, svgns=True)
    return picture.getvalue().decode()
