"""What the KO41a return asks of issues and findings, for one organisation with all below it and one year.

Age, status and service area of the return are not here: nobody is asked for them yet.
"""

import datetime as dt
from collections import Counter
from typing import NamedTuple

from django.utils import timezone

from insights.returns.aspects import Row, rows, without_issues
from organisations.models import Organisation
from triage.models import Case, Issue, Outcome, Team

FOUND = (Outcome.UPHELD, Outcome.PARTLY, Outcome.NOT_UPHELD)


class Return(NamedTuple):
    """`rows` are figures; `without_issues` references of new complaints that sections 6 to 8 cannot count."""

    rows: list[Row]
    without_issues: list[str]


def drawn_up(organisation: Organisation, year: int) -> Return:
    """The figures of the year that begins on 1 April of `year`. Three queries.

    New: received in it, by those who answer complaints. Resolved: closed in it with a finding; settled and withdrawn
    have none. Source: the KO41a guidance of NHS England.
    """
    first, last = dt.date(year, 4, 1), dt.date(year + 1, 3, 31)
    complaints = Case.objects.counted().filter(
        organisation__lineage__startswith=organisation.lineage, team=Team.COMPLAINTS
    )
    new = complaints.filter(received_on__range=(first, last))
    issues = {reference: [] for reference in new.values_list("feedback__reference", flat=True)}
    for issue in Issue.objects.stands().filter(case__in=new).select_related("case__feedback"):
        issues[issue.case.reference].append((issue.subject, issue.profession))
    ended = Counter(
        complaints.filter(closed_at__gte=_begins(first), closed_at__lt=_begins(last + dt.timedelta(days=1)))
        .order_by()
        .values_list("outcome", flat=True)
    )
    totals = [
        Row(2, "new", "Total new complaints", len(issues)),
        *(Row(2, one.value, f"Number {one.label.lower()}", ended[one]) for one in FOUND),
        Row(2, "resolved", "Total resolved", sum(ended[one] for one in FOUND)),
    ]
    return Return([*totals, *rows(issues)], without_issues(issues))


def _begins(day):
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))
