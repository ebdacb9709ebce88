"""Which model reads, how it came into force, and how far history has been read again. For administrators."""

from django.conf import settings
from django.shortcuts import render
from django.views.decorators.http import require_GET

from organisations.permissions import allowed
from sentiment.models import ModelVersion, Promotion
from sentiment.promotion.force import in_force
from sentiment.reclassifying.progress import latest

SHOWN = 20


@require_GET
@allowed("read_models")
def models(request):
    """Nothing can be changed here: promotion, the way back and reading again are commands."""
    return render(
        request,
        "sentiment/models/show.html",
        {
            "in_force": in_force(),
            "engine": settings.ENGINE,
            "promotions": Promotion.objects.order_by("-id")[:SHOWN],
            "orders": latest(),
            "used": ModelVersion.objects.order_by("-id")[:SHOWN],
        },
    )
