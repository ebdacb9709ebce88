from django.db import transaction
from django.utils import timezone

from feedback.models import Alert
from triage.models import Event
from triage.moves import NotAllowed


@transaction.atomic
def take_alert(alert: Alert, *, note: str, by) -> None:
    """A named person takes responsibility for a person at risk and says what they do. First come, only one.

    Raises NotAllowed without a note, or if somebody has taken it already (and names them).
    """
    if not note.strip():
        raise NotAllowed("Say what you are doing about it. The alert stays until you do.")
    taken = (
        Alert.objects.open()
        .filter(pk=alert.pk)
        .update(taken_at=timezone.now(), taken_by=by, note=note.strip())
    )
    alert.refresh_from_db()
    if not taken:
        raise NotAllowed(f"{alert.taken_by} has already taken this alert.")
    case = getattr(alert.feedback, "case", None)
    if case:
        Event.objects.create(
            case=case, kind="take_alert", by=by, note=note.strip(), detail={"signal": alert.kind}
        )
