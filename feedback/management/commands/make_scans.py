"""manage.py make_scans: filled and damaged forms with the truth of what stands on them, to try and to teach with."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from feedback.paper import layout
from organisations.models import Service


class Command(BaseCommand):
    help = "Make scans of forms that invented people filled in. The same seed makes the same scans."

    def add_arguments(self, parser):
        parser.add_argument("--form", default="card", help="card or complaint")
        parser.add_argument("--variant", default="standard", help="standard, large-print or easy-read")
        parser.add_argument("--language", default="en")
        parser.add_argument("--service", required=True, metavar="SLUG", help="whose forms they are")
        parser.add_argument("--count", type=int, default=20, metavar="PAGES")
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--serial", type=int, default=1, help="the number of the first sheet")
        parser.add_argument("--out", type=Path, metavar="DIR", help="where to put a picture a page")
        parser.add_argument(
            "--pdf", type=Path, metavar="FILE", help="all pages in one PDF, as a scanner sends it"
        )
        parser.add_argument(
            "--truth", type=Path, metavar="NDJSON", help="what stands on each page, a line each"
        )
        parser.add_argument("--hard", action="store_true", help="damage them badly")
        parser.add_argument("--one-bit", action="store_true", help="scan in black and white, without greys")
        parser.add_argument(
            "--kept-apart", action="store_true", help="also hands that nothing was taught with"
        )
        parser.add_argument(
            "--batch", choices=["G"], help="the pile of 200 cards with every usual trouble in it"
        )

    def handle(self, **options):
        if not options["out"] and not options["pdf"]:
            raise CommandError("Say where to put the scans: --out DIR, or --pdf FILE.")
        if options["count"] < 1 or options["serial"] < 0:
            raise CommandError("--count must be 1 or more, and --serial 0 or more.")
        try:
            form = layout.newest(options["form"], options["variant"], options["language"])
        except layout.NoSuchLayout:
            raise CommandError(
                f"There is no such form. The forms are: {', '.join(layout.names())}."
            ) from None
        pages, count = self.pages(form, self.service(options["service"]), options)
        written = self.write(tqdm(pages, total=count, unit=" pages", disable=None, leave=False), options)
        self.stdout.write(f"{written:,} pages made with seed {options['seed']}.")

    def service(self, slug):
        one = Service.objects.select_related("organisation").filter(slug=slug).first()
        if not one:
            raise CommandError(f"There is no service with the short name {slug}.")
        return one

    def pages(self, form, service, options):
        """(the pages, how many there will be)."""
        # Heavy, and its fonts are not everywhere: only loaded when pages are asked for.
        try:
            from feedback.paper.form.draw import Place
            from feedback.paper.generator.make import Whose, make
            from feedback.paper.generator.pile import PAGES, pile
        except ModuleNotFoundError as missing:
            raise CommandError(
                f"{missing.name} is missing: pip install -r requirements-training.txt"
            ) from None
        organisation = service.organisation
        place = Place(organisation=organisation.name, service=service.name)
        whose = Whose(organisation.ods_code, service.pk, options["serial"], place)
        one_bit = options["one_bit"] or None
        if options["batch"]:
            return pile(form, options["seed"], whose=whose, one_bit=bool(one_bit)), PAGES
        mix = "hard" if options["hard"] else "ordinary"
        made = make(
            [form], options["count"], options["seed"],
            kept_apart=options["kept_apart"], mix=mix, one_bit=one_bit, whose=whose,
        )  # fmt: skip
        return made, options["count"]

    def write(self, pages, options):
        """Pictures, PDF and truth in one pass: a thousand pages do not fit in memory. Gives how many."""
        from feedback.paper.generator.pictures import write_pdf

        out, pdf = options["out"], options["pdf"]
        for folder in filter(None, (out, pdf and pdf.parent)):
            folder.mkdir(parents=True, exist_ok=True)
        told = options["truth"] or (out / "truth.ndjson" if out else pdf.with_suffix(".ndjson"))
        with told.open("w", encoding="utf-8") as truth:

            def kept():
                for made in pages:
                    name = f"page-{made.truth['page']:05d}.{made.ending}"
                    if out:
                        (out / name).write_bytes(made.picture)
                    place = {"file": pdf.name} if pdf else {"file": name, "page": 1}
                    truth.write(json.dumps(made.truth | place) + "\n")
                    yield made.picture

            return write_pdf(pdf, kept()) if pdf else sum(1 for _ in kept())
