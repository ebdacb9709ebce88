"""Which comment is put before this person now: one they have begun, a second opinion, or the least certain."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Subquery
from django.dispatch import Signal
from django.utils import timezone

from organisations.permissions import organisations_for, within
from sentiment.models import Classification, Labelling

MAY = "label_comments"
# A comment on one person's screen is not put on another's, for this long.
HELD = timedelta(minutes=10)

# Sent with `comment` and `by` each time a person's words are shown here: apps further right keep the record.
comment_shown = Signal()


def turns_of(user):
    """The person's own turns with comments they may still read."""
    return Labelling.objects.filter(within(user, MAY, path="comment__feedback__"), by=user)


def next_turn(user) -> Labelling | None:
    """The person's next comment, in up to four queries. None when everything in their reach is labelled."""
    return _begun(user) or _second(user) or _least_certain(user)


def guess_of(comment) -> Classification | None:
    """What the model that read the comment last made of it."""
    return comment.classifications.by_machine().order_by("-id").first()


def _begun(user):
    """A comment they were shown (or took their answer back from) and nobody has labelled since."""
    labelled = Classification.objects.by_people().filter(comment=OuterRef("comment"))
    waiting = turns_of(user).waiting()
    first = waiting.filter(~Exists(labelled), seconds=None)
    second = waiting.filter(seconds__isnull=False, seconds__withdrawn_at=None)
    return (first | second).select_related("comment").order_by("-shown_at").first()


def _second(user):
    """A colleague's comment whose number comes up, so that nobody chooses which are compared."""
    taken = Labelling.objects.filter(comment=OuterRef("comment"))
    theirs = (
        Labelling.objects.filter(within(user, MAY, path="comment__feedback__"), to_second=True)
        .filter(~Exists(taken.filter(by=user)), ~Exists(taken.filter(seconds__isnull=False)))
        .select_related("comment")
        .order_by("answered_at", "id")
        .first()
    )
    return _put_before(user, theirs.comment, seconds=theirs.classification) if theirs else None


def _least_certain(user):
    """The least certain of each organisation in reach, an index's first entry each, then of these.

    Source: uncertainty sampling, Settles 2009 (see `sentiment.uncertainty`).
    """
    others = Classification.objects.filter(comment=OuterRef("comment"))
    turns = Labelling.objects.filter(comment=OuterRef("comment"))
    held = turns.waiting().filter(shown_at__gt=timezone.now() - HELD)
    left = (
        Classification.objects.filter(organisation=OuterRef("pk"), uncertainty__isnull=False)
        .filter(within(user, MAY, path="comment__feedback__"))
        .filter(
            ~Exists(others.by_people()),
            ~Exists(others.by_machine().filter(id__gt=OuterRef("id"))),
            ~Exists(turns.exclude(answered_at=None)),
            ~Exists(held),
        )
    )
    firsts = organisations_for(user, MAY).values(
        first=Subquery(left.order_by("-uncertainty", "id").values("id")[:1])
    )
    least = Classification.objects.filter(pk__in=firsts).select_related("comment")
    reading = least.order_by("-uncertainty", "id").first()
    return _put_before(user, reading.comment) if reading else None


def _put_before(user, comment, seconds=None):
    turn, _ = Labelling.objects.get_or_create(comment=comment, by=user, defaults={"seconds": seconds})
    return turn
