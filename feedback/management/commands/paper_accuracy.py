"""manage.py paper_accuracy [--since DATE] [--json]: how right the machine is that reads scanned forms."""

import json
from datetime import date

from django.core.management.base import BaseCommand

from feedback.paper.accuracy import words
from feedback.paper.accuracy.figures import BY, counts, together

TITLES = {
    "kind": "kind of field",
    "scanner": "scanner",
    "organisation": "organisation",
    "service": "ward or clinic",
}


class Command(BaseCommand):
    """Print the table of every organisation together. No word of anybody is read for it."""

    help = "How right the machine is that reads scanned forms, from what people said of the same fields."

    def add_arguments(self, parser):
        """See --help."""
        parser.add_argument(
            "--since",
            type=date.fromisoformat,
            metavar="DATE",
            help="count forms scanned from this day on: 2026-03-01",
        )
        parser.add_argument("--json", action="store_true", help="as JSON, for another program")

    def handle(self, *, since, **options):
        """Count, then print."""
        tables = {by: counts(by=by, since=since) for by in BY}
        if options["json"]:
            self.stdout.write(json.dumps(_plain(tables), indent=2, ensure_ascii=False))
            return
        self.stdout.write(words.sentence(together(tables["kind"].values())))
        for by, title in TITLES.items():
            self.stdout.write(f"\nBy {title}")
            self.stdout.write(
                _line("", "read", "passed unseen", "of these right", "guesses right", "characters wrong")
            )
            for name, one in tables[by].items():
                self.stdout.write(_line(name, f"{one.read:,}", *_cells(one)))


def _cells(one):
    shares = (one.straight_through, one.precision, one.guesses)
    return *(words.share(each) for each in shares), words.character_errors(one)


def _line(name, read, *cells):
    return f"{name[:34]:<34} {read:>9}  " + "  ".join(f"{cell:<20}" for cell in cells).rstrip()


def _plain(tables):
    """Shares that say too little are null; the counts are there all the same."""
    return {
        by: {
            name: {
                "read": one.read,
                **{
                    key: {
                        "share": each.share if each.enough else None,
                        "of": each.total,
                        "limits": each.limits,
                    }
                    for key, each in (
                        ("passed_unseen", one.straight_through),
                        ("passed_unseen_right", one.precision),
                        ("guesses_right", one.guesses),
                    )
                },
                "character_errors": one.character_errors,
                "written": one.written,
            }
            for name, one in groups.items()
        }
        for by, groups in tables.items()
    }
