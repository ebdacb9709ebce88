"""How right the machine is: of what passed unseen, of what it was unsure of, and how much passes at all.

Only the `errors` stored with each answer are counted, so no word of anybody is read for it. What
passed unseen is judged by the few per cent of it that people read afresh, without seeing the
machine's value; what people saw and confirmed says less, since a value on the screen persuades.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from math import sqrt

from django.db.models import Count, F, Q, Sum

from feedback.models import FormField
from feedback.paper.checking import kinds
from feedback.paper.layout import FieldKind

TOO_FEW = 30  # a share of fewer says nothing
# Words are right if at most one character in twenty is wrong; a tick, a figure or a date must be exact.
WORDS_RIGHT = 0.05
Z = 1.96  # of a normal distribution: 95 in 100
WRITTEN = (FieldKind.TEXT, FieldKind.COMB, FieldKind.DATE)
BY = {
    "organisation": "form__organisation__name",
    "service": "form__service__name",
    "scanner": "form__batch__scanner",
    "kind": "name",
}


@dataclass(frozen=True)
class Share:
    """So many of so many. `low` and `high` are 95 % limits (Wilson 1927); None of nothing."""

    count: int
    total: int

    @property
    def share(self) -> float | None:
        return self.count / self.total if self.total else None

    @property
    def enough(self) -> bool:
        """Whether the share says anything."""
        return self.total >= TOO_FEW

    @property
    def limits(self) -> tuple[float, float] | None:
        if not self.total:
            return None
        spread = Z * sqrt(self.share * (1 - self.share) / self.total + (Z / (2 * self.total)) ** 2)
        middle = self.share + Z**2 / (2 * self.total)
        over = 1 + Z**2 / self.total
        return max(0.0, (middle - spread) / over), min(1.0, (middle + spread) / over)


@dataclass(frozen=True)
class Counts:
    """What was counted of some fields. `wrong_characters` sums the shares of `written` answers, each 0 to 1."""

    read: int = 0
    trusted: int = 0
    reread: int = 0
    reread_right: int = 0
    doubted: int = 0
    doubted_right: int = 0
    written: int = 0
    wrong_characters: float = 0.0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(Counts)))

    @property
    def precision(self) -> Share:
        """Of what passed unseen and was read afresh: what was right."""
        return Share(self.reread_right, self.reread)

    @property
    def straight_through(self) -> Share:
        """Of everything read: what passed unseen."""
        return Share(self.trusted, self.read)

    @property
    def guesses(self) -> Share:
        """Of what the machine was unsure of and people checked: what it had right all the same."""
        return Share(self.doubted_right, self.doubted)

    @property
    def character_errors(self) -> float | None:
        """The mean share of wrong characters of what was written by hand and checked."""
        return self.wrong_characters / self.written if self.written else None


def counts(rows=None, *, by: str = "organisation", since=None) -> dict[str, Counts]:
    """Group -> what was counted, by a key of BY, in one query. `since` is the first day of scanning that counts.

    `rows` is a queryset of fields, by default all.
    """
    rows = FormField.objects.all() if rows is None else rows
    rows = rows.exclude(kind=kinds.PAGE)
    if since:
        rows = rows.filter(form__batch__sent_at__date__gte=since)
    said = Q(errors__isnull=False)
    right = said & (Q(errors=0) | Q(kind=FieldKind.TEXT, errors__lte=WORDS_RIGHT))
    unseen, doubted = Q(trusted=True, rekey=True), Q(trusted=False)
    written = said & Q(kind__in=WRITTEN)
    found = rows.values(group=F(BY[by])).annotate(
        read=Count("pk"),
        trusted_rows=Count("pk", filter=Q(trusted=True)),
        reread=Count("pk", filter=said & unseen),
        reread_right=Count("pk", filter=right & unseen),
        doubted=Count("pk", filter=said & doubted),
        doubted_right=Count("pk", filter=right & doubted),
        written=Count("pk", filter=written),
        wrong=Sum("errors", filter=written),
    )
    return {
        _group(by, row["group"]): Counts(
            row["read"], row["trusted_rows"], row["reread"], row["reread_right"],
            row["doubted"], row["doubted_right"], row["written"], row["wrong"] or 0.0,
        )
        for row in sorted(found, key=lambda row: str(row["group"] or ""))
    }  # fmt: skip


def together(groups: Iterable[Counts]) -> Counts:
    """All groups as one."""
    return sum(groups, Counts())


def differing(rows):
    """Fields that passed unseen and in which a person who read them afresh read something else, newest first."""
    return rows.filter(trusted=True, rekey=True, errors__gt=0).order_by("-checked_at", "-id")


def _group(by, value):
    if by == "kind":
        return kinds.called(value)
    return value or {"scanner": "Not named", "service": "No ward or clinic"}.get(by, "Not named")
