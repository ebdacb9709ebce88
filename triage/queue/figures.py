"""The figures above the queue: what is late, what is near, and what waits outside it."""

from django.db.models import Count, Q

from triage.absence.covers import covers_today
from triage.models import Case
from triage.queue.filters import WEEK
from triage.queue.reach import (
    checks_of,
    forms_unsettled_of,
    pages_unread_of,
    spoken_open_of,
    stuck_replies_of,
    undecided_of,
)


def figures(user, today) -> dict[str, int]:
    """Counts over the person's own open cases, and over what has no case (yet). Seven queries, one for whom they cover."""
    counted = (
        Case.objects.visible_to(user)
        .open()
        .aggregate(
            open=Count("id"),
            late=Count("id", filter=Q(next_due_on__lt=today)),
            week=Count("id", filter=Q(next_due_on__range=(today, today + WEEK))),
            unassigned=Count("id", filter=Q(handler=None)),
            mine=Count("id", filter=Q(handler__in=[user.pk, *covers_today(user).covered_by(user.pk)])),
        )
    )
    return counted | {
        "undecided": undecided_of(user).count(),
        "to_check": checks_of(user).count(),
        "pages": pages_unread_of(user).count(),
        "forms": forms_unsettled_of(user).count(),
        "spoken": spoken_open_of(user).count(),
        "stuck": stuck_replies_of(user).count(),
    }
