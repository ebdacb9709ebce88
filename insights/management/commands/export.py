import datetime as dt
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from insights.exports.package import BODIES, make
from insights.exports.request import CannotExport, Request
from organisations.models import Organisation


def day(text):
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise CommandError(f"{text} is not a date. Write it as 2026-04-30.") from None


class Command(BaseCommand):
    help = (
        "Write the export for a body into a folder: CSV files and a manifest with row counts and SHA-256. "
        "Holds no names, no contact details and no one's words. The same request gives the same bytes."
    )

    def add_arguments(self, parser):
        parser.add_argument("body", choices=BODIES)
        parser.add_argument("--organisation", required=True, metavar="ODS", help="with all below it")
        parser.add_argument(
            "--from", required=True, type=day, dest="from_on", metavar="DATE", help="received from"
        )
        parser.add_argument("--to", required=True, type=day, dest="to_on", metavar="DATE", help="received to")
        parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="an empty or a new folder")

    def handle(self, *, body, organisation, from_on, to_on, out, **options):
        try:
            found = Organisation.objects.get(ods_code=organisation.upper())
        except Organisation.DoesNotExist:
            raise CommandError(f"No organisation has the ODS code {organisation}.") from None
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise CommandError(
                f"{out} is not an empty folder. Name a new one, so that nothing is overwritten."
            )
        try:
            package = make(Request(body, found, from_on, to_on))
            package.write_to(out)
        except CannotExport as problem:
            raise CommandError(str(problem)) from None
        except OSError as problem:
            raise CommandError(f"{out} cannot be written: {problem.strerror}.") from None
        for name in package.files:
            self.stdout.write(str(out / name))
        self.stdout.write(f"{package.rows} rows. SHA-256 of the manifest: {package.sha256}")
