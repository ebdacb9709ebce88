"""manage.py print_form: a PDF of forms for one service, each with a serial number of its own."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from feedback.paper import layout as layouts
from feedback.paper.form.compose import FORMS, VARIANTS
from feedback.paper.form.printing import MOST, CannotPrint, print_run
from organisations.models import Service


class Command(BaseCommand):
    help = "Print forms for a service as one PDF."

    def add_arguments(self, parser):
        parser.add_argument("--service", required=True, metavar="SLUG", help="the last part of its link")
        parser.add_argument("--count", type=int, default=1, help=f"how many forms, at most {MOST:,} (1)")
        parser.add_argument("--form", default="card", help=f"{' or '.join(FORMS)} (card)")
        parser.add_argument("--variant", default="standard", help=f"{', '.join(VARIANTS)} (standard)")
        parser.add_argument("--language", default="en", help="two letters (en)")
        parser.add_argument("--out", required=True, metavar="PDF", help="where to write the forms")
        parser.add_argument("--layout", metavar="JSON", help="where to write the layout as well")

    def handle(self, **options):
        layout = self.layout(options["form"], options["variant"], options["language"])
        service, out = self.service(options["service"]), Path(options["out"])
        if not out.resolve().parent.is_dir():
            raise CommandError(
                f"There is no folder {out.parent}. Make it first, or choose another with --out."
            )
        try:
            run, pdf = print_run(service=service, count=options["count"], layout=layout)
        except CannotPrint as problem:
            raise CommandError(str(problem)) from None
        out.write_bytes(pdf)
        if options["layout"]:
            Path(options["layout"]).write_text(layout.as_json(), encoding="utf-8")
        last = run.first + run.count - 1
        self.stdout.write(
            f"{run.count} of {layout.name} for {service}: {run.first:08d} to {last:08d}, in {out}"
        )

    def service(self, slug):
        try:
            service = Service.objects.select_related("organisation").get(slug=slug)
        except Service.DoesNotExist:
            raise CommandError(
                f"No service has the link {slug!r}. Take it from the page Links and QR codes."
            ) from None
        if not service.is_open_on(timezone.localdate()):
            raise CommandError(f"{service} is closed. Print forms for the service that took its place.")
        return service

    def layout(self, form, variant, language):
        try:
            return layouts.newest(form, variant, language)
        except layouts.NoSuchLayout:
            raise CommandError(
                f"There is no form {form!r} in {variant!r} and language {language!r}. There are:"
                f" {', '.join(layouts.names())}. For a new language, translate"
                " feedback/paper/form/wording.py and run make_layouts --language."
            ) from None
