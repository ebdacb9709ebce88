"""The present list of cases as a CSV: what colleagues know of each case, and nothing a patient wrote or is called."""

import csv
from collections.abc import Iterator

from django.utils import timezone

from feedback.cells import cell
from triage.actions.changing import unmet
from triage.models import Case, ListTaken
from triage.queue.filters import Filters
from triage.queue.rows import KINDS

AT_ONCE = 1000  # rows in memory
BOM = "\ufeff"  # spreadsheets need it to read UTF-8


def _day(moment):
    return moment and timezone.localdate(moment)


# Heading -> the value of one case. Written out: a new field of a model never gets into a file by itself.
COLUMNS = {
    "Reference": lambda case: case.reference,
    "Kind": lambda case: KINDS[case.intent],
    "Status": lambda case: case.get_status_display(),
    "Priority": lambda case: case.get_priority_display(),
    "Organisation": lambda case: case.organisation.name,
    "Service": lambda case: case.service and case.service.name,
    "Team": lambda case: case.get_team_display(),
    "Who has it": lambda case: case.handler and str(case.handler),
    "Received on": lambda case: case.received_on,
    "Acknowledge by": lambda case: case.acknowledge_by,
    "Acknowledged on": lambda case: _day(case.acknowledged_at),
    "Date agreed with the person": lambda case: case.agreed_on,
    "Answer by": lambda case: case.respond_by,
    "Answered on": lambda case: _day(case.replied_at),
    "Next date": lambda case: min(unmet(case).values(), default=None),
    "Closed on": lambda case: _day(case.closed_at),
    "Outcome": lambda case: case.get_outcome_display(),
}


def cases_of(filters: Filters, user):
    """The cases of the present view."""
    return filters.apply(Case.objects.visible_to(user))


def note_taken(filters: Filters, rows: int, *, by) -> ListTaken:
    """Who takes the list away, and which filters made it. Their values are not kept: one may be a name."""
    return ListTaken.objects.create(filters=filters.in_use, rows=rows, by=by)


def lines(cases, order, most: int) -> Iterator[bytes]:
    """The file line by line, `most` rows at most: as many as were noted. Holds AT_ONCE rows in memory."""
    writer = csv.writer(_Echo(), lineterminator="\r\n")
    yield (BOM + writer.writerow(COLUMNS)).encode()
    rows = cases.select_related("feedback", "service", "organisation", "handler").order_by(*order)[:most]
    for case in rows.iterator(chunk_size=AT_ONCE):
        yield writer.writerow([cell(value(case)) for value in COLUMNS.values()]).encode()


class _Echo:
    """A file that gives each line back to whoever wrote it."""

    def write(self, line):
        return line
