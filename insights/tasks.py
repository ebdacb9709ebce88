from celery import shared_task

from insights.drift.actions import raise_notices, tell_administrators
from insights.drift.weeks import count_weeks
from insights.emerging.ask import ask_for_today
from insights.models import EmergingLook


@shared_task(name="group_waiting")
def group_waiting():
    """Look for emerging themes wherever a look is asked for, or due today."""
    ask_for_today()
    if EmergingLook.objects.waiting().exists():
        # Here and not above: scikit-learn takes a second and 100 MB, and most sweeps group nothing.
        from insights.emerging.look import look_at_next

        while look_at_next():
            pass


@shared_task(name="note_drift")
def note_drift():
    """Count the weeks that changed, and put what moved before administrators."""
    count_weeks()
    raise_notices()
    tell_administrators()
