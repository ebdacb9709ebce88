"""How often two people who read the same words say the same: no model can be expected to do better."""

from collections.abc import Iterable
from dataclasses import dataclass

from sentiment.labelling.models import Labelling


@dataclass(frozen=True)
class Agreement:
    """Of `comments` read by two people, how many got the same feeling, and the share of themes both chose.

    `themes` is the mean over comments of themes both chose to themes either chose (Jaccard
    1901); two empty answers agree. None where nothing was read twice.
    """

    comments: int
    same_feeling: int
    themes: float | None

    @property
    def feeling(self) -> float | None:
        """The share that got the same feeling."""
        return self.same_feeling / self.comments if self.comments else None


def agreement(pairs: Iterable[tuple[tuple[int, Iterable[str]], tuple[int, Iterable[str]]]]) -> Agreement:
    """From pairs of (sentiment, themes), one a person."""
    pairs = list(pairs)
    shared = [_shared(set(first[1]), set(second[1])) for first, second in pairs]
    return Agreement(
        comments=len(pairs),
        same_feeling=sum(first[0] == second[0] for first, second in pairs),
        themes=sum(shared) / len(shared) if shared else None,
    )


def between_people(labellings=None) -> Agreement:
    """The agreement in a queryset of labellings, by default all: those of second readers count."""
    rows = Labelling.objects.all() if labellings is None else labellings
    seconds = rows.labelled().filter(seconds__isnull=False, seconds__withdrawn_at=None)
    return agreement(
        ((row.seconds.sentiment, row.seconds.predicted_themes), (row.sentiment, row.themes))
        for row in seconds.select_related("seconds")
    )


def _shared(first: set[str], second: set[str]) -> float:
    return len(first & second) / len(first | second) if first | second else 1.0
