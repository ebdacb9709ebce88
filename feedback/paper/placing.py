"""Whose a form is, and which of several copies a page belongs to."""

from feedback.models import FilledForm, Outcome, Scan, ScanBatch
from feedback.paper.layout import NoSuchLayout, load
from feedback.paper.payload import Payload
from organisations.models import Organisation, Service

SEVERAL_COPIES = "This form was copied: check that its pages belong together."
ELSEWHERE = 1_000_000  # pages: what lies in another file is no neighbour


def place_of(said: Payload, batch: ScanBatch) -> tuple[Organisation, Service | None, str]:
    """(organisation, service, doubt): what the code names if the batch may receive it.

    Else the batch's own organisation, with the doubt in plain words: a form is never lost, and
    never given to an organisation that did not scan it.
    """
    mine = batch.organisation
    service = Service.objects.select_related("organisation").order_by("pk").filter(pk=said.service).first()
    organisation = service.organisation if service else None
    if organisation is None or organisation.ods_code != said.organisation:
        service = None
        organisation = Organisation.objects.order_by("pk").filter(ods_code=said.organisation).first()
    if organisation is None:
        return mine, None, f"The form names {said.organisation}, which is not known. Check where it belongs."
    if organisation != mine and not (mine.lineage and organisation.lineage.startswith(mine.lineage)):
        return (
            mine,
            None,
            f"The form belongs to {organisation.name}, not to {mine.name}. Check where it belongs.",
        )
    if said.service and service is None:
        return organisation, None, "The form names a service that is not known. Check where it belongs."
    return organisation, service, ""


def lacks(form: FilledForm, page: int) -> bool:
    """True if that page of the form has not come yet."""
    return all(one.page != page for one in _pages(form))


def distance(form: FilledForm, scan: Scan) -> int:
    """How far a page lies from where this form's would: 0 where its pages follow one another in the file."""
    found = [
        abs((one.number - one.page) - (scan.number - scan.page))
        for one in _pages(form)
        if one.file_id == scan.file_id
    ]
    return min(found, default=ELSEWHERE)


def pages_of(layout: str) -> int:
    """How many pages a form has, 1 if nobody knows the form."""
    try:
        return load(layout).pages
    except NoSuchLayout:
        return 1


def _pages(form):
    return [one for one in form.scans.all() if one.outcome in (Outcome.READ, Outcome.TO_CHECK)]
