"""manage.py load_demo: an invented corner of the NHS, ready to try."""

import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from feedback.references import return_code
from patientview.demo.staff import LOGINS, PASSWORD, is_here

ADDRESSES = (
    ("/", "the front door"),
    ("/give-feedback/", "give feedback"),
    ("/track/", "read a reply, with a return code"),
    ("/queue/", "for staff"),
    ("/told/", "for regulators"),
    ("/api/v1/docs/", "for apps"),
)
CODES = (("demo-replied", "has a reply"), ("demo-waiting", "is being looked into"))


class Command(BaseCommand):
    help = "Load the demo, once: an invented directory, staff, and three months of feedback in every state."

    def add_arguments(self, parser):
        parser.add_argument(
            "--yes-a-demo",
            action="store_true",
            help="load it into a hosted database, passwords known to all included",
        )
        parser.add_argument("--quiet", action="store_true", help="do not print the addresses and logins")

    def handle(self, *args, **options):
        if settings.HOSTED and not options["yes_a_demo"]:
            raise CommandError(
                "The demo's passwords are known to everyone. If this database will never hold real patients' words, "
                "say --yes-a-demo."
            )
        if not is_here():
            # The engine is heavy: a second start has no need of it.
            from patientview.demo.load import load
            from sentiment.engines import EngineUnavailable

            self.stderr.write("Loading the demo, once. This takes up to a minute.")
            began = time.monotonic()
            try:
                stored = load()
            except EngineUnavailable as problem:
                raise CommandError(f"Nothing was loaded. {problem}") from problem
            self.stderr.write(
                f"{stored['feedback']} pieces of feedback, {stored['cases']} cases, "
                f"in {time.monotonic() - began:.0f} seconds."
            )
        if not options["quiet"]:
            self.stdout.write(welcome())


def welcome() -> str:
    """The addresses, a login for each role and two return codes, as a page of plain text."""
    lines = ["", "NHS Patient View, with invented demo data", ""]
    lines += [f"  {settings.PUBLIC_URL + path:<42} {what}" for path, what in ADDRESSES]
    lines += ["", f"Sign in with the password {PASSWORD}", ""]
    lines += [f"  {role:<24} {email}" for role, email, *_ in LOGINS]
    lines += ["", "Return codes to try", ""]
    for name, state in CODES:
        code = return_code("web", name)
        lines.append(f"  {' '.join(code[at : at + 4] for at in range(0, 16, 4))}      {state}")
    return "\n".join([*lines, ""])
