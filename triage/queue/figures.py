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

MOST, MOST_TO_CHECK = 1_000, 100


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
        "undecided": capped(undecided_of(user)),
        "to_check": capped(checks_of(user), MOST_TO_CHECK),
        "pages": capped(pages_unread_of(user)),
        "forms": capped(forms_unsettled_of(user)),
        "spoken": capped(spoken_open_of(user)),
        "stuck": capped(stuck_replies_of(user)),
    }


def capped(rows, most=MOST) -> int:
    """How many rows there are, counted no further than one beyond `most`: nobody works that many in a day."""
    return rows.order_by()[: most + 1].count()
