"""What is there already and may be the same: the same words lately, or the same person on the same day."""

from datetime import timedelta

from feedback.models import Comment, Feedback
from feedback.submission import Submission
from organisations.permissions import within

LATELY = timedelta(days=90)
MOST = 500  # of one organisation and day, whose contact details are compared


def twins_of(one: Submission, user) -> list[Feedback]:
    """Feedback that the person may see and that may be this very one, the newest first.

    Names and addresses are encrypted and cannot be searched: those of one day are read and compared.
    """
    one = one.tidied()
    mine = (
        Feedback.objects.filter(within(user, "read_cases"))
        .filter(organisation=one.organisation)
        .exclude(source=one.source, external_id=one.external_id)
    )
    near = mine.filter(received_on__range=(one.received_on - LATELY, one.received_on + LATELY))
    words = [text for _, text in one.comments]
    same_words = near.filter(comments__in=Comment.objects.filter(text__in=words))
    same_day = mine.filter(received_on=one.received_on, contact__isnull=False).select_related("contact")
    same_person = [feedback for feedback in same_day[:MOST] if _same_person(feedback.contact, one.contact)]
    found = {feedback.pk: feedback for feedback in (*same_words[:5], *same_person)}
    return [found[pk] for pk in sorted(found, reverse=True)][:5]


def _same_person(contact, given):
    return any(
        given.get(name) and _plain(getattr(contact, name)) == _plain(given[name])
        for name in ("name", "email", "telephone")
    )


def _plain(words):
    return "".join(words.split()).casefold()
