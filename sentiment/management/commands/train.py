"""manage.py train DATA.csv --out DIR: make a model from labelled comments."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from sentiment.engines import EngineUnavailable


class Command(BaseCommand):
    """Train a model and print its figures. Ten minutes to half an hour on two cores."""

    requires_system_checks = []  # it uses no page and no database
    help = "Train the sentiment and theme model on labelled comments, and write it with its card."

    def add_arguments(self, parser):
        """See --help."""
        parser.add_argument(
            "data", type=Path, help="CSV: text, question_type, sentiment, a 0/1 column a theme"
        )
        parser.add_argument(
            "--out", type=Path, required=True, help="folder for the model; its name names the model"
        )
        parser.add_argument("--epochs", type=int, default=6)
        parser.add_argument("--seed", type=int, default=2026)
        parser.add_argument(
            "--criticality",
            type=Path,
            nargs="+",
            default=[],
            metavar="FILE",
            help="CSV files: text, criticality",
        )
        parser.add_argument(
            "--map",
            nargs="+",
            default=[],
            metavar="COLUMN=NAME",
            help="the file's own names, e.g. text=comment",
        )

    def handle(self, *, data, out, epochs, seed, criticality, map, **options):  # noqa: A002
        """Train, then print the test figures as JSON."""
        # torch is loaded by training alone, not by every manage.py command.
        from sentiment.training.fit import Recipe
        from sentiment.training.rows import UnreadableData
        from sentiment.training.train import load, train

        if epochs < 1:
            raise CommandError("--epochs must be 1 or more.")
        if not all("=" in pair for pair in map):
            raise CommandError("--map takes pairs such as text=comment.")
        try:
            labelled = load(data, criticality, dict(pair.split("=", 1) for pair in map))
            rows = {split: len(part) for split, part in labelled.parts.items()}
            self.stderr.write(f"Rows: {rows}.")
            figures = train(labelled, out, Recipe(epochs=epochs, seed=seed), self.told)
        except (UnreadableData, EngineUnavailable) as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write(json.dumps(figures, indent=2, ensure_ascii=False))
        self.stderr.write(f"The model is in {out}.")

    def told(self, epoch, loss):
        """One line an epoch, so that a long run is seen to move."""
        self.stderr.write(f"Epoch {epoch}: mean loss {loss:.3f}.")
