"""manage.py train DATA.csv --out DIR: make a model from labelled comments."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from sentiment.engines import EngineUnavailable
from sentiment.management.labelled import add_files, files_of


class Command(BaseCommand):
    """Train a model and print its figures. Half an hour on two cores."""

    requires_system_checks = []  # it uses no page
    help = "Train one small model for feelings, themes, severity and danger, and write it with its card."

    def add_arguments(self, parser):
        """See --help."""
        add_files(parser)
        parser.add_argument(
            "--out", type=Path, required=True, help="folder for the model; its name names the model"
        )
        parser.add_argument("--soft", type=Path, help="what teachers think of the comments: see teach")
        parser.add_argument("--epochs", type=int, default=8)
        parser.add_argument("--seed", type=int, default=2026)
        parser.add_argument(
            "--label-weight", type=float, default=0.5, help="how much a label of a feeling counts (0.5)"
        )
        parser.add_argument(
            "--soft-weight", type=float, default=1.5, help="how much what teachers think counts (1.5)"
        )
        parser.add_argument(
            "--rare-weight",
            type=float,
            default=0.0,
            metavar="POWER",
            help="how much more a rare theme counts than a usual one: 0 no more, 0.5 by the root of the ratio (0)",
        )
        parser.add_argument(
            "--share",
            type=float,
            default=1.0,
            help="of the rows without themes and the invented ones, how much an epoch reads, drawn anew (1)",
        )
        parser.add_argument(
            "--from",
            type=Path,
            dest="start",
            metavar="MODEL",
            help="go on from this model, at a third of the rate: for new sentences and corrections",
        )
        parser.add_argument(
            "--only-trust",
            metavar="TRUST",
            help="learn from this trust's comments and measure on the others'",
        )
        parser.add_argument(
            "--corrections", action="store_true", help="learn from people's corrections in the database too"
        )

    def handle(self, *, out, soft, corrections, start, **options):
        """Train, then print the test figures as JSON."""
        # torch is loaded by training alone, not by every manage.py command.
        from sentiment.training import corrections as said
        from sentiment.training.data import load, softened
        from sentiment.training.fit import Recipe
        from sentiment.training.rows import UnreadableData
        from sentiment.training.train import continued, train

        if options["epochs"] < 1:
            raise CommandError("--epochs must be 1 or more.")
        chosen = {
            name: options[name]
            for name in ("epochs", "seed", "label_weight", "soft_weight", "rare_weight", "share")
        }
        try:
            data = load(*files_of(options))
            if corrections:
                data = data.with_training(said.corrections(data.parts["validation"] + data.parts["test"]))
            if options["only_trust"]:
                data = data.of_trust(options["only_trust"])
            if soft:
                data = softened(data, soft)
            rows = {split: len(part) for split, part in data.parts.items()}
            self.stderr.write(f"Rows: {rows}, and {len(data.invented)} invented.")
            recipe = Recipe(**chosen)
            if start:
                recipe = recipe.gently()
            figures = train(data, out, recipe, self.told, start and (lambda: continued(start)))
        except (UnreadableData, EngineUnavailable) as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write(json.dumps(figures, indent=2, ensure_ascii=False))
        self.stderr.write(f"The model is in {out}.")

    def told(self, epoch, loss):
        """One line an epoch, so that a long run is seen to move."""
        self.stderr.write(f"Epoch {epoch}: mean loss {loss:.3f}.")
