"""What staff pages show an administrator while a movement is not noted. Asked only if the page asks."""

from django.utils.functional import SimpleLazyObject

from insights.drift.models import DriftNotice
from organisations.permissions import may


def drift(request) -> dict:
    """Context processor: `drift_notices`, the open ones, for those who may note them. One query at most."""
    return {"drift_notices": SimpleLazyObject(lambda: _open(getattr(request, "user", None)))}


def _open(user) -> list[DriftNotice]:
    return list(DriftNotice.objects.open()) if user and may(user, "note_drift") else []
