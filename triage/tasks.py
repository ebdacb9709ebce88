from celery import shared_task

from triage.actions import decide_batch, heed_batch, scan_batch
from triage.actions import note_breaches as write_breaches
from triage.actions import note_warnings as write_warnings
from triage.alerting.watch import watch
from triage.delivery import deliver_batch
from triage.mailing.telling import go_on
from triage.morning.write import write_mornings as write_the_mornings


@shared_task(name="triage_waiting")
def triage_waiting():
    """Decide every feedback that was read, a batch at a time."""
    while decide_batch():
        pass


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
