"""manage.py alert_drill: does an alert reach people, and how fast?"""

from time import monotonic, sleep

from django.core.management.base import BaseCommand, CommandError

from organisations.models import Organisation
from triage import actions
from triage.alerting.drills import times

PAUSE = 0.5  # seconds


class Command(BaseCommand):
    help = (
        "Send a drill, marked as one, the way an alert is sent, by the background work that runs now; say how long each "
        "step took. Ends with 1 if it did not reach everyone who is to be told at once. It is answered on its page."
    )

    def add_arguments(self, parser):
        parser.add_argument("--organisation", metavar="ODS", required=True)
        parser.add_argument(
            "--wait", type=float, default=60.0, help="seconds until it must have left (default 60)"
        )

    def handle(self, *, organisation, wait, **options):
        body = Organisation.objects.filter(ods_code=organisation.upper()).first()
        if body is None:
            raise CommandError(f"No organisation has the code {organisation}.")
        drill = actions.begin_drill(body)
        until = monotonic() + wait
        while not (messages := times(drill)) or any(one["sent"] is None for one in messages):
            if monotonic() > until:
                break
            pause()
        for one in messages:
            sent = (
                f"sent after {one['sent']} s"
                if one["sent"] is not None
                else f"not sent {one['error']}".strip()
            )
            self.stdout.write(
                f"{one['step']}: {one['name']} by {one['way']}, written after {one['written']} s, {sent}"
            )
        if not messages:
            raise CommandError(
                f"Nobody was told within {wait:g} seconds. Either the background work does not run, or nobody at "
                f"{body.name} may take alerts. /alerting/ says which."
            )
        if any(one["sent"] is None for one in messages):
            raise CommandError(f"Not every message left within {wait:g} seconds.")
        self.stdout.write(
            f"Answer it at /alerting/drills/{drill.pk}/: the page then says how long that took."
        )


def pause():
    sleep(PAUSE)
