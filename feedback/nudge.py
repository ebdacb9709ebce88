"""Ask the background workers to look sooner. Never needed for the work to be done.

The rows are the truth and a short beat sweeps them up; a nudge only saves the wait.
So a broker that is down must cost the person at the form nothing: no retry, no error.
"""

import logging

from celery import current_app
from django.conf import settings
from django.db import transaction
from kombu.exceptions import OperationalError

log = logging.getLogger(__name__)

# Publishing to a dead Redis takes six seconds by default, even with retry=False.
AT_ONCE = {"max_retries": 0, "interval_start": 0, "socket_connect_timeout": 0.3, "socket_timeout": 0.5}


def nudge(task: str) -> None:
    """After the present transaction commits, ask for `task` (a name of the beat schedule) to run now."""
    if settings.REDIS_URL:
        transaction.on_commit(lambda: _send(task), robust=True)


def _send(task):
    try:
        with current_app.connection_for_write(transport_options=AT_ONCE) as connection:
            current_app.send_task(task, connection=connection, retry=False, expires=60)
    except (OperationalError, OSError):
        log.warning("The broker did not take a nudge for %s; the next sweep will find the work.", task)
