"""`manage.py ko41a --organisation RZA --year 2026 --out FILE.csv`: what the KO41a return asks of issues and findings."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from insights.exports.table import Table
from insights.returns.aspects import Row
from insights.returns.ko41a import drawn_up
from organisations.models import Organisation


class Command(BaseCommand):
    help = (
        "Write sections 2 (new and resolved), 6, 7 and 8 of the KO41a return as CSV, counted from the issues of "
        "complaints. New complaints without an issue are named: they are counted in section 2 alone."
    )

    def add_arguments(self, parser):
        parser.add_argument("--organisation", required=True, metavar="ODS", help="with all below it")
        parser.add_argument(
            "--year", required=True, type=int, metavar="YEAR", help="the year that begins on 1 April of it"
        )
        parser.add_argument(
            "--out", required=True, type=Path, metavar="FILE.csv", help="a file that is not there yet"
        )

    def handle(self, *, organisation, year, out, **options):
        found = Organisation.objects.filter(ods_code=organisation.upper()).first()
        if found is None:
            raise CommandError(f"No organisation has the ODS code {organisation}.")
        made = drawn_up(found, year)
        try:
            with out.open("xb") as file:
                file.write(Table(out.name, Row._fields, tuple(made.rows)).as_bytes())
        except FileExistsError:
            raise CommandError(f"{out} is there already. Choose another name.") from None
        except OSError as problem:
            raise CommandError(f"{out} cannot be written: {problem.strerror}.") from None
        self.stdout.write(str(out))
        if made.without_issues:
            self.stdout.write(
                f"{len(made.without_issues)} new complaints have no issue yet: {', '.join(made.without_issues)}"
            )
