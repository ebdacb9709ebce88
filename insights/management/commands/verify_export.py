from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from insights.exports.verify import problems


class Command(BaseCommand):
    help = "Check that the files of an export are just those its manifest names, unchanged."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="DIR")

    def handle(self, *, folder, **options):
        if not folder.is_dir():
            raise CommandError(f"{folder} is not a folder.")
        found = problems(folder)
        if found:
            raise CommandError("\n".join(found))
        self.stdout.write("Every file is as the manifest says.")
