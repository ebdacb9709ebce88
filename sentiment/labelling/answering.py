"""What a person says of a comment, and taking it back. The only writer of answers."""

from django.db import transaction
from django.utils import timezone

from feedback.models import Comment
from sentiment.classify import correct
from sentiment.labelling.asking import guess_of
from sentiment.labelling.models import Answer
from sentiment.models import Classification, Labelling

# One comment in so many that a colleague labelled is shown to a second person, who does not see the label.
SECOND_EVERY = 20


@transaction.atomic
def label(turn: Labelling, *, sentiment: int, themes, by) -> None:
    """Keep the person's answer. A first one is in force from now on; a second opinion is only compared.

    If a colleague was quicker with the same comment this becomes the second opinion. Pressing
    twice changes nothing.
    """
    turn = _locked(turn)
    if turn.answered_at:
        return
    guess = guess_of(turn.comment)
    turn.seconds = turn.seconds or Classification.objects.by_people().filter(comment=turn.comment).last()
    if not turn.seconds:
        turn.classification = correct(guess, sentiment=sentiment, themes=themes, by=by)
        turn.to_second = turn.comment_id % SECOND_EVERY == 0
    same = (sentiment, set(themes)) == (guess.sentiment, set(guess.predicted_themes))
    turn.sentiment, turn.themes = sentiment, sorted(themes)
    _answer(turn, Answer.KEPT if same else Answer.CHANGED)


@transaction.atomic
def skip(turn: Labelling) -> None:
    """The person would rather not say: nobody is asked about this comment again."""
    turn = _locked(turn)
    if not turn.answered_at:
        _answer(turn, Answer.SKIPPED)


@transaction.atomic
def take_back(user) -> Labelling | None:
    """Undo the person's last answer of today; the comment is put before them again. None if there is none."""
    turn = last_of_today(user)
    if turn is None:
        return None
    turn = _locked(turn)
    Classification.objects.filter(pk=turn.classification_id).update(withdrawn_at=timezone.now())
    turn.answer, turn.answered_at, turn.shown_at = "", None, timezone.now()
    turn.sentiment, turn.themes, turn.classification, turn.to_second = None, [], None, False
    turn.save()
    return turn


def last_of_today(user) -> Labelling | None:
    """The person's last answer since midnight."""
    return answered_today(user).order_by("-answered_at", "-id").first()


def answered_today(user):
    """The person's answers since midnight, skipped ones among them."""
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return Labelling.objects.filter(by=user, answered_at__gte=midnight)


def _locked(turn):
    """The turn as it is now, its comment locked: two people may answer at the same moment."""
    Comment.objects.select_for_update().get(pk=turn.comment_id)
    return Labelling.objects.select_related("comment", "seconds").get(pk=turn.pk)


def _answer(turn, answer):
    turn.answer, turn.answered_at = answer, timezone.now()
    turn.save()
