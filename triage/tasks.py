from celery import shared_task
from django.utils import timezone

from triage.actions import catch_up_batch, decide_batch, drop_held, end_spoken_batch, heed_batch, scan_batch
from triage.actions import note_breaches as write_breaches
from triage.actions import note_warnings as write_warnings
from triage.alerting.watch import watch
from triage.delivery import deliver_batch
from triage.mailing.telling import go_on
from triage.morning.write import write_mornings as write_the_mornings
from triage.queue.forgetting import forget


@shared_task(name="triage_waiting")
def triage_waiting():
    """Decide every feedback that was read, a batch at a time."""
    while decide_batch():
        pass
    while catch_up_batch():
        pass


@shared_task(name="end_spoken_waiting")
def end_spoken_waiting():
    """Make a complaint of what was said to staff and not settled in its time."""
    while end_spoken_batch():
        pass


@shared_task(name="drop_held_waiting")
def drop_held_waiting():
    """Destroy files that were sent with a form nobody ever saved."""
    drop_held()


@shared_task(name="heed_waiting")
def heed_waiting():
    """Bring danger that a later reading found before a person."""
    while heed_batch():
        pass


@shared_task(name="escalate_waiting")
def escalate_waiting():
    """Tell people of alerts that nobody has taken yet."""
    watch()


@shared_task(name="acknowledge_waiting")
def acknowledge_waiting():
    """Tell the rest of those chosen at once that their words arrived."""
    while go_on():
        pass


@shared_task(name="deliver_waiting")
def deliver_waiting():
    """Send what waits to leave: referrals, acknowledgements, replies."""
    while deliver_batch():
        pass


@shared_task(name="note_breaches")
def note_breaches():
    """Fix in the history each date that has passed unmet."""
    write_breaches()


@shared_task(name="scan_waiting")
def scan_waiting():
    """Have the virus scanner look at files kept with cases. Where it is down they wait: the next sweep asks again."""
    last = 0
    while last := scan_batch(after=last):
        pass


@shared_task(name="note_warnings")
def note_warnings():
    """Say on each case that one of its dates comes near."""
    write_warnings()


@shared_task(name="write_mornings")
def write_mornings():
    """Write to each handler on a working morning."""
    write_the_mornings()


@shared_task(name="forget_waiting")
def forget_waiting():
    """Forget what was kept for a while only: words searched for, views taken away, who had which case open."""
    forget(timezone.now())
