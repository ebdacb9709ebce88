"""manage.py watch_alerts: tell people of danger, and do nothing else."""

from django.core.management.base import BaseCommand

from triage.alerting.watch import watch, watch_for_ever


class Command(BaseCommand):
    help = (
        "Look every two seconds for alerts that people should be told of, and tell them. Beside a worker, so that "
        "nothing it is busy with can keep anybody from hearing of danger. `manage.py work` does this by itself."
    )

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="one round, and raise what goes wrong in it")

    def handle(self, *, once, **options):
        watch() if once else watch_for_ever()
