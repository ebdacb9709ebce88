"""manage.py export_model DIR --calibrate DATA.csv: the fast form of a trained model, beside its weights."""

import json
import random
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from sentiment.engines import EngineUnavailable

# Enough to see what each layer's numbers range over, and enough more to compare on.
FEWEST, RANGES, UNSEEN = 20, 600, 2_000
SEED = 2026


class Command(BaseCommand):
    """Write the fast form, compare it with the reference, and record both in the card. A minute or two."""

    requires_system_checks = []  # it uses no page and no database
    help = "Make the form of a trained model that the fast engine reads (needs requirements-training.txt)."

    def add_arguments(self, parser):
        """See --help."""
        parser.add_argument("model", type=Path, help="folder of a trained model")
        parser.add_argument("--calibrate", type=Path, required=True, help="CSV of comments, as for train")

    def handle(self, *, model, calibrate, **options):
        """Export, then print the agreement as JSON."""
        # The tools of training are loaded by training alone, and are not installed where comments are read.
        from sentiment.engines.export import export
        from sentiment.engines.hashes import sha256_of
        from sentiment.training.rows import UnreadableData, divided, read_feedback

        try:
            parts = divided(read_feedback(calibrate))
            # Ranges come from words the model was trained on; the comparison from words it was not.
            seen, unseen = shuffled(parts["train"])[:RANGES], parts["validation"] + parts["test"]
            if min(len(seen), len(unseen)) < FEWEST:
                raise CommandError(f"{calibrate.name} has too few comments.")
            data = {"file": calibrate.name, "sha256": sha256_of(calibrate)}
            same = export(model, columns(seen), columns(shuffled(unseen)[:UNSEEN]), data)
        except (UnreadableData, EngineUnavailable) as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write(json.dumps(same, indent=2))
        self.stderr.write(f"The fast form is in {model}.")


def shuffled(rows):
    """The rows in an order that is the same each time."""
    return random.Random(SEED).sample(rows, len(rows))  # noqa: S311 (sampling, not secrets)


def columns(rows):
    """Their texts and their questions."""
    return [row.text for row in rows], [row.question for row in rows]
