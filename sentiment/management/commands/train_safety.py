"""manage.py train_safety: make the second tier of the safety check from invented sentences."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from sentiment.engines import EngineUnavailable


class Command(BaseCommand):
    """Train the head and print how it did on each round it had not seen. A few minutes on two cores."""

    requires_system_checks = []  # it uses no page and no database
    help = "Train the second tier of the safety check on the shipped encoder, and write it with its card."

    def add_arguments(self, parser):
        """See --help."""
        files = {"type": Path, "nargs": "+", "required": True, "metavar": "FILE"}
        parser.add_argument("--danger", **files, help="CSV: kind, text; one file a round, danger_ROUND.csv")
        parser.add_argument("--harmless", **files, help="CSV: text; one file a round, harmless_ROUND.csv")
        parser.add_argument(
            "--comments",
            **files,
            help="CSV: text; ordinary comments, thousands: they set how sure it must be",
        )
        parser.add_argument("--out", type=Path, required=True, help="folder for it; its name names the model")

    def handle(self, *, danger, harmless, comments, out, **options):
        """Train, then print the figures as JSON."""
        # torch is loaded by training alone, not by every manage.py command.
        from sentiment.safety.train import train
        from sentiment.training.rows import UnreadableData

        try:
            figures = train(danger, harmless, comments, out)
        except (UnreadableData, EngineUnavailable) as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write(json.dumps(figures, indent=2))
        self.stderr.write(f"The model is in {out}.")
