import datetime as dt
import json

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from insights.emerging import sentences
from insights.emerging.ask import row_of
from insights.emerging.told import WEEKS, WEEKS_BEFORE
from insights.models import EmergingLook
from organisations.models import Organisation


def day(text):
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise CommandError(f"{text} is not a date. Write it as 2026-04-30.") from None


class Command(BaseCommand):
    help = (
        "Group the comments of a period that the theme list does not explain, and say which groups are new or "
        f"have grown against the {WEEKS_BEFORE} weeks before. The page /insights/emerging/ shows the same. "
        "Names and counts only; the same comments give the same groups."
    )

    def add_arguments(self, parser):
        parser.add_argument("--organisation", required=True, metavar="ODS", help="with all below it")
        parser.add_argument("--weeks", type=int, default=WEEKS, help=f"length of the period ({WEEKS})")
        parser.add_argument("--to", type=day, default=None, metavar="DATE", help="its last day (today)")
        parser.add_argument("--json", action="store_true", help="for programs")

    def handle(self, *, organisation, weeks, to, **options):
        if not 1 <= weeks <= 52:
            raise CommandError("--weeks is from 1 to 52.")
        try:
            found = Organisation.objects.get(ods_code=organisation.upper())
        except Organisation.DoesNotExist:
            raise CommandError(f"No organisation has the ODS code {organisation}.") from None
        # Here and not above: it loads scikit-learn, which --help does not need.
        from insights.emerging.look import do

        look = row_of(found, weeks=weeks, to_on=to or timezone.localdate())
        do(look)
        self.stdout.write(json.dumps(as_object(look), indent=2) if options["json"] else in_words(look))


def in_words(look: EmergingLook) -> str:
    themes = list(look.themes.all())
    nothing = ["No group of five people or more wrote about something new."]
    return "\n".join([sentences.looked(look), *([sentences.found(one) for one in themes] or nothing)])


def as_object(look: EmergingLook) -> dict:
    return {
        "organisation": look.organisation.ods_code,
        "from_on": look.from_on.isoformat(),
        "to_on": look.to_on.isoformat(),
        "weeks_before": WEEKS_BEFORE,
        "comments": look.comments,
        "comments_before": look.comments_before,
        "unexplained": look.unexplained,
        "groups": [
            {
                "words": one.words,
                "new": one.is_new,
                "people": one.people,
                "people_before": one.people_before,
                "comments": [member.comment_id for member in one.members.all()],
            }
            for one in look.themes.prefetch_related("members")
        ],
    }
