"""Keyset paging over real rows."""

import datetime as dt

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import OrganisationFactory, received
from triage import clock
from triage.models import Case
from triage.models.case import BY_DATE, BY_SEVERITY
from triage.queue.paging import page

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 4, 2)


@pytest.fixture
def cases():
    """Twelve cases whose places in the order the property test changes at will."""
    trust, dates = OrganisationFactory(), clock.start(DAY)
    return [
        Case.objects.create(
            feedback=received(organisation=trust, received_on=DAY), organisation=trust, intent="complaint",
            team="complaints", received_on=DAY, acknowledge_by=dates.acknowledge_by, respond_by=dates.respond_by,
            backstop_on=dates.backstop_on, next_due_on=dates.respond_by,
        )
        for _ in range(12)
    ]  # fmt: skip


# Severities that differ in the last bit only must not be mistaken for one another.
severities = st.sampled_from([0.0, 0.1, 1 / 3, 0.30000000000000004, 0.3, 1.0]) | st.floats(0, 1)
places = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3), severities), min_size=12, max_size=12)


@pytest.mark.parametrize("order", [BY_DATE, BY_SEVERITY])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(places=places, size=st.integers(1, 13))
def test_the_pages_show_each_case_exactly_once_and_in_order_forwards_and_back(cases, order, places, size):
    for case, (priority, days, severity) in zip(cases, places, strict=True):
        case.priority, case.next_due_on, case.severity = priority, DAY + dt.timedelta(days), severity
    Case.objects.bulk_update(cases, ["priority", "next_due_on", "severity"])
    keys = {
        BY_DATE: lambda case: (case.priority, case.next_due_on, -case.severity, case.pk),
        BY_SEVERITY: lambda case: (case.priority, -case.severity, case.next_due_on, case.pk),
    }
    expected = [case.pk for case in sorted(cases, key=keys[order])]

    forwards, mark = [], ""
    while True:
        shown = page(Case.objects.all(), order, after=mark, size=size)
        forwards += [case.pk for case in shown.rows]
        last, mark = shown, shown.later
        if not mark:
            break
    backwards = [case.pk for case in last.rows]
    while last.earlier:
        last = page(Case.objects.all(), order, before=last.earlier, size=size)
        backwards = [case.pk for case in last.rows] + backwards

    assert forwards == expected
    assert backwards == expected


@pytest.mark.parametrize("order", [BY_DATE, BY_SEVERITY])
def test_each_order_has_an_index_so_that_a_million_cases_need_not_be_sorted(cases, order):
    if connection.vendor == "postgresql":
        # A dozen rows it would rather sort: forbidden to, it must show that an index gives the order.
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")
            cursor.execute("SET LOCAL enable_sort = off")
    for rows in (Case.objects.open(), Case.objects.open().filter(organisation=cases[0].organisation)):
        plan = rows.order_by(*order)[:51].explain()
        assert "case_" in plan and "TEMP B-TREE" not in plan and "Sort" not in plan, plan


def test_a_case_that_leaves_between_two_pages_moves_no_other(cases):
    first = page(Case.objects.all(), BY_DATE, size=4)
    Case.objects.filter(pk=first.rows[0].pk).delete()

    second = page(Case.objects.all(), BY_DATE, after=first.later, size=4)

    assert [case.pk for case in second.rows] == [case.pk for case in cases[4:8]]


@pytest.mark.parametrize(
    "mark",
    [
        "",
        "x",
        "1~2",
        "1~2026-04-01~4",
        "1~2026-13-01~0.5~4",
        "1~2026-04-01~0.5~9" + "9" * 30,
        "~~~",
        "1~\x00~0.5~2",
        "1~2026-04-01~nan~2",
        "1~2026-04-01~inf~2",
        "1~2026-04-01~1e999~2",
    ],
)
def test_a_mark_that_cannot_be_read_starts_at_the_beginning(cases, mark):
    assert [case.pk for case in page(Case.objects.all(), BY_DATE, after=mark, size=3).rows] == [
        case.pk for case in cases[:3]
    ]


def test_a_page_past_the_end_is_empty_and_leads_nowhere(cases):
    shown = page(Case.objects.all(), BY_DATE, after="9~2030-01-01~0.5~1")

    assert (shown.rows, shown.earlier, shown.later) == ([], "", "")
