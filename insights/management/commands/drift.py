"""manage.py drift: the model's weekly figures, and what moved."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from insights.drift.drift import movements, weeks_before
from insights.drift.page import half_year, models_with_figures
from insights.drift.weeks import WEEKS_KEPT_UP, count_weeks, has_ended
from insights.drift.words import in_100

KEPT = (
    "read", "scored", "not_english", "not_scored", "unsure", "confidence", "spread", "feelings", "themes",
    "checked", "wrong", "feeling_off", "theme_added", "theme_removed",
)  # fmt: skip


class Command(BaseCommand):
    """Counts what waits to be counted, and prints; raises no notice and sends nothing."""

    help = "Weekly figures of each model that reads comments, and what moved against the eight weeks before."

    def add_arguments(self, parser):
        """See --help."""
        parser.add_argument(
            "--weeks", type=int, default=8, metavar="N", help=f"how many, up to {WEEKS_KEPT_UP}"
        )
        parser.add_argument("--json", action="store_true", help="a line of JSON a week and model")

    def handle(self, *, weeks, json, **options):  # noqa: A002
        """Raises CommandError for a number of weeks that is not kept."""
        if not 1 <= weeks <= WEEKS_KEPT_UP:
            raise CommandError(f"Ask for 1 to {WEEKS_KEPT_UP} weeks.")
        today = timezone.localdate()
        count_weeks(today)
        models = models_with_figures(today)
        for model in models:
            known = half_year(model, today)
            for week in known[-weeks:]:
                moved = []
                if has_ended(week.week_on, today):
                    moved = [one.sentence for one in movements(week, weeks_before(week, known))]
                self.stdout.write(as_json(model, week, moved) if json else as_lines(model, week, moved))
        if not models and not json:
            self.stdout.write("No comment of the last half year was read yet.")


def as_json(model, week, moved):
    """One week of one model as a line of JSON: dates as ISO 8601, shares 0 to 1, all else counts."""
    return json.dumps(
        {"week_on": str(week.week_on), "model": model.name}
        | {name: getattr(week, name) for name in KEPT}
        | {"moved": moved},
        ensure_ascii=False,
    )


def as_lines(model, week, moved):
    """The same for a person."""
    sure = "none scored" if week.confidence is None else f"{in_100(week.confidence)} in 100 sure on average"
    said = f"{week.week_on} {model.name}: {week.read} read, {sure}, {week.unsure} unsure, {week.checked} checked by people, {week.wrong} of those wrong."
    return "\n".join([said, *(f"  {sentence}" for sentence in moved)])
