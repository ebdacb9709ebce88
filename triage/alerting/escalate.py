"""Write a Notice for all who should have been told by now of an open alert, drill or urgent scanned form.

Run every few seconds.
"""

from django.conf import settings
from django.utils import timezone

from feedback.models import Alert, FilledForm
from triage.alerting.crew import bodies_of, crew
from triage.escalation import due
from triage.models import Drill, Notice

EMAIL, SMS = "alert_email", "alert_sms"


def escalate(now=None) -> int:
    """Returns how many notices are new. Unique constraints make a second sweep, or two at once, harmless."""
    now = now or timezone.now()
    wanted = list(_wanted(now))
    told = _told()
    fresh = [one for one in wanted if _key(one) not in told]
    Notice.objects.bulk_create(fresh, ignore_conflicts=True)
    return len(fresh)


def _wanted(now):
    crews = {}
    for subject, raised_at, bodies, service, able_to in _open(now):
        those = (bodies, service, able_to)
        if those not in crews:
            crews[those] = crew(*those, now)
        people, turns = crews[those]
        for user, step in due(raised_at, now, people).items():
            for way, turn in _ways(turns.get(user)):
                yield Notice(**subject, step=step, user_id=user, way=way, turn=turn)


def _open(now):
    """({alert, drill or form}, when it was raised, ids of its bodies, id of its ward, what whoever is told may do).

    One person with two kinds of danger rings once: for the alert that waits longest.
    """
    alerts = Alert.objects.open().select_related("feedback__organisation", "feedback__case__organisation")
    for alert in {one.feedback_id: one for one in reversed(alerts)}.values():
        feedback = alert.feedback
        case = getattr(feedback, "case", None)
        bodies = bodies_of(feedback.organisation, case and case.organisation)
        yield {"alert": alert}, alert.raised_at, bodies, feedback.service_id, "take_alerts"
    for drill in Drill.objects.open(now).select_related("organisation"):
        yield {"drill": drill}, drill.begun_at, bodies_of(drill.organisation), None, "take_alerts"
    # Until it is checked a form has no alert: whoever can read it is told.
    for form in FilledForm.objects.unread_danger().select_related("organisation"):
        yield {"form": form}, form.read_at, bodies_of(form.organisation), form.service_id, "check_paper"


def _ways(turn):
    yield EMAIL, None
    if turn and turn.telephone and settings.NOTIFY_API_KEY and settings.NOTIFY_SMS_TEMPLATE:
        yield SMS, turn


def _told():
    """What was written already of all that is still open."""
    return set(Notice.objects.ringing().values_list("alert", "drill", "form", "step", "user", "way"))


def _key(notice):
    return notice.alert_id, notice.drill_id, notice.form_id, notice.step, notice.user_id, notice.way
