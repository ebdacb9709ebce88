"""manage.py train_likeness DATA.csv: teach the first tier of the safety check what danger sounds like."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from feedback.signals.likeness import FILE
from sentiment.management.labelled import add_files, files_of


class Command(BaseCommand):
    """A minute or two on one core."""

    requires_system_checks = []  # it uses no page and no database
    help = "Teach the check that works in the request, from invented sentences and ordinary comments."

    def add_arguments(self, parser):
        """See --help."""
        add_files(parser)
        parser.add_argument("--out", type=Path, default=FILE, help="the file to write (the one that ships)")
        parser.add_argument(
            "--alarms",
            type=float,
            nargs=2,
            default=[0.5, 1.0],
            metavar=("SAFETY", "HARM"),
            help="ordinary comments in 1,000 that may pass each tier although no phrase shows danger (0.5 1)",
        )

    def handle(self, *, out, alarms, **options):
        """Learn and write."""
        from sentiment.training import likeness
        from sentiment.training.data import load
        from sentiment.training.rows import UnreadableData

        try:
            likeness.write(out, load(*files_of(options)), alarms)
        except UnreadableData as problem:
            raise CommandError(str(problem)) from None
        self.stderr.write(f"Written to {out}: {out.stat().st_size:,} bytes.")
