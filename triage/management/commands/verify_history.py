"""manage.py verify_history: is every change and every read still as it was written?"""

import sys
from hashlib import sha256

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q
from tqdm import tqdm

from feedback.models import Feedback
from organisations.models import Organisation
from triage.ledger.verify import Fault, Scope, how_many, walk
from triage.models import Case, Head


class Command(BaseCommand):
    help = (
        "Walk the history of every case and every feedback, and name the first row of each that was altered, put in, "
        "moved or taken away. Ends with 1 if any was. With --organisation or a reference, only theirs."
    )

    def add_arguments(self, parser):
        parser.add_argument("reference", nargs="?", help="one case or feedback, such as PV-AB12-CD34")
        parser.add_argument("--organisation", metavar="ODS", help="of this body and those below it")

    def handle(self, *, reference, organisation, **options):
        scope = _scope(reference, organisation)
        chains = rows = broken = 0
        with tqdm(total=how_many(scope), unit=" chains", disable=not sys.stderr.isatty(), leave=False) as bar:
            for _, length, fault in walk(scope):
                chains, rows, broken = chains + 1, rows + length, broken + bool(fault)
                if fault:
                    self.stdout.write(_line(fault))
                bar.update()
        if broken:
            raise CommandError(f"{broken} of {chains} histories are not as they were written.")
        self.stdout.write(f"{rows} rows in {chains} histories are as they were written.")
        if scope.feedback is None:
            # Kept elsewhere, it shows later that not even a whole set of older rows and heads was put back.
            self.stdout.write(f"Where they end: {_ends()}")


def _scope(reference, ods_code):
    if reference:
        found = Feedback.objects.filter(reference=reference.upper())
        if not found.exists():
            raise CommandError(f"There is no case or feedback {reference}.")
        return Scope(found)
    if ods_code:
        body = Organisation.objects.filter(ods_code=ods_code.upper()).first()
        if body is None:
            raise CommandError(f"No organisation has the code {ods_code}.")
        bodies = Organisation.objects.under(body)
        return Scope(Feedback.objects.filter(Q(organisation__in=bodies) | Q(case__organisation__in=bodies)))
    return Scope()


def _line(fault: Fault) -> str:
    what = "changes" if fault.table == "event" else "reads"
    row = f", row {fault.row}" if fault.row else ""
    return f"{_reference(fault)}, {what}, place {fault.place}{row}: {fault.words}"


def _reference(fault):
    rows = Case.objects.filter(pk=fault.of).values_list("feedback__reference", flat=True)
    if fault.table == "access":
        rows = Feedback.objects.filter(pk=fault.of).values_list("reference", flat=True)
    return rows.first() or f"{'Case' if fault.table == 'event' else 'Feedback'} {fault.of} (gone)"


def _ends():
    ends = sha256()
    for head in Head.objects.order_by("table", "of").iterator(chunk_size=2000):
        ends.update(head.seal.encode())
    return ends.hexdigest()
