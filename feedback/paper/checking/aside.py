"""Pages that are none of our forms, or that could not be read: a person decides what becomes of each."""

from django.db import transaction
from django.utils import timezone

from feedback import intake
from feedback.models import Channel, Feedback, Intent, Outcome, Question, ReplyBy, Scan
from feedback.paper.submitting import SOURCE
from feedback.submission import Submission
from organisations.permissions import within

MAY = "check_paper"
PATH = "file__batch__"
LONGEST_WHY = 200
# What a person decided stands behind the machine's reason, so that it can be taken off again.
DECIDED = " \u2013 "
SCAN_AGAIN = "Scan it again: "
LEFT = "Nothing to do"
BELONGS = "Kept with the form before it"


class NotPossible(Exception):
    """It cannot be done, and why, in plain words."""


def pages(user):
    """Pages that no reader could make sense of, within the person's reach."""
    found = Scan.objects.filter(outcome__in=[Outcome.NOT_OURS, Outcome.UNREADABLE])
    return found.filter(within(user, MAY, path=PATH)).select_related("file__batch__organisation")


def may_see(user, scan: Scan) -> bool:
    """A whole page may show anything: only for those who may read contact details there."""
    return Scan.objects.filter(within(user, "read_contacts", path=PATH), pk=scan.pk).exists()


def form_before(scan: Scan):
    """The form on the nearest page before this one in the same file; None if there is none."""
    before = scan.file.scans.filter(number__lt=scan.number, form__isnull=False).order_by("-number")
    found = before.select_related("form").first()
    return found.form if found else None


@transaction.atomic
def belongs(scan: Scan, *, by) -> Scan:
    """Keep the page with the form scanned before it. Raises NotPossible if there is none."""
    scan = _locked(scan)
    form = form_before(scan)
    if form is None:
        raise NotPossible("There is no form before this page in its file.")
    scan.form = form
    return _put_aside(scan, BELONGS, by)


@transaction.atomic
def scan_again(scan: Scan, *, reason: str, by) -> Scan:
    """Put the page aside until its paper was scanned again."""
    return _put_aside(_locked(scan), SCAN_AGAIN + reason, by)


@transaction.atomic
def leave(scan: Scan, *, by) -> Scan:
    """An empty back, a separating sheet: there is nothing to do. The picture stays as long as any other."""
    return _put_aside(_locked(scan), LEFT, by)


@transaction.atomic
def to_feedback(scan: Scan, *, words, intent, service, received_on, name="", address="", by) -> Feedback:
    """A letter, typed by a person: it becomes feedback like any other, and the page says which.

    Raises ValidationError by field if intake cannot take it. Pressing twice stores it once.
    """
    scan = Scan.objects.select_for_update().get(pk=scan.pk)
    if scan.became_id:
        return scan.became
    scan = _locked(scan)
    batch = scan.file.batch
    contact = {key: value for key, value in (("name", name), ("address", address)) if value}
    received = intake.receive(
        Submission(
            channel=Channel.PAPER,
            source=SOURCE,
            external_id=f"scan-{scan.pk}",
            organisation=service.organisation if service else batch.organisation,
            service=service,
            intent=intent,
            comments=((Question.WHAT_HAPPENED, words),),
            received_on=received_on,
            reply_wanted=bool(address) or intent == Intent.COMPLAINT,
            reply_by=ReplyBy.POST if address else "",
            contact=contact,
        )
    )
    scan.became = received.feedback
    _put_aside(scan, f"It is feedback {received.feedback.reference}", by)
    return received.feedback


@transaction.atomic
def take_back(scan: Scan, *, by) -> Scan:
    """Undo what was decided of a page. Raises NotPossible if it is feedback already."""
    scan = Scan.objects.select_for_update().get(pk=scan.pk)
    if scan.became_id:
        raise NotPossible(f"It is feedback {scan.became.reference} already, so it stays.")
    if scan.put_aside_at:
        scan.form = None
        scan.put_aside_at = scan.put_aside_by = None
        scan.why = scan.why.rpartition(DECIDED)[0]
        scan.save(update_fields=["form", "put_aside_at", "put_aside_by", "why"])
    return scan


def _locked(scan):
    """The page as it is now. Raises NotPossible if a colleague has decided already."""
    scan = Scan.objects.select_for_update().get(pk=scan.pk)
    if scan.put_aside_at:
        raise NotPossible("A colleague has dealt with this page meanwhile.")
    return scan


def _put_aside(scan, decided, by):
    decided = f"{DECIDED}{decided}"[: LONGEST_WHY // 2]
    scan.why = scan.why[: LONGEST_WHY - len(decided)] + decided
    scan.put_aside_at, scan.put_aside_by = timezone.now(), by
    scan.save(update_fields=["form", "became", "put_aside_at", "put_aside_by", "why"])
    return scan
