"""manage.py import_organisations FILE: the directory's CSV files into our organisations."""

import time

from django.core.management.base import BaseCommand, CommandError

from organisations.directory import files, load, successors
from organisations.directory.incoming import NotATable, look_at
from organisations.directory.refused import RefusedRows, path_for


class Command(BaseCommand):
    help = "Import organisations from a CSV file of the NHS Organisation Data Service. Safe to run again."

    def add_arguments(self, parser):
        parser.add_argument("file", help="etr.csv, ets.csv, epraccur.csv or succ.csv")
        parser.add_argument(
            "--kind", choices=files.KINDS, help="what the file holds, if its name does not say"
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and change nothing")
        parser.add_argument("--refused", help="where to write the rows refused (FILE.refused.csv)")

    def handle(self, file, kind, dry_run, refused, **options):
        started = time.monotonic()
        kind = kind or files.kind_of(file)
        if not kind:
            raise CommandError(
                f"The name {file} does not say what it holds. Add --kind with one of: {', '.join(files.KINDS)}."
            )
        try:
            rows, refused = self.rows(file), path_for(file, refused)
        except NotATable as problem:
            raise CommandError(str(problem)) from None
        columns = files.SUCCESSOR_COLUMNS if kind == "successors" else files.COLUMNS
        with RefusedRows(refused, columns) as refusals:
            take = take_successors if kind == "successors" else take_organisations
            tally = take(kind, rows, refusals, dry_run)
        self.report(kind, len(rows), tally, refusals, dry_run, time.monotonic() - started)

    def rows(self, file):
        incoming = look_at(file)
        if incoming.is_workbook:
            raise NotATable(f"{file} is a workbook. The directory's files are CSV: save it as CSV UTF-8.")
        rows = dict(files.rows_of(incoming))
        if not rows:
            raise NotATable(f"{file} holds no rows.")
        for note in incoming.notes:
            self.stdout.write(note)
        return rows

    def report(self, kind, count, tally, refusals, dry_run, seconds):
        if count != tally.created + tally.updated + tally.unchanged + refusals.count:
            raise CommandError("The counts do not add up. Please report this with the file.")
        self.stdout.write(
            f"{'Dry run, nothing changed. ' if dry_run else ''}{files.KINDS[kind]}: {count:,} {'row' if count == 1 else 'rows'} = "
            f"{tally.created:,} created + {tally.updated:,} updated + {tally.unchanged:,} unchanged + "
            f"{refusals.count:,} refused, in {seconds:.1f} s"
        )
        if refusals.count:
            self.stdout.write(f"The rows refused, with the reasons: {refusals.path}")
        if tally.waiting:
            codes = ", ".join(f"{code} ({n:,})" for code, n in tally.waiting.most_common(10))
            self.stdout.write(
                f"{tally.waiting.total():,} have no parent yet, because we do not know: {codes}. "
                "Once those are in, import this file again and they will be attached."
            )


def take_organisations(kind, rows, refusals, dry_run):
    entries = {}
    for number, cells in rows.items():
        try:
            one = files.entry(kind, cells)
            if one.code in entries:
                raise files.Refused("code", "The code is in the file twice: the first row was taken.")
        except files.Refused as problem:
            refusals.add(number, problem.column, problem.reason, cells)
        else:
            entries[one.code] = one
    return load.load(list(entries.values()), dry_run)


def take_successors(_kind, rows, refusals, dry_run):
    def refuse(number, problem):
        refusals.add(number, problem.column, problem.reason, rows[number])

    successions = []
    for number, cells in rows.items():
        try:
            successions.append((number, *files.succession(cells)))
        except files.Refused as problem:
            refuse(number, problem)
    return successors.load(successions, refuse, dry_run)
