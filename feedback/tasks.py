"""What the workers do at this door. Each asks the database what waits: see `patientview.celery`."""

from time import monotonic

from celery import shared_task

from feedback.nudge import nudge

# Seconds of pages at a time: a worker has triage and replies to do as well.
PATIENCE = 30


@shared_task(name="split_waiting")
def split_waiting():
    """Take the pages out of files that were sent, for a while."""
    from feedback.paper.batches.actions import claim_file, split

    until = monotonic() + PATIENCE
    while monotonic() < until and (file := claim_file()):
        split(file)


@shared_task(name="read_pages_waiting")
def read_pages_waiting():
    """Read the pages that wait, for a while."""
    from feedback.paper.crew import read_waiting

    if sum(1 for _ in read_waiting(seconds=PATIENCE)):
        nudge("read_pages_waiting")


@shared_task(name="collect_waiting")
def collect_waiting():
    """Take in what scanners put into the watched folder."""
    from feedback.paper.folder import collect

    collect()


@shared_task(name="expire_scans_waiting")
def expire_scans_waiting():
    """Destroy pictures that were kept long enough."""
    from feedback.paper.retention import expire

    expire()


@shared_task(name="settle_waiting")
def settle_waiting():
    """Make feedback of every form with nothing left to check."""
    from feedback.paper.settle import settle_ready

    while settle_ready():
        pass
