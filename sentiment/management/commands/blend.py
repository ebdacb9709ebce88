"""manage.py blend DATA.csv --of DIR DIR --out DIR: one model whose weights are the mean of others'."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from sentiment.engines import EngineUnavailable
from sentiment.management.labelled import add_files, files_of


class Command(BaseCommand):
    """Average, calibrate, measure, write. A minute."""

    requires_system_checks = []  # it uses no page and no database
    help = (
        "Make one model of several that were trained from the same seed, by the mean of their weights. "
        "Of one alone it sets thresholds and temperatures anew."
    )

    def add_arguments(self, parser):
        """See --help."""
        add_files(parser)
        parser.add_argument("--of", type=Path, nargs="+", required=True, metavar="DIR", help="the models")
        parser.add_argument(
            "--out", type=Path, required=True, help="folder for the new model, which it names"
        )

    def handle(self, *, of, out, **options):
        """Blend, then print the test figures as JSON."""
        from sentiment.training.data import load
        from sentiment.training.rows import UnreadableData
        from sentiment.training.train import blend

        try:
            figures = blend(load(*files_of(options)), of, out)
        except (UnreadableData, EngineUnavailable) as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write(json.dumps(figures, indent=2, ensure_ascii=False))
        self.stderr.write(f"The model is in {out}.")
