"""One line of plain values a page, for other programs: what `read_scans` writes."""

from feedback.models import Outcome, Scan
from feedback.paper.payload import NotOurs, read


def line(scan: Scan, path: str, outcome: str = "") -> dict:
    """{file, page, outcome, form, version, service, serial, fields, seconds} of a page as it is stored.

    `fields` is {name: {value, confidence}} as the machine read them; contact details are among them,
    so who asks for lines looks after them. `outcome` overrides the page's own where its file is a
    copy of another, whose answers are then not given again.
    """
    said, service = _said(scan), None
    outcome = outcome or scan.outcome
    form = scan.form or (scan.twin and scan.twin.form)
    if form and form.service:
        service = form.service.slug
    fields = () if outcome == Outcome.SEEN_BEFORE else getattr(scan, "read_fields", None) or scan.fields.all()
    return {
        "file": path,
        "page": scan.number,
        "outcome": outcome,
        "form": said and said.form,
        "version": said and said.version,
        "service": service,
        "serial": said and f"{said.serial:08d}",
        "fields": {
            one.name: {"value": one.machine_value, "confidence": round(one.confidence, 4)} for one in fields
        },
        "seconds": round(scan.seconds, 3),
    }


def with_answers(scans):
    """A queryset of pages with all that `line` asks, in four queries however many pages."""
    return scans.select_related("form__service", "twin__form__service").prefetch_related("fields")


def _said(scan):
    """What the page's codes say; for a page seen before, those of its twin."""
    for one in filter(None, (scan, scan.twin)):
        try:
            return read(one.payload)
        except NotOurs:
            continue
    return None
