"""Store a file of feedback, each row once, and account for every row."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from feedback import intake
from feedback.imports.source import Refused
from feedback.models import Channel, Feedback
from feedback.submission import Submission, tidy

CHUNK = 200  # rows a transaction: what a killed import has to do again
NOT_THE_SAME = "The same id came before with other words or another answer."


@dataclass
class Counts:
    """rows = stored + refused + seen_before, always. `blank` rows are not rows."""

    rows: int = 0
    stored: int = 0
    refused: int = 0
    seen_before: int = 0
    blank: int = 0

    def add_up(self):
        return self.rows == self.stored + self.refused + self.seen_before


@dataclass
class Import:
    """One run over one table.

    `batch` is its ImportBatch, None for a dry run; `refuse(row, column, reason)` is told of refusals.
    `alike` counts the rows of the same cells so far; `tried` is what a dry run would have stored,
    {(source, id): fingerprint}.
    """

    source: object
    layout: object
    place: object
    refuse: object
    batch: object = None
    counts: Counts = field(default_factory=Counts)
    alike: Counter = field(default_factory=Counter)
    tried: dict = field(default_factory=dict)


def run(one, rows) -> Counts:
    """Take every row of `rows` (those under the headings), a chunk a transaction. Raises nothing for a bad row."""
    rows = iter(rows)
    while chunk := list(islice(rows, CHUNK)):
        with transaction.atomic():
            _take(one, chunk)
            _keep_counts(one)
    if one.batch:
        one.batch.finished_at = timezone.now()
        one.batch.save()
    return one.counts


def _take(one, chunk):
    checked = []
    for row in chunk:
        if not row.problem and not any(cell.strip() for cell in row.cells):
            one.counts.blank += 1
            continue
        one.counts.rows += 1
        try:
            checked.append((row, _submission(one, row)))
        except Refused as problem:
            _refuse(one, row, problem.field, problem.reason)
    fresh = _not_seen_before(one, checked)
    if one.batch is None:
        one.tried.update((_key(submission), submission.fingerprint()) for _, submission in fresh)
        one.counts.stored += len(fresh)
        return
    for (row, _), created in zip(fresh, _store([submission for _, submission in fresh]), strict=True):
        if created is None:
            _refuse(one, row, "id", NOT_THE_SAME)
        elif created:
            one.counts.stored += 1
        else:
            one.counts.seen_before += 1


def _submission(one, row):
    """What this row says, checked. Raises Refused, with our name of the field at fault."""
    if row.problem:
        raise Refused("", row.problem)
    if any(cell.strip() for cell in row.cells[len(one.layout.headings) :]):
        raise Refused(
            "", "The row has more cells than there are headings: a quotation mark or a separator is wrong."
        )
    cells = one.layout.cells(row)
    said = one.source.read(cells, one.place)
    submission = Submission(
        channel=Channel.IMPORT,
        source=f"{one.source.name}:{one.place.organisation(cells.get('organisation', '')).ods_code}",
        external_id=tidy(cells.get("id", "")) or _content_id(one, row),
        **said,
    ).tidied()
    try:
        submission.check()
    except ValidationError as problem:
        field, reasons = next(iter(problem.message_dict.items()))
        field = {"comments": one.source.words[0], "received_on": "date", "external_id": "id"}.get(
            field, field
        )
        raise Refused(field, " ".join(reasons)) from None
    return submission


def _content_id(one, row):
    """An id for a row that has none: SHA-256 of its cells, and which of the rows just like it this is.

    Of all its cells, not only those we use, so that another column map does not make it another row.
    """
    content = "\x1f".join(cell.strip() for cell in row.cells).rstrip("\x1f")
    digest = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
    one.alike[digest] += 1
    return f"{digest}:{one.alike[digest]}"


def _key(submission):
    return submission.source, submission.external_id


def _not_seen_before(one, checked):
    """The rows to store; those stored before, or earlier in the file, are counted or refused here."""
    stored = _stored(submission for _, submission in checked)
    fresh = {}
    for row, submission in checked:
        key = _key(submission)
        twin = fresh[key][1].fingerprint() if key in fresh else one.tried.get(key)
        if key in stored:
            same = _same(submission, stored[key])
        elif twin:
            same = submission.fingerprint() == twin
        else:
            fresh[key] = (row, submission)
            continue
        if same:
            one.counts.seen_before += 1
        else:
            _refuse(one, row, "id", NOT_THE_SAME)
    return list(fresh.values())


def _stored(submissions):
    ids = {}
    for submission in submissions:
        ids.setdefault(submission.source, []).append(submission.external_id)
    return {
        (source, feedback.external_id): feedback
        for source, names in ids.items()
        for feedback in Feedback.objects.filter(source=source, external_id__in=names).prefetch_related(
            "comments"
        )
    }


def _same(submission, feedback):
    """True if the person said the same. Where we file it may have changed since: a ward has been added to the list."""
    if submission.fingerprint() == feedback.fingerprint:
        return True
    words = tuple((comment.question, comment.text) for comment in feedback.comments.all())
    return (submission.comments, submission.fft_answer) == (words, feedback.fft_answer)


def _store(submissions):
    """For each, whether it was stored now; None where another process took its id for other content meanwhile."""
    try:
        return [received.created for received in intake.receive_many(submissions)]
    except intake.SameIdOtherContent:
        return [_store_one(submission) for submission in submissions]


def _store_one(submission):
    try:
        return intake.receive(submission).created
    except intake.SameIdOtherContent:
        return None


def _refuse(one, row, field, reason):
    one.counts.refused += 1
    one.refuse(row, one.layout.columns.get(field, ""), reason)


def _keep_counts(one):
    if one.batch:
        for name in ("rows", "stored", "refused", "seen_before"):
            setattr(one.batch, name, getattr(one.counts, name))
        one.batch.save()
