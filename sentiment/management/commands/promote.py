"""manage.py promote FOLDER: bring a new model into force, if it beats the one that reads now."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from sentiment.engines import EngineUnavailable, engine
from sentiment.models import Promotion
from sentiment.promotion import shelf
from sentiment.promotion.compare import Line, compared, refusals
from sentiment.promotion.force import WITHOUT_WEIGHTS, engine_in_force
from sentiment.training.tables import HEADLINES


class Command(BaseCommand):
    """Measure both models on the same frozen rows, print the table, promote or refuse."""

    help = (
        "Bring the model in FOLDER into force if it beats the present one on the frozen test and safety set."
    )

    def add_arguments(self, parser):
        """See --help."""
        parser.add_argument("folder", type=Path, help="folder of a trained model")
        parser.add_argument(
            "--data", type=Path, help="CSV as for train: both models are measured on its test rows"
        )
        parser.add_argument("--why", default="", help="the reason, kept with the promotion")
        parser.add_argument("--by", default="command line", help="your name, kept with the promotion")
        parser.add_argument(
            "--force", action="store_true", help="promote it although it does not win; needs --why"
        )

    def handle(self, *, folder, data, why, by, force, **options):
        """Raises CommandError when the model does not win, or cannot be read."""
        if settings.ENGINE == WITHOUT_WEIGHTS:
            raise CommandError("The keyword engine has no model to promote. Set ENGINE to another.")
        if force and not why.strip():
            raise CommandError(
                "--force needs --why: say why it should come into force although it did not win."
            )
        if not data and not force:
            raise CommandError(
                "--data is needed: a model must beat the present one on the test rows of a file."
            )
        try:
            card = shelf.checked_card(folder)
            old, new = self.figures(folder, data)
            lines = compared(old, new, HEADLINES)
            self.stdout.write(table(lines))
            refused = refusals(lines)
            if refused and not force:
                raise CommandError("Not promoted. " + " ".join(refused))
            shelf.take_in(folder, card)
        except EngineUnavailable as problem:
            raise CommandError(str(problem)) from None
        Promotion.objects.create(
            name=card["name"],
            weights_sha256=card["weights_sha256"],
            by=by,
            forced=force,
            figures={"new": new, "old": old},
            reason=why.strip(),
        )
        self.stdout.write(f"{new['model']} reads from the next batch on. To go back: manage.py rollback.")

    def figures(self, folder: Path, data: Path | None) -> tuple[dict, dict]:
        """The figures of the model in force and of the new one, on the same rows."""
        # numpy is loaded by measuring alone, and torch by reading a labelled file the way training does.
        from sentiment.promotion.weighing import weighed
        from sentiment.training.rows import UnreadableData

        present, candidate = engine_in_force(), engine(settings.ENGINE, folder.resolve())
        if present.name == candidate.name:
            raise CommandError(f"{present.name} is in force already.")
        try:
            test = test_rows(data) if data else []
            return weighed(present, test), weighed(candidate, test)
        except UnreadableData as problem:
            raise CommandError(str(problem)) from None


def test_rows(data: Path) -> list:
    """The test rows of a labelled file, those of `train` itself. Raises UnreadableData."""
    from sentiment.training.data import load

    return load(data).test


def table(lines: list[Line]) -> str:
    """A line a figure: the present model, the new one, the limit, and what that comes to."""
    rows = [("", "now", "new", "limit", "")]
    rows += [
        (line.words, f"{line.old:g}", f"{line.new:g}", f"{line.limit:g}", line.verdict) for line in lines
    ]
    return "\n".join(
        f"{words:<40}{old:>9}{new:>9}{limit:>9}  {verdict}".rstrip()
        for words, old, new, limit, verdict in rows
    )
