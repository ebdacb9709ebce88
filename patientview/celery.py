"""The Celery app and the whole beat schedule.

Every task asks the database what is waiting, so one beat or ten, one worker or
ten, early, late or twice: the rows end the same. A nudge from `feedback.nudge`
only makes it sooner.
"""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "patientview.settings")

app = Celery("patientview")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

# Seconds between sweeps. Without a broker nothing can nudge, so the sweep itself has to be quick.
SWEEP = 15.0 if os.environ.get("REDIS_URL") else 1.0

app.conf.beat_schedule = {
    name: {"task": name, "schedule": every, "options": {"expires": max(every, 5)}}
    for name, every in {
        "split_waiting": SWEEP,
        "read_pages_waiting": SWEEP,
        "settle_waiting": SWEEP,
        "collect_waiting": 30.0,
        "expire_scans_waiting": 24 * 3600.0,
        "forget_waiting": 24 * 3600.0,
        "classify_waiting": SWEEP,
        "reclassify_waiting": SWEEP,
        "triage_waiting": SWEEP,
        "heed_waiting": SWEEP,
        "acknowledge_waiting": max(SWEEP, 2.0),
        "deliver_waiting": max(SWEEP, 2.0),
        "scan_waiting": max(SWEEP, 5.0),
        "escalate_waiting": min(SWEEP, 5.0),
        "note_breaches": 300.0,
        "end_spoken_waiting": 300.0,
        "drop_held_waiting": 24 * 3600.0,
        "note_warnings": 900.0,
        "write_mornings": 60.0,
        "note_drift": 6 * 3600.0,
        "compare_waiting": 300.0,
        "group_waiting": 60.0,
    }.items()
}
