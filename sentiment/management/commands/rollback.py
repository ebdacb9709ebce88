"""manage.py rollback: the model before the present one reads again."""

from django.core.management.base import BaseCommand, CommandError

from sentiment.engines import EngineUnavailable
from sentiment.models import Promotion
from sentiment.promotion.force import standing
from sentiment.promotion.shelf import folder_of


class Command(BaseCommand):
    """Take the last promotion back. What the model read meanwhile stays, under its name."""

    help = "Bring the model before the present one back into force."

    def add_arguments(self, parser):
        """See --help."""
        parser.add_argument("--why", default="", help="the reason, kept with the row")
        parser.add_argument("--by", default="command line", help="your name, kept with the row")

    def handle(self, *, why, by, **options):
        """Raises CommandError when there is none before, or its folder is gone."""
        stack = standing(Promotion.objects.all())
        if not stack:
            raise CommandError("The model that ships with the code is in force: there is none before it.")
        before = stack[-2] if len(stack) > 1 else None
        if before:
            try:
                folder_of(before.name, before.weights_sha256)
            except EngineUnavailable as problem:
                raise CommandError(f"Not rolled back. {problem}") from None
        Promotion.objects.create(
            name=before.name if before else "shipped",
            weights_sha256=before.weights_sha256 if before else "",
            rollback=True,
            by=by,
            reason=why.strip(),
        )
        again = (
            f"{before.name}@{before.weights_sha256[:8]}" if before else "The model that ships with the code"
        )
        self.stdout.write(f"{again} reads from the next batch on.")
