"""Walk the history and find the first row of each chain that was altered, put in, moved or taken away.

Rows stream in the order of their chains, so a million take the memory of one chain. What looks wrong
is looked at again with its chain locked before it is believed: somebody may be writing meanwhile.
"""

import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.conf import settings
from django.db import transaction

from triage.ledger import links
from triage.models import Access, Case, Event, Head
from triage.models.ledger import Chained, said, sealed, table_of

CHAINED = (Event, Access)
ROWS = 2000  # fetched at a time


@dataclass(frozen=True)
class Fault:
    """The first thing wrong in one chain. `row` is the id of the row it shows at, None where the row is gone."""

    table: str
    of: int
    place: int
    row: int | None
    words: str


@dataclass(frozen=True)
class Scope:
    """Which chains to walk: all of them, or those of some feedback (a queryset)."""

    feedback: object = None

    def owners(self, model):
        """The ids whose chains are in scope, as a subquery; None for all."""
        if self.feedback is None:
            return None
        return (
            Case.objects.filter(feedback__in=self.feedback).values("id")
            if model is Event
            else self.feedback.values("id")
        )


def walk(scope: Scope = Scope()) -> Iterator[tuple[str, int, Fault | None]]:  # noqa: B008 it is frozen
    """(table, rows, first fault or None) of every chain, one after the other."""
    for model in CHAINED:
        owners = scope.owners(model)
        for owner, rows, head in _side_by_side(_rows(model, owners), _heads(model, owners)):
            fault = first_fault(model, owner, rows, head) and _looked_at_again(model, owner)
            yield table_of(model), len(rows), fault
    for case in _without_a_chain(scope):
        yield "event", 0, Fault("event", case, 1, None, "The whole history is gone.")


def how_many(scope: Scope) -> int:
    """How many chains `walk` will see, for a progress bar."""
    heads = (_heads(model, scope.owners(model)) for model in CHAINED)
    return sum(some.count() for some in heads)


def first_fault(model: type[Chained], owner: int, rows: list[dict], head: Head | None) -> Fault | None:
    """What is wrong with one chain, whose `rows` are in the order of their places. None if it is whole."""

    def fault(place, row, words):
        return Fault(table_of(model), owner, place, row, words)

    before, last_id = links.FIRST, 0
    for place, row in enumerate(rows, start=1):
        if row["place"] != place:
            return fault(place, None, "The row at this place was taken away.")
        if not hmac.compare_digest(
            row["chained"], links.link(settings.HISTORY_KEY, before, said(model, row))
        ):
            return fault(place, row["id"], "This row was altered, or was not written by the service.")
        if row["id"] < last_id:
            return fault(place, row["id"], "This row stands in another order than it was written in.")
        before, last_id = row["chained"], row["id"]
    return _fault_at_the_end(fault, rows, before, head)


def _fault_at_the_end(fault, rows, last, head):
    end = len(rows)
    if head is None:
        return fault(1, rows[0]["id"], "The record of how long this history is was taken away.")
    if head.count > end:
        gone = head.count - end
        return fault(end + 1, None, f"The last {'row was' if gone == 1 else f'{gone} rows were'} taken away.")
    if head.count < end:
        return fault(
            head.count + 1, rows[head.count]["id"], "This row was put in, or the end was moved back."
        )
    if head.last != last or not hmac.compare_digest(head.seal, sealed(head)):
        return fault(end, None, "The record of where this history ends was altered.")
    return None


def _looked_at_again(model, owner):
    with transaction.atomic():
        head = Head.objects.select_for_update().filter(table=table_of(model), of=owner).first()
        rows = list(_rows(model, [owner]))
        return first_fault(model, owner, rows, head) if rows or head else None


def _rows(model, owners):
    rows = model.objects.order_by(model.OF, "place")
    if owners is not None:
        rows = rows.filter(**{f"{model.OF}__in": owners})
    return rows.values("id", "place", "chained", model.OF, *model.SAID).iterator(chunk_size=ROWS)


def _heads(model, owners):
    heads = Head.objects.filter(table=table_of(model)).order_by("of")
    return heads if owners is None else heads.filter(of__in=owners)


def _side_by_side(rows, heads):
    """(owner, its rows, its head) for every owner on either side; both sides come in the order of owners."""
    groups = ((owner, list(theirs)) for owner, theirs in groupby(rows, lambda row: row[_owner_name(row)]))
    heads = heads.iterator(chunk_size=ROWS)
    group, head = next(groups, None), next(heads, None)
    while group or head:
        owner = min(one for one in (group and group[0], head and head.of) if one)
        has_rows, has_head = bool(group) and group[0] == owner, bool(head) and head.of == owner
        yield owner, group[1] if has_rows else [], head if has_head else None
        group = next(groups, None) if has_rows else group
        head = next(heads, None) if has_head else head


def _owner_name(row):
    return "case_id" if "case_id" in row else "feedback_id"


def _without_a_chain(scope):
    """Cases are opened with an event: one with neither events nor a head has lost both."""
    cases = Case.objects.all() if scope.feedback is None else Case.objects.filter(feedback__in=scope.feedback)
    heads = Head.objects.filter(table="event", count__gt=0).values("of")
    return cases.exclude(pk__in=heads).filter(events=None).values_list("pk", flat=True).iterator()
