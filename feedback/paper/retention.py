"""How long pictures of paper are kept: a year after the form is settled, unless somebody holds them. The words stay."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Case, F, Min, Q, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from feedback.models import Outcome, Scan, ScanBatch, ScanFile

ANNOUNCED = timedelta(days=30)
AT_A_TIME = 200


@dataclass(frozen=True)
class Expired:
    """How many pictures of pages, and how many original files, were destroyed or would be."""

    pages: int
    files: int


def keep_for() -> timedelta:
    """How long pictures are kept: the setting PAPER_KEEP_DAYS."""
    return timedelta(days=getattr(settings, "PAPER_KEEP_DAYS", 365))


def expire(*, now: datetime | None = None, dry_run: bool = False) -> Expired:
    """Destroy every picture that was kept long enough, and every original whose pages all were.

    The rows stay: what was read, what a person made of it, and when. Safe to stop and to run again.
    """
    until = (now or timezone.now()) - keep_for()
    pages, files = due_pages(until), due_files(until)
    if dry_run:
        return Expired(pages.count(), files.count())
    gone = 0
    while some := list(pages[:AT_A_TIME]):
        for scan in some:
            _destroy(scan)
        gone += len(some)
    destroyed = 0
    for file in due_files(until).iterator():
        destroyed += _destroy_original(file)
    return Expired(gone, destroyed)


def due_pages(until: datetime):
    """Pages with a picture that were dealt with before `until`, and that nobody holds."""
    with_picture = ~Q(picture="") | ~Q(straight="")
    return with_end().filter(with_picture, hold="", ended_at__lt=until).exclude(outcome="").order_by("id")


def with_end():
    """Scans with `ended_at`: when the last thing there was to do about the page was done. Empty if it is not.

    A form ends when it is settled; a page that is none, when a person put it aside; a page seen
    before needs nobody.
    """
    settled = Scan.objects.annotate(
        ended_at=Coalesce("form__settled_at", "put_aside_at", _read_if_seen_before())
    )
    # A form still open keeps its pages, whatever was decided of one of them.
    return settled.exclude(form__isnull=False, form__settled_at=None)


def due_files(until: datetime):
    """Files whose original is still kept although no page of it is; and refused ones, so long after they were sent."""
    kept = Scan.objects.filter(~Q(picture="") | ~Q(straight="") | ~Q(hold="") | Q(outcome=""))
    ended = with_end().filter(ended_at__lt=until)
    split = ScanFile.objects.filter(expired_at=None, split_at__isnull=False).exclude(original="")
    done = ~Q(pk__in=kept.values("file")) & ~Q(pk__in=Scan.objects.exclude(pk__in=ended).values("file"))
    return split.filter(done, batch__sent_at__lt=until).order_by("id")


def announced_on(batch: ScanBatch, now: datetime | None = None) -> date | None:
    """The day from which pictures of this batch are destroyed, once that is less than 30 days away. None before."""
    pictures = ~Q(picture="") | ~Q(straight="")
    first = with_end().filter(pictures, file__batch=batch, hold="").aggregate(first=Min("ended_at"))["first"]
    day = first and first + keep_for()
    return timezone.localdate(day) if day and day - ANNOUNCED <= (now or timezone.now()) else None


@transaction.atomic
def hold(*, scan: Scan, why: str, by) -> Scan:
    """Keep a page and its file beyond the rule, or with an empty reason no longer. `why` names who asked for it."""
    scan = Scan.objects.select_for_update().get(pk=scan.pk)
    scan.hold = f"{why.strip()} ({by})"[:200] if why.strip() else ""
    scan.save(update_fields=["hold"])
    return scan


def _read_if_seen_before():
    return Case(When(outcome=Outcome.SEEN_BEFORE, then=F("read_at")))


def _destroy(scan):
    """The files go first: a run that dies between finds the row again, and no picture outlives its row."""
    for one in (scan.picture, scan.straight):
        if one:
            one.storage.delete(one.name)
    Scan.objects.filter(pk=scan.pk).update(picture="", straight="", ink=None)


def _destroy_original(file):
    file.original.storage.delete(file.original.name)
    return ScanFile.objects.filter(pk=file.pk, expired_at=None).update(original="", expired_at=timezone.now())
