"""`manage.py verify_pack FILE.zip`: whether an Ombudsman's pack is as it was made."""

from django.core.management.base import BaseCommand, CommandError

from triage.pack.verify import problems


class Command(BaseCommand):
    help = "Check every file of an Ombudsman's pack against its manifest."
    requires_system_checks = []  # it needs no database

    def add_arguments(self, parser):
        parser.add_argument("pack", metavar="FILE.zip")

    def handle(self, *args, pack, **options):
        if found := problems(pack):
            raise CommandError("\n".join(found))
        self.stdout.write("Every file is as it was made.")
