"""The one way in. Whatever the door, feedback is stored here: once, whole, and checked for danger."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone

from feedback.models import Alert, Comment, Contact, Feedback, NameToken
from feedback.nudge import nudge
from feedback.references import hash_return_code, new_reference, return_code
from feedback.search.names import index_many, names_in
from feedback.signals import TIER_0, Signal, hear
from feedback.submission import Submission

SAFETY_CHECK = "safety check"


class SameIdOtherContent(Exception):
    """The id was used before for different content. Nothing was stored."""


@dataclass(frozen=True)
class Received:
    """What became of one submission. `created` is False for a repeat; `return_code` is "" where none was asked for."""

    feedback: Feedback
    created: bool
    return_code: str
    signals: tuple[Signal, ...]

    @property
    def someone_at_risk(self) -> bool:
        return any(signal.kind in TIER_0 for signal in self.signals)


def receive(submission: Submission) -> Received:
    """Store one submission, raise alerts for danger in its words, and start the background work.

    Idempotent on (source, external_id). Raises ValidationError (by field, in plain
    words) if it cannot be taken, SameIdOtherContent if its id names something else.
    """
    submission = submission.tidied()
    submission.check()
    return _store([submission])[0]


def receive_many(submissions: list[Submission]) -> list[Received]:
    """`receive` for a batch in one transaction: all of them are stored, or none and the error raised.

    The door has checked each one (`Submission.check`), so that a bad row is refused by itself.
    """
    return _store([submission.tidied() for submission in submissions])


def _store(submissions):
    """Store a batch; if another process stores one of them in the same moment, look again."""
    for attempts_left in (2, 1, 0):
        try:
            with transaction.atomic():
                return _store_once(submissions)
        except IntegrityError:
            # A twin won the race on (source, external_id), or a reference came up twice.
            if not attempts_left:
                raise
    raise AssertionError("unreachable")


def _store_once(submissions):
    known = _already_stored(submissions)
    fresh, seen = [], set(known)
    for submission in submissions:
        key = (submission.source, submission.external_id)
        if key not in seen:
            seen.add(key)
            fresh.append(submission)
    stored = Feedback.objects.bulk_create([_row(submission) for submission in fresh])
    Comment.objects.bulk_create(
        [
            Comment(feedback=feedback, question=question, text=words)
            for feedback, submission in zip(stored, fresh, strict=True)
            for question, words in submission.comments
        ]
    )
    contacts = [
        Contact.objects.create(feedback=feedback, **submission.contact)
        for feedback, submission in zip(stored, fresh, strict=True)
        if submission.contact
    ]
    index_many([(one.feedback, names_in(one)) for one in contacts], of=NameToken.Of.CONTACT)
    new = {(one.source, one.external_id): one for one in stored}
    received = [_received(submission, known, new) for submission in submissions]
    for one in received:
        if one.created and one.someone_at_risk:
            at_risk = [signal for signal in one.signals if signal.kind in TIER_0]
            Alert.objects.raise_for(one.feedback, at_risk, SAFETY_CHECK)
    nudge("classify_waiting")
    return received


def _already_stored(submissions):
    found = {}
    for source in {submission.source for submission in submissions}:
        ids = [one.external_id for one in submissions if one.source == source]
        for feedback in Feedback.objects.filter(source=source, external_id__in=ids):
            found[source, feedback.external_id] = feedback
    return found


def _row(submission):
    code = return_code(submission.source, submission.external_id) if submission.with_return_code else ""
    same_name = (
        "channel", "source", "external_id", "organisation", "service", "follows", "intent", "fft_answer",
        "fft_mode", "about", "relationship", "consent", "reply_wanted", "reply_by", "already_complained",
        "resolver_choice", "experience_on", "written_by",
    )  # fmt: skip
    return Feedback(
        reference=new_reference(),
        fingerprint=submission.fingerprint(),
        return_code_hash=hash_return_code(code) if code else None,
        received_on=submission.received_on or timezone.localdate(),
        **{name: getattr(submission, name) for name in same_name},
    )


def _received(submission, known, new):
    key = (submission.source, submission.external_id)
    feedback = known.get(key) or new[key]
    if feedback.fingerprint != submission.fingerprint():
        raise SameIdOtherContent
    signals = tuple(signal for _, words in submission.comments for signal in hear(words))
    code = return_code(*key) if submission.with_return_code else ""
    return Received(feedback, key in new, code, signals)
