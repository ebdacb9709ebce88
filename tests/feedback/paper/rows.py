"""Minimal true rows of the paper door, with invented words and no picture read. Others may import these."""

import itertools
from io import BytesIO

from django.core.files.base import ContentFile
from django.utils import timezone

from feedback.models import FilledForm, FormField, Outcome, Scan, ScanBatch, ScanFile
from feedback.paper.layout import load
from tests.factories import OrganisationFactory, ServiceFactory, days_ago

CARD, COMPLAINT = "card-1-standard-en", "complaint-1-standard-en"
_number = itertools.count(1)


def a_batch(organisation=None, **given):
    """What was scanned together, three days ago."""
    given = {"source": "upload", "received_on": days_ago(3), "scanner": "Front office"} | given
    return ScanBatch.objects.create(organisation=organisation or OrganisationFactory(), **given)


def a_file(batch=None, **given):
    """A file whose pages were taken out."""
    given = {"name": "scan.pdf", "sha256": f"{next(_number):064x}", "size": 1000} | given
    return ScanFile.objects.create(batch=batch or a_batch(), split_at=timezone.now(), **given)


def a_scan(file=None, *, picture=False, **given):
    """One page, read. `picture`: with an empty page set straight."""
    file = file or a_file()
    given = {"number": file.scans.count() + 1, "outcome": Outcome.TO_CHECK} | given
    scan = Scan(file=file, **given)
    if picture:
        scan.straight.save("page.jpg", ContentFile(a_page()), save=False)
    scan.save()
    return scan


def a_page():
    """A white page of A4 at 150 dpi, as a JPEG."""
    from PIL import Image

    out = BytesIO()
    Image.new("L", (1240, 1754), 255).save(out, "JPEG")
    return out.getvalue()


def a_form(batch=None, *, layout=CARD, pages=None, picture=False, **given):
    """A filled form with its pages, all of them unless `pages` says which, and no fields yet."""
    batch = batch or a_batch(given.get("organisation") or getattr(given.get("service"), "organisation", None))
    given = {
        "organisation": batch.organisation, "service": batch.service, "serial": next(_number), "read_at": timezone.now(),
    } | given  # fmt: skip
    form = FilledForm.objects.create(batch=batch, layout=layout, **given)
    file = a_file(batch)
    for page in pages or range(1, load(layout).pages + 1):
        a_scan(file, form=form, page=page, picture=picture)
    return form


def a_field(form, name, value="", *, trusted=True, human=None, by=None, **given):
    """One field as the machine read it; `human` is what a person said of it, an hour ago."""
    field = load(form.layout).field(name) if name in _names(form) else None
    scan = form.scans.filter(page=field.page if field else 1).first() or form.scans.first()
    if human is not None:
        from tests.factories import UserFactory

        an_hour_ago = timezone.now() - timezone.timedelta(hours=1)
        given = {"human_value": human, "checked_by": by or UserFactory(), "checked_at": an_hour_ago} | given
    given = {"kind": field.kind if field else "text", "confidence": 0.9 if trusted else 0.4} | given
    return FormField.objects.create(
        form=form, scan=scan, name=name, machine_value=value, trusted=trusted, **given
    )


def fields(form, **values):
    """Trusted fields by name: fields(form, fft_answer="1", what_good="Kind nurses")."""
    return [a_field(form, name, value) for name, value in values.items()]


def doubtful(form, name, value="", why="It is not clear", **given):
    """A field that only a person can settle."""
    return a_field(form, name, value, trusted=False, why=why, **given)


def a_ward(organisation=None, **given):
    """A ward of that organisation."""
    return ServiceFactory(organisation=organisation or OrganisationFactory(), **given)


def _names(form):
    return {field.name for field in load(form.layout).fields}
