"""Printing forms: serial numbers are given once, and a run is kept only if its PDF was made."""

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse

from feedback.models import PrintRun
from feedback.paper.layout import Layout
from feedback.paper.payload import Payload

MOST = 1_000  # in one run: a PDF that any printer takes
LAST = 99_999_999  # eight figures
TRIES = 5


class CannotPrint(ValueError):
    """The forms cannot be printed; the words say what to do about it."""


def print_run(*, service, count, layout: Layout, by=None) -> tuple[PrintRun, bytes]:
    """Print `count` forms for a service: the run, with serial numbers of its own, and one PDF.

    Raises CannotPrint for a count below 1 or above MOST, and where the codes would not fit.
    """
    if not 1 <= count <= MOST:
        raise CannotPrint(f"Print between 1 and {MOST:,} forms at a time. For more, print again.")
    for _ in range(TRIES - 1):
        try:
            return _drawn_and_kept(service, count, layout, by)
        except IntegrityError:  # somebody printed in the same moment: the next numbers are ours
            continue
    return _drawn_and_kept(service, count, layout, by)


def payloads(run: PrintRun, layout: Layout) -> list[Payload]:
    """What the codes say on the first page of each form of a run."""
    return [
        Payload(
            layout.form, layout.version, layout.variant, layout.language, 1,
            run.service.organisation.ods_code, run.service_id, serial,
        )
        for serial in range(run.first, run.first + run.count)
    ]  # fmt: skip


def _drawn_and_kept(service, count, layout, by):
    """Drawn before it is kept: a lock would hold up everybody while it draws. Raises IntegrityError."""
    run = _next_run(service, count, layout, by)
    pdf = _draw(run, layout)
    with transaction.atomic():
        run.save()
    return run, pdf


def _next_run(service, count, layout, by):
    """The run after the newest, not yet kept. Only one run can begin at a number, so none overlap and none is left out."""
    newest = PrintRun.objects.order_by("-first").first()
    first = newest.first + newest.count if newest else 1
    if first + count - 1 > LAST:
        raise CannotPrint(
            "All serial numbers have been given out. Ask for help from the people who run this."
        )
    return PrintRun(service=service, layout=layout.name, first=first, count=count, printed_by=by)


def _draw(run, layout):
    from feedback.paper.form.draw import Place, render  # heavy: only where something is printed
    from feedback.paper.form.symbols import TooLong

    service = run.service
    address = f"{settings.PUBLIC_URL}{reverse('web:give', args=[service.slug])}"
    place = Place(
        service.organisation.name,
        service.name,
        address.removeprefix("https://").removeprefix("http://"),
        service.organisation.provider().telephone or service.organisation.telephone,
    )
    try:
        return render(layout, payloads(run, layout), place)
    except TooLong as problem:
        raise CannotPrint(str(problem)) from problem
