"""What grouping is given, and what it gives back. Light: pages and tasks may import it."""

from dataclasses import dataclass

WEEKS = 4  # of the period, unless another is asked for
WEEKS_BEFORE = 12  # with which it is compared
FEWEST_PEOPLE = 5  # fewer are not shown: too few to be a theme, and too near to single people
FEWEST_BEFORE = 50  # comments: with fewer, nobody can say what is new


@dataclass(frozen=True)
class Told:
    """One comment as grouping needs it. `themes` are the predicted ones, `sure` the highest probability of a theme."""

    comment: int
    feedback: int
    text: str
    themes: tuple[str, ...]
    sure: float


@dataclass(frozen=True)
class Group:
    """Comments of the period that share words the theme list has no place for.

    `words` name it, the most telling first. `comments` are (id, nearness 0 to 1), the nearest first.
    `people` wrote them; `people_before` wrote alike in the WEEKS_BEFORE.
    """

    words: tuple[str, ...]
    comments: tuple[tuple[int, float], ...]
    people: int
    people_before: int


@dataclass(frozen=True)
class Found:
    """What one look at a period found. `unexplained` counts its comments that the theme list does not explain."""

    groups: tuple[Group, ...]
    comments: int
    comments_before: int
    unexplained: int

    @property
    def can_say_new(self) -> bool:
        return self.comments_before >= FEWEST_BEFORE
