"""What a drill shows: who was told, how, and how long after it began."""

from triage.models import Drill, Notice

WAYS = {"alert_email": "e-mail", "alert_sms": "text message"}
STEPS = {"first": "At once", "second": "After 5 minutes", "third": "After 15 minutes"}


def times(drill: Drill) -> list[dict]:
    """One row a message, in the order written: {step, name, way, written, sent, error}; seconds from the beginning.

    `sent` is None while it has not left.
    """
    return [
        {
            "step": STEPS.get(notice.step, notice.step),
            "name": str(notice.user),
            "way": WAYS.get(notice.way, notice.way),
            "written": _seconds(drill, notice.written_at),
            "sent": _seconds(drill, notice.delivered_at),
            "error": notice.last_error,
        }
        for notice in Notice.objects.filter(drill=drill).select_related("user").order_by("id")
    ]


def answered(drill: Drill) -> float | None:
    """Seconds from the beginning until a person said that it reached them."""
    return _seconds(drill, drill.acknowledged_at)


def _seconds(drill, moment):
    return round((moment - drill.begun_at).total_seconds(), 1) if moment else None


def last_drill(organisations) -> Drill | None:
    """The latest drill of these bodies (a queryset)."""
    drills = Drill.objects.filter(organisation__in=organisations)
    return drills.select_related("organisation", "acknowledged_by").order_by("begun_at", "id").last()
