"""`manage.py work`: all background work in one process, with no broker."""

import os
import threading

from celery.beat import EmbeddedService
from django.conf import settings
from django.core.management.base import BaseCommand

from patientview.celery import app
from triage.alerting.watch import watch_for_ever


class Command(BaseCommand):
    help = (
        "Do all background work in one process, without a broker: for the embedded service. "
        "With REDIS_URL set, run `celery -A patientview worker` and `celery -A patientview beat` instead."
    )

    def handle(self, **options):
        # The worker shares the computer with the web process: it must not take every core.
        os.environ.setdefault("OMP_NUM_THREADS", str(max(1, (os.cpu_count() or 2) - 1)))
        beat = EmbeddedService(app, thread=True, schedule_filename=str(settings.DATA_DIR / "beat"))
        threading.Thread(target=beat.run, name="beat", daemon=True).start()
        # One worker does one thing at a time: a long import must not keep anybody from hearing of danger.
        threading.Thread(target=watch_for_ever, name="watch", daemon=True).start()
        app.Worker(pool="solo", loglevel="WARNING", quiet=True).start()
