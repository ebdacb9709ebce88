"""Who has how much: the open cases of each handler, with what of it is late, near and not begun."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from organisations.models import User
from organisations.permissions import allowed
from triage.absence.covers import Cover, covers_today
from triage.models import Case
from triage.queue.context import people_at_risk
from triage.queue.filters import WEEK
from triage.queue.reach import colleagues_of

SHOWN = 50  # handlers; the others are counted together
NOTHING = {"open": 0, "late": 0, "week": 0, "to_acknowledge": 0}
# The chart is 340 units wide: names, then bars of at most WIDTH, then the numbers.
WIDTH, ROW = 120, 22


@dataclass(frozen=True)
class Load:
    """What one handler has; `handler` is None for the cases that nobody has."""

    handler: User | None
    open: int
    late: int
    week: int
    to_acknowledge: int
    alerts: int
    cover: Cover | None = None

    @property
    def filter(self) -> str:
        """What finds these cases on the queue."""
        return f"handler={self.handler.pk if self.handler else 'nobody'}"

    @property
    def seen_at(self) -> datetime | None:
        return self.handler.last_login if self.handler else None


@require_GET
@allowed("read_cases")
def workload(request):
    """The table, the chart above it and one sentence. Those with nothing are there too: they may take more."""
    loads = loads_of(request.user, timezone.localdate(), at_risk=[one[0]["feedback_id"] for one in people_at_risk(request)])  # fmt: skip
    nobody, people = loads[0], loads[1:]
    return render(
        request,
        "triage/queue/workload.html",
        {
            "nobody": nobody,
            "loads": people[:SHOWN],
            "more": len(people) - SHOWN,
            "says": sentence(nobody, people),
            "bars": bars([nobody, *people[:SHOWN]]),
            "height": ROW * (len(people[:SHOWN]) + 1) + 8,
        },
    )


def loads_of(user, today: date, at_risk=()) -> list[Load]:
    """Nobody's first, then each handler and colleague, most late first. Four queries, for a team of any size.

    `at_risk` are the ids of feedback with an alert that nobody has taken.
    """
    own = Case.objects.visible_to(user).open().order_by()
    counted = {
        row.pop("handler"): row
        for row in own.values("handler").annotate(
            open=Count("id"),
            late=Count("id", filter=Q(next_due_on__lt=today)),
            week=Count("id", filter=Q(next_due_on__range=(today, today + WEEK))),
            to_acknowledge=Count("id", filter=Q(acknowledged_at=None, replied_at=None)),
        )
    }
    alerts = [] if not at_risk else list(own.filter(feedback__in=at_risk).values_list("handler", flat=True))
    people = User.objects.filter(pk__in=[pk for pk in counted if pk]) | colleagues_of(user)
    covers = covers_today(user)

    def load(person):
        pk = person and person.pk
        return Load(person, alerts=alerts.count(pk), cover=covers.of(pk), **counted.get(pk, NOTHING))

    loads = sorted(map(load, people.distinct()), key=lambda one: (-one.late, -one.open, str(one.handler)))
    return [load(None), *loads]


def sentence(nobody: Load, people: list[Load]) -> str:
    """What the chart shows, in words."""
    have = [one for one in people if one.open]
    if not have:
        return f"Nobody has been given a case yet. {_cases(nobody.open)} nobody's yet."
    most = max(have, key=lambda one: (one.open, one.late))
    late = sum(one.late for one in [nobody, *people])
    return (
        f"{len(have)} {'person has' if len(have) == 1 else 'people have'} cases. "
        f"{most.handler} has the most: {most.open:,}. "
        f"{_cases(late)} late, and {_cases(nobody.open).lower()} nobody's yet."
    )


def bars(loads: list[Load]) -> list[dict]:
    """Of each load: {name, y, open, late, label}: widths in units of the chart, the longest bar filling it."""
    longest = max((one.open for one in loads), default=0) or 1
    return [
        {
            "name": str(one.handler or "Nobody yet"),
            "y": 4 + ROW * place,
            "open": round(WIDTH * one.open / longest, 1),
            "late": round(WIDTH * one.late / longest, 1),
            "label": f"{one.open:,}" + (f" ({one.late:,} late)" if one.late else ""),
        }
        for place, one in enumerate(loads)
    ]


def _cases(count):
    return (
        f"{count:,} case is"
        if count == 1
        else f"{count or 'No'} cases are"
        if count < 1_000
        else f"{count:,} cases are"
    )
