"""A filled form becomes feedback: once, when nothing on it is doubtful any more."""

import logging
from collections.abc import Iterable
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from feedback import intake
from feedback.models import FilledForm, FormField, Scan
from feedback.paper.checking.kinds import MISSING_PAGE, PAGE, WITHOUT_IT, printed
from feedback.paper.placing import lacks, pages_of
from feedback.paper.submitting import COMPLAINT_FORM, NEEDED, given, submission, why_another_way
from feedback.signals import hear

__all__ = ["settle_ready", "submission"]

log = logging.getLogger(__name__)

# A slip is undone within moments: only then is a form feedback. Words about danger do not wait.
GRACE = timedelta(seconds=30)

NOTHING_WRITTEN = "Nothing is written on it"
NO_WORDS = "There are no words and no answer, but something else is filled in. Is anything written here?"
REPLY_THIS_WAY = "They ask for a reply this way. Is anything written here?"
NOTHING_TO_KEEP = "It has no words and no answer. A person looked at it"
ASKS_COMPLAINT = "Nothing is ticked, but the words ask for a complaint"
TAKEN_BEFORE = "This form was taken in before with other words. Tell the support desk"
# Where what intake refuses is mended. Places are mended by the day: they open and close.
MENDED_IN = {"received_on": "stamp", "organisation": "stamp", "service": "stamp"}
WRITTEN_IN = ("what_happened", "what_good", "could_improve")
LONGEST_WHY = 120


def settle_ready(limit: int = 100, *, grace: timedelta = GRACE) -> int:
    """Make feedback of up to `limit` forms with nothing left to check. Returns how many were settled.

    A form somebody checked less than `grace` ago waits for it, so that a slip can be undone,
    unless it is urgent. What intake refuses is put to a person; the others go on.
    """
    _forget_pages_that_came()
    settled = 0
    for pk in _ready(timezone.now() - grace):
        settled += _settle(pk)
        if settled >= limit:
            break
    if settled:
        log.info("%d forms settled", settled)
    return settled


def _ready(until):
    fields = FormField.objects.filter(form=OuterRef("pk"))
    just_checked = Exists(fields.filter(checked_at__gt=until))
    ready = FilledForm.objects.filter(~Exists(fields.doubtful()), settled_at=None)
    found = ready.filter(Q(urgent=True) | ~just_checked).order_by("-urgent", "id")
    return list(found.values_list("pk", flat=True))


@transaction.atomic
def _settle(pk: int) -> bool:
    """Settle one form, or put to a person what keeps it from being settled."""
    form = _claimed(pk)
    if form is None or form.settled_at:
        return False
    fields = list(form.fields.select_related("scan"))
    if any(not one.trusted and not one.checked_at for one in fields):
        return False
    if not _all_there(form, fields):
        return False
    try:
        return not _asks_first(form, fields) and _into_feedback(form, fields)
    except ValidationError as problem:
        _ask_about(form, fields, problem)
    except intake.SameIdOtherContent:
        _ask(form, fields, "stamp", TAKEN_BEFORE)
    return False


def _claimed(pk):
    rows = FilledForm.objects.filter(pk=pk).select_related(
        "batch__service", "organisation__successor", "service"
    )
    rows = rows.prefetch_related("scans")
    if connection.features.has_select_for_update_skip_locked:
        rows = rows.select_for_update(skip_locked=True, of=("self",))
    return rows.first()


def _all_there(form, fields) -> bool:
    """True if every page is there or a person said to go on without; else one is awaited, or asked about.

    A page may still come as long as the batch is read. After that a person is asked.
    """
    missing = _missing_pages(form)
    question = next((one for one in fields if one.name == MISSING_PAGE), None)
    if missing and question is None and not being_read(form.batch):
        pages = " and ".join(str(page) for page in missing)
        _ask(form, fields, MISSING_PAGE, f"Page {pages} did not come with the others")
    return not missing or bool(question and question.value == WITHOUT_IT)


def _forget_pages_that_came():
    """Nobody need be asked about a page that came after all."""
    asked = FormField.objects.doubtful().filter(name=MISSING_PAGE, form__settled_at=None)
    for field in asked.select_related("form").prefetch_related("form__scans"):
        if not _missing_pages(field.form):
            field.delete()


def _missing_pages(form) -> list[int]:
    return [page for page in range(1, pages_of(form.layout) + 1) if lacks(form, page)]


def being_read(batch) -> bool:
    """True while a page of the batch may still turn out to belong to one of its forms."""
    return (
        batch.files.unsplit().filter(refused="", same_as=None).exists()
        or Scan.objects.unread().filter(file__batch=batch).exists()
    )


def _asks_first(form, fields) -> bool:
    """Put to a person what only they can settle: True if there is such a thing.

    An empty "this is a complaint" box never stands alone: where the words ask for one, a person
    says what it is. Where only other things than words and answers are filled in, a person looks
    whether the machine overlooked the words.
    """
    one = submission(form, fields)
    by_name = {field.name: field for field in fields}
    intent = by_name.get("intent")
    if intent and not given(fields, "intent") and form.layout.partition("-")[0] != COMPLAINT_FORM:
        asks = any(signal.kind == "asks_complaint" for _, words in one.comments for signal in hear(words))
        if asks and not (intent.checked_at and intent.why == ASKS_COMPLAINT):
            return _ask(form, fields, "intent", ASKS_COMPLAINT)
    if not one.comments and one.fft_answer is None and _filled(fields):
        written = next((by_name[name] for name in WRITTEN_IN if name in by_name), None)
        if written and not written.checked_at:
            return _ask(form, fields, written.name, NO_WORDS)
    detail = NEEDED.get(given(fields, "reply_by")) if one.reply_wanted else None
    if detail in by_name and not given(fields, detail) and not by_name[detail].checked_at:
        return _ask(form, fields, detail, REPLY_THIS_WAY)
    return False


def _filled(fields) -> bool:
    """True if the person filled in anything at all: the stamp is by staff."""
    return any(one.value for one in fields if one.kind != PAGE and one.name != "stamp")


def _into_feedback(form, fields) -> bool:
    one = submission(form, fields)
    form.settled_at = timezone.now()
    if one.comments or one.fft_answer is not None:
        form.feedback = intake.receive(one).feedback
        _say_another_way(fields, one)
    else:
        form.set_aside = NOTHING_TO_KEEP if _filled(fields) else NOTHING_WRITTEN
    form.save(update_fields=["settled_at", "feedback", "set_aside"])
    return True


def _say_another_way(fields, one):
    """Where the way they ticked lacks its detail, the field itself says which way was taken instead."""
    said = why_another_way(fields, one)
    for field in fields:
        if field.name == "reply_by" and said:
            field.why = said
            field.save(update_fields=["why"])


def _ask_about(form, fields, problem: ValidationError):
    """Put every field that intake refused to a person, with its reason."""
    for name, reasons in problem.message_dict.items():
        if name == "comments":
            name = next((one.name for one in fields if one.name in WRITTEN_IN), "stamp")
        _ask(form, fields, MENDED_IN.get(name, name), " ".join(reasons))


def _ask(form, fields: Iterable[FormField], name: str, why: str) -> bool:
    """Make a field doubtful again, or for the first time. What was said of it before stays to be seen."""
    field = next((one for one in fields if one.name == name), None)
    if field is None:
        asked = printed(form.layout, name)
        kind = (
            PAGE if name == MISSING_PAGE else asked.kind if asked else "date" if name == "stamp" else "text"
        )
        scan = min(form.scans.all(), key=lambda one: (one.page, one.pk), default=None)
        if scan is None:
            log.error("form %d has no page", form.pk)
            return True
        field = FormField(form=form, scan=scan, name=name, kind=kind)
    field.why, field.trusted, field.checked_at, field.checked_by = why[:LONGEST_WHY], False, None, None
    field.lent_to = field.lent_at = None
    field.save()
    return True
