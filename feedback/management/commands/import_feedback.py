"""manage.py import_feedback FILE: a supplier's file of feedback, every row stored once or refused with a reason."""

import time

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from feedback.imports import columns, load, tables
from feedback.imports.places import Place
from feedback.imports.sources import SOURCES
from feedback.models import ColumnMap, ImportBatch
from organisations.directory.incoming import NotATable, look_at
from organisations.directory.refused import RefusedRows, path_for
from organisations.models import Organisation


class Command(BaseCommand):
    help = "Import a file of feedback (CSV, XLSX, XLS or ODS). Safe to run again: nothing is stored twice."

    def add_arguments(self, parser):
        parser.add_argument("file")
        parser.add_argument("--source", required=True, help=f"what kind of file: {', '.join(SOURCES)}")
        parser.add_argument(
            "--organisation", required=True, metavar="ODS", help="whose feedback it is, by ODS code"
        )
        parser.add_argument(
            "--map", nargs="+", action="extend", default=[], metavar="COLUMN=FIELD",
            help="which column is which; FIELD= leaves a field out. Kept for the next file.",
        )  # fmt: skip
        parser.add_argument("--service-column", metavar="COLUMN", help="the same as --map COLUMN=service")
        parser.add_argument(
            "--refused", metavar="CSV", help="where to write the rows refused (FILE.refused.csv)"
        )
        parser.add_argument("--dry-run", action="store_true", help="check every row and store nothing")

    def handle(self, file, **options):
        started = time.monotonic()
        source = self.source(options["source"])
        organisation = self.organisation(options["organisation"])
        given = self.given(source, options)
        try:
            incoming, refused = look_at(file), path_for(file, options["refused"])
            layout = columns.find(tables.sheets(incoming), source, self.kept(source, organisation), given)
            if not any(any(row.cells) or row.problem for row in rows_below(layout)):
                raise NotATable(f"{file} has headings and no rows.")
        except NotATable as problem:
            raise CommandError(str(problem)) from None
        self.say_what_is_read(incoming, layout)
        one = load.Import(source=source, layout=layout, place=Place(organisation), refuse=None)
        if not options["dry_run"]:
            ColumnMap.objects.update_or_create(
                source=source.name, organisation=organisation, defaults={"columns": layout.columns}
            )
            one.batch = ImportBatch.objects.create(
                source=source.name,
                organisation=organisation,
                file_name=incoming.path.name[:200],
                sha256=incoming.sha256,
            )
        with RefusedRows(refused, layout.headings) as refusals:
            one.refuse = lambda row, column, reason: refusals.add(row.number, column, reason, row.cells)
            # To a terminal only: a log has no use for a bar.
            bar = tqdm(rows_below(layout), total=layout.sheet.about, unit=" rows", disable=None, leave=False)
            counts = load.run(one, bar)
        self.report(one, counts, refusals, time.monotonic() - started)

    def source(self, name):
        if name not in SOURCES:
            raise CommandError(f"There is no source called {name}. The sources are: {', '.join(SOURCES)}.")
        return SOURCES[name]

    def organisation(self, code):
        one = Organisation.objects.select_related("successor").filter(ods_code=code.strip().upper()).first()
        if not one:
            raise CommandError(f"There is no organisation with the code {code}.")
        if not one.is_open_on(timezone.localdate()):
            after = one.successor
            hint = f" {after.name} took over from it: --organisation {after.ods_code}" if after else ""
            raise CommandError(f"{one.name} ({one.ods_code}) is not open today.{hint}")
        return one

    def given(self, source, options):
        """{field: heading} from --map and --service-column."""
        pairs = list(options["map"])
        if options["service_column"]:
            pairs.append(f"{options['service_column']}=service")
        given = {}
        for pair in pairs:
            left, mark, right = (part.strip() for part in pair.rpartition("="))
            if mark and right in source.fields:
                given[right] = left
            elif mark and left in source.fields:
                given[left] = right
            else:
                raise CommandError(
                    f"--map {pair} is not COLUMN=FIELD. The fields are: {', '.join(source.fields)}."
                )
        return given

    def kept(self, source, organisation):
        kept = ColumnMap.objects.filter(source=source.name, organisation=organisation).first()
        return kept.columns if kept else {}

    def say_what_is_read(self, incoming, layout):
        for note in incoming.notes:
            self.stdout.write(note)
        where = f"sheet “{layout.sheet.name}”, " if layout.sheet.name else ""
        used = ", ".join(f"{field} = “{heading}”" for field, heading in layout.columns.items() if heading)
        self.stdout.write(f"Reading {where}headings in row {layout.header_row}: {used}")

    def report(self, one, counts, refusals, seconds):
        if not counts.add_up():
            raise CommandError("The counts do not add up. Please report this with the file.")
        for what, count in one.place.notes.items():
            self.stdout.write(f"{rows(count)} {what}.")
        if unknown := one.place.unknown.total():
            names = ", ".join(f"“{name}” ({count:,})" for name, count in one.place.unknown.most_common(10))
            self.stdout.write(
                f"{rows(unknown)} {'names' if unknown == 1 else 'name'} a service we do not know: kept for the "
                f"organisation as a whole. The names: {names}"
            )
        if counts.blank:
            self.stdout.write(
                f"{rows(counts.blank, 'blank row')} {'was' if counts.blank == 1 else 'were'} passed over."
            )
        did = "stored" if one.batch else "would be stored (dry run, nothing was)"
        self.stdout.write(
            f"{rows(counts.rows)} = {counts.stored:,} {did} + {counts.refused:,} refused + "
            f"{counts.seen_before:,} seen before, in {seconds:.1f} s ({counts.rows / max(seconds, 0.001):,.0f} rows a second)"
        )
        if refusals.count:
            self.stdout.write(f"The rows refused, with the reasons: {refusals.path}")


def rows_below(layout):
    """The rows under the headings."""
    return (row for row in layout.sheet.rows() if row.number > layout.header_row)


def rows(count, name="row"):
    return f"{count:,} {name if count == 1 else name + 's'}"
