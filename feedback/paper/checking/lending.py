"""Which field is put before this person now. A field is lent to one person at a time."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from django.db import connection, transaction
from django.db.models import Count, Q
from django.utils import timezone

from feedback.models import FilledForm, FormField, ScanBatch
from feedback.paper.checking import kinds
from organisations.permissions import within

MAY = "check_paper"
MAY_CONTACTS = "read_contacts"
# A field on one person's screen is not put on another's, for this long.
LENT = timedelta(minutes=10)
# One on the screen, one loaded ahead.
AHEAD = 2
# After so many answers comes one that passed unseen, to be read afresh.
REKEY_EVERY = 10


@dataclass(frozen=True)
class Scope:
    """What a person chose to check: everything in their reach, one batch or one form."""

    batch: ScanBatch | None = None
    form: FilledForm | None = None

    @property
    def rows(self) -> Q:
        return (Q(form__batch=self.batch) if self.batch else Q()) & (Q(form=self.form) if self.form else Q())

    @property
    def query(self) -> dict:
        """What the address says of it."""
        one = {"batch": self.batch, "form": self.form}
        return {name: row.pk for name, row in one.items() if row}


def reach(user):
    """Fields this person may see: contact details only where their role may read these."""
    others = ~Q(name__in=kinds.CONTACT) & ~Q(name=kinds.MISSING_PAGE)
    return FormField.objects.filter(within(user, MAY, path="form__")).filter(
        others | within(user, MAY_CONTACTS, path="form__")
    )


def doubtful(user, scope: Scope):
    """What waits for a person, within this one's reach."""
    return reach(user).doubtful().filter(scope.rows, form__settled_at=None)


def to_rekey(user, scope: Scope):
    """What passed unseen and was drawn to be read afresh. Its picture must still be there.

    Only once its form is settled: it is asked to count how often the machine is right, and changes nothing.
    """
    drawn = reach(user).filter(scope.rows, trusted=True, rekey=True, checked_at=None)
    return drawn.exclude(form__settled_at=None).exclude(scan__straight="")


def lend(user, scope: Scope, *, answered: int, skipped=()) -> list[FormField]:
    """The field for this person and the one after it, lent to them: up to AHEAD, none when nothing waits.

    One kind of field at a time across pages: urgent forms first, then the order of kinds, then
    the oldest. `answered` is how many they answered today: now and then comes one to read afresh.
    """
    now = timezone.now()
    free = Q(lent_to=None) | Q(lent_to=user) | Q(lent_at__lte=now - LENT)
    waiting = doubtful(user, scope).filter(free).exclude(pk__in=skipped)
    afresh = to_rekey(user, scope).filter(free).exclude(pk__in=skipped)
    its_turn = answered % REKEY_EVERY == REKEY_EVERY - 1
    first = _claim(user, now, afresh, 1) if its_turn else []
    lent = first + _claim(user, now, _one_kind(waiting), AHEAD - len(first))
    return lent or _claim(user, now, afresh, AHEAD)


def _one_kind(waiting):
    """Of all that waits, the kind of field whose turn it is."""
    found = waiting.values("form__urgent", "name").annotate(rows=Count("pk"))
    turns = sorted((not one["form__urgent"], kinds.rank(one["name"]), one["name"]) for one in found)
    if not turns:
        return waiting.none()
    calm, _, name = turns[0]
    return waiting.filter(form__urgent=not calm, name=name)


@transaction.atomic
def _claim(user, now, fields, most):
    """Lend the first of these to this person, where no twin claims them in the same moment."""
    fields = fields.select_related("form", "scan").order_by("form_id", "id")
    if connection.features.has_select_for_update_skip_locked:
        fields = fields.select_for_update(skip_locked=True, of=("self",))
    lent = list(fields[:most])
    FormField.objects.filter(pk__in=[one.pk for one in lent]).update(lent_to=user, lent_at=now)
    for one in lent:
        one.lent_to, one.lent_at = user, now
    return lent


def left(user, scope: Scope, since) -> list[dict]:
    """How far everyone together is: [{one, many, left, total, urgent}] a group of kinds, in the order they come.

    `total` counts what was checked since that moment too.
    """
    fields = reach(user).filter(scope.rows, trusted=False).exclude(Q(checked_at__lt=since))
    fields = fields.filter(Q(form__settled_at=None) | Q(checked_at__gte=since))
    found = fields.values("name", "kind").annotate(
        total=Count("pk"),
        left=Count("pk", filter=Q(checked_at=None)),
        urgent=Count("pk", filter=Q(checked_at=None, form__urgent=True)),
    )
    rows = sorted(found, key=lambda row: kinds.rank(row["name"]))
    groups = {}
    for words, of_a_group in groupby(rows, key=lambda row: kinds.group(row["name"], row["kind"])):
        for row in of_a_group:
            into = groups.setdefault(
                words, {"one": words[0], "many": words[1], "left": 0, "total": 0, "urgent": 0}
            )
            for count in ("left", "total", "urgent"):
                into[count] += row[count]
    return list(groups.values())
