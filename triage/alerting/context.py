"""What every staff page says loudly while alerts may reach nobody. Asked only if the page asks."""

from django.utils.functional import SimpleLazyObject

from organisations.permissions import may
from triage.alerting.alive import faults


def alerting(request) -> dict:
    """Context processor: `alerting_faults`, in words, for those who take alerts and for administrators."""
    return {"alerting_faults": SimpleLazyObject(lambda: _faults(getattr(request, "user", None)))}


def _faults(user):
    return faults() if user and user.is_authenticated and may(user, "read_alerting") else []
