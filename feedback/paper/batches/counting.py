"""How many pages ended as what: a batch adds up, or a person sees by how much it does not."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.db.models import Sum as Total
from django.db.models.functions import Coalesce

from feedback.models import FormField, Outcome, Scan, ScanFile


@dataclass(frozen=True)
class Sum:
    """Of one batch: pages by outcome, pages that wait to be read, files, files not taken apart yet, files refused."""

    outcomes: dict[str, int]
    waiting: int = 0
    files: int = 0
    files_waiting: int = 0
    files_refused: int = 0
    expected: int = 0

    @property
    def pages(self) -> int:
        return sum(self.outcomes.values()) + self.waiting

    @property
    def read(self) -> int:
        """Pages that have an outcome."""
        return sum(self.outcomes.values())

    @property
    def is_done(self) -> bool:
        return not self.waiting and not self.files_waiting

    @property
    def to_come(self) -> int:
        """How many pages there will be, as far as is known: for a bar."""
        return max(self.expected, self.pages)

    @property
    def in_words(self) -> str:
        """ "187 + 9 + 2 + 1 + 1 = 200 pages", with those that wait among them."""
        parts = [count for count in (*self.outcomes.values(), self.waiting) if count]
        said = " + ".join(f"{count:,}" for count in parts)
        pages = f"{self.pages:,} page{'' if self.pages == 1 else 's'}"
        return f"{said} = {pages}" if said else pages


def sums(batches) -> dict[int, Sum]:
    """The sum of each of these batches (ids), in two queries."""
    batches = list(batches)
    pages = {pk: {} for pk in batches}
    rows = Scan.objects.filter(file__batch__in=batches).values_list("file__batch", "outcome")
    for pk, outcome, count in rows.annotate(count=Count("id")):
        pages[pk][outcome] = count
    files = {
        row.pop("batch"): row
        for row in ScanFile.objects.filter(batch__in=batches)
        .values("batch")
        .annotate(
            files=Count("id"),
            files_waiting=Count("id", filter=Q(split_at=None)),
            files_refused=Count("id", filter=~Q(refused="")),
            expected=Coalesce(Total("pages"), 0),
        )
    }
    return {
        pk: Sum(
            {one.value: pages[pk].get(one.value, 0) for one in Outcome},
            pages[pk].get("", 0),
            **files.get(pk, {}),
        )
        for pk in batches
    }


def sum_of(batch) -> Sum:
    return sums([batch.pk])[batch.pk]


def to_check(batches) -> dict[int, int]:
    """How many fields of each batch wait for a person; a batch without one is left out."""
    rows = FormField.objects.doubtful().filter(form__batch__in=list(batches), form__settled_at=None)
    return dict(rows.values_list("form__batch").annotate(count=Count("id")))
