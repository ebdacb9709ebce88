"""manage.py reclassify: have history read again by the model in force, in the background."""

from datetime import date

from django.core.management.base import BaseCommand, CommandError

from feedback.models import Comment
from organisations.models import Organisation
from sentiment.engines import EngineUnavailable
from sentiment.models import ModelVersion, Reclassification
from sentiment.promotion.force import engine_in_force
from sentiment.reclassifying.progress import latest


class Command(BaseCommand):
    """Write the order; workers do the reading. What people decided or corrected is not touched."""

    help = "Have comments read again by the model in force. Workers do it behind new comments."

    def add_arguments(self, parser):
        """See --help."""
        parser.add_argument(
            "--organisation", metavar="ODS", default="", help="only its feedback, and all below it"
        )
        parser.add_argument(
            "--since", metavar="DATE", default="", help="only feedback received on or after it"
        )
        parser.add_argument("--by", default="command line", help="your name, kept with the order")
        parser.add_argument(
            "--status", action="store_true", help="only say how far the last orders have come"
        )

    def handle(self, *, organisation, since, by, status, **options):
        """Raises CommandError for an organisation or a date that is none, and for an order that is under way."""
        if status:
            self.stdout.write("\n".join(map(line, latest())) or "Nothing was ever read again.")
            return
        newest = Comment.objects.order_by("-id").first()
        if newest is None:
            raise CommandError("There is no comment to read.")
        try:
            model, _ = ModelVersion.objects.get_or_create(name=engine_in_force().name)
        except EngineUnavailable as problem:
            raise CommandError(str(problem)) from None
        given = {"model": model, "organisation": self.one(organisation), "since_on": day(since)}
        if Reclassification.objects.waiting().filter(**given).exists():
            raise CommandError("That is under way already: see reclassify --status.")
        Reclassification.objects.create(**given, until_comment=newest.pk, by=by)
        self.stdout.write(f"Ordered. {model} reads it again, behind new comments: see reclassify --status.")

    def one(self, ods_code: str) -> Organisation | None:
        """The organisation with that code, None for no code. Raises CommandError."""
        if not ods_code:
            return None
        found = Organisation.objects.filter(ods_code=ods_code.upper()).first()
        if found is None:
            raise CommandError(f"There is no organisation {ods_code}.")
        return found


def day(words: str) -> date | None:
    """A date such as 2026-04-01, None for no words. Raises CommandError."""
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise CommandError(f"{words} is no date. Write it as 2026-04-01.") from None


def line(one) -> str:
    """One order in a line."""
    order = one.order
    return (
        f"{order.started_at:%Y-%m-%d %H:%M}  {order.model}, {one.scope}: {one.done:,} of {one.total:,} comments "
        f"({one.share:.0%}), new danger in {order.dangers_found:,}; {one.state}. Ordered by {order.by}."
    )
