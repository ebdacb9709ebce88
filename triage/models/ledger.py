"""What makes rows of history tell of any change to them: each is chained to the one before it.

Whoever writes such a row, with `save`, `create` or `bulk_create`, goes through this one door.
"""

from itertools import groupby

from django.conf import settings
from django.db import models, transaction

from triage.ledger import links

AT_ONCE = 500  # chains locked by one statement: a database takes only so many parameters


class NeverAltered(Exception):
    """Rows of history are added, and neither changed nor taken away."""


class Head(models.Model):
    """How long one chain is and where it ends. `table` is "event" or "access", `of` the case's or feedback's id.

    No foreign key: the head outlives what it is about, so that a whole history taken away is missed as well.
    Its row is the lock of the chain: who appends holds it until the transaction ends.
    """

    table = models.CharField(max_length=8)
    of = models.BigIntegerField()
    count = models.PositiveIntegerField(default=0)
    last = models.CharField(max_length=64, default=links.FIRST)
    seal = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["table", "of"], name="one_head_a_chain")]

    def __str__(self):
        return f"{self.table} {self.of}: {self.count}"


class ChainedQuerySet(models.QuerySet):
    def bulk_create(self, objs, *args, ignore_conflicts=False, update_conflicts=False, **options):
        """All of them or none: a row that was left out in silence would leave a hole in its chain."""
        if ignore_conflicts or update_conflicts:
            raise NeverAltered("Look first which rows are there already, with their chains locked.")
        rows = list(objs)
        with transaction.atomic(savepoint=False):
            chain(self.model, rows)
            return super().bulk_create(rows, *args, **options)

    def update(self, **changes):
        raise NeverAltered("A row of history is never changed.")

    def delete(self):
        raise NeverAltered("A row of history is never taken away.")

    update.alters_data = delete.alters_data = True


class Chained(models.Model):
    """`place` counts the rows of one chain from 1; `chained` ties this row to the one before it.

    A subclass says which field a chain is `OF`, and which fields are `SAID`. A field that is added later is not
    covered by the links of older rows: give it to `SAID` only with a new way to tell old rows from new ones.
    """

    place = models.PositiveIntegerField(editable=False)
    chained = models.CharField(max_length=64, editable=False)

    objects = ChainedQuerySet.as_manager()

    OF: str
    SAID: tuple[str, ...]

    class Meta:
        abstract = True

    def save(self, *args, **options):
        if not self._state.adding:
            raise NeverAltered("A row of history is never changed.")
        with transaction.atomic(savepoint=False):
            chain(type(self), [self])
            super().save(*args, **options)

    def delete(self, *args, **options):
        raise NeverAltered("A row of history is never taken away.")


def table_of(model) -> str:
    return model._meta.model_name


def lock(model, owners) -> dict[int, Head]:
    """Hold the chains of `owners` (ids) until the transaction ends: {id: head}. Always in the order of the ids."""
    heads = _locked(model, owners)
    missing = sorted(set(owners) - set(heads))
    if missing:
        # Another process may begin the same chain in this moment: then this waits for it and does nothing.
        fresh = [Head(table=table_of(model), of=owner) for owner in missing]
        for head in fresh:
            head.seal = sealed(head)
        Head.objects.bulk_create(fresh, ignore_conflicts=True)
        heads = _locked(model, owners)
    return heads


def chain(model, rows) -> None:
    """Give each of `rows` (unsaved) its place and its link. The caller stores them in the same transaction."""

    def owner(row):
        return getattr(row, model.OF)

    by_owner = {one: list(theirs) for one, theirs in groupby(sorted(rows, key=owner), owner)}
    owners = list(by_owner)
    for start in range(0, len(owners), AT_ONCE):
        heads = lock(model, owners[start : start + AT_ONCE])
        for one, head in heads.items():
            for row in by_owner[one]:
                append(model, head, row)
        _moved(heads)


def append(model, head: Head, row) -> None:
    """Tie one row to the end of its chain, and move the end."""
    head.count += 1
    row.place = head.count
    row.chained = head.last = links.link(settings.HISTORY_KEY, head.last, said(model, vars(row)))
    head.seal = sealed(head)


def said(model, row: dict) -> dict:
    """What the link of a row is made from, by name: from its attributes or from `values()`."""
    return {"table": table_of(model)} | {name: row[name] for name in ("place", model.OF, *model.SAID)}


def sealed(head: Head) -> str:
    return links.seal(settings.HISTORY_KEY, head.table, head.of, head.count, head.last)


def _locked(model, owners):
    held = Head.objects.select_for_update().filter(table=table_of(model), of__in=owners).order_by("of")
    return {head.of: head for head in held}


def _moved(heads):
    moved = list(heads.values())
    if len(moved) == 1:
        moved[0].save(update_fields=["count", "last", "seal"])
    else:
        Head.objects.bulk_update(moved, ["count", "last", "seal"], batch_size=200)
