"""manage.py read_scans FILE|DIR ...: scanned forms are stored and read, and each page is a line of JSON."""

import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from feedback.models import Outcome
from feedback.paper import hands
from feedback.paper.batches import answers
from feedback.paper.batches.lines import Lines
from feedback.paper.batches.run import Given, NobodysForms, Run
from organisations.models import Organisation

ENDINGS = {".pdf", ".tif", ".tiff", ".jpg", ".jpeg", ".png", ".heic", ".heif"}


class Command(BaseCommand):
    help = (
        "Read scanned forms (PDF, TIFF, JPEG, PNG, HEIC). Safe to stop and to run again: it goes on where it was, "
        "and no page is read twice. The lines hold contact details: look after them."
    )

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="FILE|DIR")
        parser.add_argument(
            "--organisation", metavar="ODS", help="who scanned them; else what the first code says"
        )
        parser.add_argument("--scanner", default="", metavar="NAME", help="the machine, as people call it")
        parser.add_argument(
            "--received-on", type=day, metavar="DATE", help="the day they came in, as 2026-03-27 (today)"
        )
        parser.add_argument("--json", metavar="OUT.ndjson", help="where to write the lines (standard output)")
        parser.add_argument("--processes", type=int, metavar="N", help="how many read (one a core)")

    def handle(self, paths, **options):
        started = time.monotonic()
        given = self.given(paths)
        run = Run(given, self.options(options), options["processes"])
        try:
            new = run.recognise()
            out = Path(options["json"]) if options["json"] else None
            with Lines(out, self.stdout, {one.shown for one in new}) as lines:
                run.store()
                counts = self.write(run, lines)
        except NobodysForms:
            raise CommandError(
                "No page says whose forms these are. Say it: --organisation followed by the ODS code."
            ) from None
        except hands.CannotRead as problem:
            raise CommandError(
                f"{problem} Nothing is lost: run the command again when it is mended."
            ) from None
        self.settle()
        self.report(run, counts, time.monotonic() - started)

    def given(self, paths):
        """Every file once, in order; a folder stands for the scans in it."""
        found = {}
        for text in paths:
            path = Path(text)
            if not path.exists():
                raise CommandError(f"There is no file or folder called {text}.")
            inside = sorted(one for one in path.rglob("*") if one.suffix.lower() in ENDINGS and one.is_file())
            for one in inside if path.is_dir() else [path]:
                found.setdefault(one.resolve(), Given(one, str(one)))
        if not found:
            raise CommandError("There are no scans there: PDF, TIFF, JPEG, PNG or HEIC files.")
        return list(found.values())

    def options(self, options):
        given = {
            "scanner": options["scanner"].strip()[:60],
            "received_on": options["received_on"] or timezone.localdate(),
        }
        if code := options["organisation"]:
            given["organisation"] = Organisation.objects.filter(ods_code=code.strip().upper()).first()
            if not given["organisation"]:
                raise CommandError(f"There is no organisation with the code {code}.")
        return given

    def write(self, run, lines):
        """A line for every page that has none, and how many ended as what."""
        counts, seen = Counter(), set()
        # To a terminal only: a log has no use for a bar.
        with tqdm(total=run.known_pages() or None, unit=" pages", disable=None, file=sys.stderr) as bar:
            for given, scan, outcome in run.read():
                if (given.shown, scan.number) in seen:
                    continue
                seen.add((given.shown, scan.number))
                counts[outcome or scan.outcome] += 1
                if not lines.has(given.shown, scan.number):
                    lines.add(answers.line(scan, given.shown, outcome))
                if not bar.disable and len(seen) % 20 == 1:
                    bar.total = run.known_pages()
                bar.update()
        return counts

    def settle(self):
        """Forms with nothing left to check become feedback."""
        from feedback.paper.settle import settle_ready

        while settle_ready():
            pass

    def report(self, run, counts, seconds):
        for shown, why in run.refused():
            self.stderr.write(f"{shown} was not taken. {why}")
        pages = counts.total()
        parts = " + ".join(f"{counts[one.value]:,} {one.label}" for one in Outcome if counts[one.value])
        self.stderr.write(
            f"{pages:,} pages = {parts or '0'}, in {seconds:.1f} s ({pages / max(seconds, 0.001):.1f} pages a second)"
        )


def day(text):
    return date.fromisoformat(text)
