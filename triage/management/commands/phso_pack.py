"""`manage.py phso_pack PV-7KQ4-M2XA --out pack.zip --by officer@...`: the Ombudsman's pack of a case."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from organisations.models import User
from triage.models import Case
from triage.moves import NotAllowed
from triage.pack.make import make


class Command(BaseCommand):
    help = "Make the Ombudsman's pack of a case: a ZIP file with all that belongs to it, and a manifest."

    def add_arguments(self, parser):
        parser.add_argument("reference", help="such as PV-7KQ4-M2XA")
        parser.add_argument(
            "--out", required=True, type=Path, metavar="FILE.zip", help="a file that is not there yet"
        )
        parser.add_argument(
            "--by", required=True, metavar="E-MAIL", help="the member of staff who takes it: it is kept"
        )

    def handle(self, *args, reference, out, by, **options):
        user = User.objects.filter(email__iexact=by, is_active=True).first()
        case = user and Case.objects.visible_to(user).filter(feedback__reference=reference.upper()).first()
        if not case:
            raise CommandError("That person has no such case, or is not there.")
        try:
            with out.open("x+b") as file:
                built = make(case, file, today=timezone.localdate(), by=user)
        except FileExistsError:
            raise CommandError(f"{out} is there already. Choose another name.") from None
        except OSError as problem:
            raise CommandError(f"{out} cannot be written: {problem.strerror}.") from None
        except NotAllowed as refusal:
            out.unlink()
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"{out}: {built.size} bytes, SHA-256 {built.sha256}")
