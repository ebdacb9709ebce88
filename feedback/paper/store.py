"""What was read of a page is stored: once, in one transaction, with everything that follows from it."""

import hashlib
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from feedback.models import FilledForm, FormField, Outcome, Scan, ScanBatch
from feedback.nudge import nudge
from feedback.paper import placing
from feedback.paper.layout import FieldKind
from feedback.paper.payload import NotOurs, Payload
from feedback.paper.payload import read as read_payload
from feedback.paper.reading.result import PageRead
from feedback.signals import TIER_0, hear
from feedback.submission import CONTACT_FIELDS

# How much ink two pictures of one sheet share (paper.md, rule 6: rescans 0.91 and more, other fills 0.78 and less).
ALIKE = 0.85
# One trusted answer in so many is asked of a person all the same, to learn how often such answers are right.
REKEY_EVERY = 50
SAME_SHEET = "The same sheet was scanned before."
NO_CODE = "It is one of our forms, but its codes could not be read."
# Not the person's story: never searched for danger.
ABOUT_PEOPLE = {*CONTACT_FIELDS, "relationship"}
FORMS = (Outcome.READ, Outcome.TO_CHECK)


def keep(scan: Scan, page_read: PageRead) -> bool:
    """Store what was read of a page. False, and nothing is changed, if it was stored already.

    `scan` is then as it is stored, and has its fields in `read_fields`: nobody need ask the database again.
    Whatever was read, the page ends as exactly one outcome. A form whose place is not known, or is
    not the batch's to receive, is kept for the batch's organisation and every answer on it is checked.
    """
    straight = ContentFile(page_read.straight) if page_read.straight else None
    name = scan.straight.storage.save(_name(scan), straight) if straight else ""
    try:
        with transaction.atomic():
            stored = _keep(scan, page_read, name)
    except BaseException:
        _delete(scan.straight.storage, name)
        raise
    if not stored:
        _delete(scan.straight.storage, name)
    return stored


def _keep(scan, page_read, straight):
    # One page of a batch at a time: pages of one form find each other, and twins do.
    batch = scan.file.batch
    ScanBatch.objects.select_for_update().get(pk=batch.pk)
    now = timezone.now()
    fresh = Scan.objects.select_for_update().filter(pk=scan.pk, outcome="").first()
    if not fresh:
        return False
    picture = fresh.picture.name
    fresh.outcome, fresh.why = page_read.outcome, page_read.why[:200]
    fresh.payload, fresh.one_bit, fresh.ink = page_read.payload[:80], page_read.one_bit, page_read.ink or None
    fresh.seconds, fresh.straight, fresh.read_at, fresh.claimed_at = page_read.seconds, straight, now, None
    if straight:
        fresh.picture = ""
        transaction.on_commit(lambda: _delete(fresh.straight.storage, picture))
    if fresh.outcome in FORMS:
        _place(fresh, batch, page_read)
    fresh.save()
    nudge("settle_waiting")
    for name in (
        "outcome",
        "why",
        "payload",
        "form",
        "page",
        "twin",
        "straight",
        "picture",
        "read_at",
        "seconds",
    ):
        setattr(scan, name, getattr(fresh, name))
    return True


def _place(scan, batch, page_read):
    """Which form the page belongs to, and its fields; or that the sheet was seen before."""
    try:
        said = read_payload(page_read.payload)
    except NotOurs:
        said = None
    if said is None or not page_read.fields:
        # Nothing a person could check field by field: they look at the whole page.
        scan.outcome, scan.why = Outcome.UNREADABLE, scan.why or NO_CODE
        return
    scan.page = said.page
    if twin := _twin(scan, page_read):
        scan.outcome, scan.twin, scan.why = Outcome.SEEN_BEFORE, twin, SAME_SHEET
        return
    organisation, service, doubt = placing.place_of(said, batch)
    scan.form, joined_in_doubt = _form_for(scan, said, batch, organisation, service)
    doubt = doubt or joined_in_doubt
    if doubt:
        scan.outcome, scan.why = Outcome.TO_CHECK, doubt[:200]
    _heed(scan.form, page_read)
    scan.read_fields = [_row(scan, one, doubt) for one in page_read.fields]
    FormField.objects.bulk_create(scan.read_fields, ignore_conflicts=True)


def _twin(scan, page_read):
    """An earlier picture of the same sheet: the same code and the same ink. Blank sheets are all alike, and no twins."""
    if not page_read.ink or not any(one.value for one in page_read.fields):
        return None
    others = Scan.objects.filter(payload=scan.payload, outcome__in=FORMS).exclude(pk=scan.pk)
    for other in others.order_by("id").only("id", "ink"):
        if other.ink and alike(page_read.ink, bytes(other.ink)) >= ALIKE:
            return other
    return None


def alike(one: bytes, other: bytes) -> float:
    """How much ink two pages share; what it takes is only loaded where two pages have one serial number."""
    from feedback.paper.reading import ink

    return ink.alike(one, other)


def _form_for(scan, said: Payload, batch, organisation, service):
    """(form, doubt): the form this page belongs to, an open one of the batch or the next copy of it.

    Wards photocopy forms: of several copies with one serial number, the page joins the one scanned
    where it should be, and a person looks whether that is right.
    """
    copies = list(
        FilledForm.objects.filter(batch=batch, serial=said.serial, layout=said.layout)
        .prefetch_related("scans")
        .order_by("copy")
    )
    open_ones = [one for one in copies if one.settled_at is None and placing.lacks(one, said.page)]
    if open_ones:
        form = min(open_ones, key=lambda one: placing.distance(one, scan))
        return form, placing.SEVERAL_COPIES if len(copies) > 1 else ""
    form = FilledForm(
        batch=batch,
        layout=said.layout,
        organisation=organisation,
        service=service,
        serial=said.serial,
        copy=max((one.copy for one in copies), default=0) + 1,
    )
    return form, placing.SEVERAL_COPIES if copies and placing.pages_of(said.layout) > 1 else ""


def _row(scan, one, doubt):
    trusted = one.trusted and not doubt
    return FormField(
        form=scan.form,
        scan=scan,
        name=one.name,
        kind=one.kind,
        machine_value=one.value,
        confidence=one.confidence,
        trusted=trusted,
        why=(one.why or ("" if trusted else doubt))[:120],
        rekey=trusted and drawn(scan.form.key, one.name),
    )


def drawn(key, name: str) -> bool:
    """Whether an answer is one of those asked twice: by its own name, so that nobody chooses, and always the same."""
    digest = hashlib.sha256(f"{key}/{name}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % REKEY_EVERY == 0


def _heed(form, page_read):
    """Store the form, with the danger heard in its words: unchecked as they are, so that it comes first."""
    kinds = set(form.kinds)
    for one in page_read.fields:
        if one.kind == FieldKind.TEXT and one.name not in ABOUT_PEOPLE and (one.heard or one.value):
            # What somebody wrote and crossed out may be a cry for help all the same.
            said = f"{one.value}\n{one.heard}"
            kinds |= {signal.kind for signal in hear(said) if signal.kind in TIER_0}
    form.kinds, form.urgent, form.read_at = sorted(kinds), bool(kinds), timezone.now()
    form.save()
    if form.urgent:
        nudge("escalate_waiting")


def _name(scan):
    return scan.straight.field.generate_filename(scan, f"{uuid4().hex}.jpg")


def _delete(storage, name):
    if name:
        storage.delete(name)
