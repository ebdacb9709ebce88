"""manage.py expire_scans: destroy the pictures of paper that were kept long enough."""

from django.core.management.base import BaseCommand

from feedback.paper.retention import expire, keep_for


class Command(BaseCommand):
    help = "Destroy pictures of forms settled longer ago than PAPER_KEEP_DAYS. Pages on hold are kept."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="count, and destroy nothing")

    def handle(self, *, dry_run, **options):
        gone = expire(dry_run=dry_run)
        did = "would be destroyed" if dry_run else "destroyed"
        self.stdout.write(
            f"Pictures are kept for {keep_for().days:,} days. Pages: {gone.pages:,} {did}. Files: {gone.files:,} {did}."
        )
