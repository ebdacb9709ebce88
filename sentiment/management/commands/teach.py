"""manage.py teach DATA.csv --out SOFT.npz: train teachers, and keep what they think of every comment."""

import contextlib
import tempfile
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from sentiment.engines import EngineUnavailable
from sentiment.management.labelled import add_files, files_of


class Command(BaseCommand):
    """Half an hour a teacher on two cores, and 8 GB of memory."""

    requires_system_checks = []  # it uses no page and no database
    help = "Train large networks on the training rows, and write their answers for `train --soft`."

    def add_arguments(self, parser):
        """See --help."""
        add_files(parser)
        parser.add_argument("--out", type=Path, required=True, help="the file of soft labels to write (.npz)")
        parser.add_argument("--epochs", type=int, default=7)
        parser.add_argument("--seeds", type=int, nargs="+", default=[1], help="a teacher for each")
        parser.add_argument(
            "--folds",
            type=int,
            default=1,
            help="teachers a seed: with 2 or more, each row is answered by one that did not learn it (1)",
        )
        parser.add_argument(
            "--cache", type=Path, help="a folder that keeps the teacher's unpacked weights (440 MB)"
        )

    def handle(self, *, out, epochs, seeds, folds, cache, **options):
        """Train, then write."""
        from sentiment.training import soft, teach
        from sentiment.training.data import load
        from sentiment.training.rows import UnreadableData

        try:
            with contextlib.ExitStack() as left:
                place = cache or Path(left.enter_context(tempfile.TemporaryDirectory()))
                data = load(*files_of(options))
                teachers = [
                    teach.cross_fitted(data, folds, seed, epochs, place, self.told)
                    if folds > 1
                    else teach.teacher(data, seed, epochs, place, self.told)
                    for seed in seeds
                ]
                soft.write(out, data.everything, teachers)
        except (UnreadableData, EngineUnavailable) as problem:
            raise CommandError(str(problem)) from None
        self.stderr.write(f"What {len(seeds)} teachers think of {len(data.everything)} comments is in {out}.")

    def told(self, epoch, loss):
        """One line an epoch, so that a long run is seen to move."""
        self.stderr.write(f"Epoch {epoch}: mean loss {loss:.3f}.")
