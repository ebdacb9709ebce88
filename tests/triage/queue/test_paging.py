"""Keyset paging over real rows."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import OrganisationFactory, received
from triage import clock
from triage.models import Case
from triage.queue.paging import page

pytestmark = pytest.mark.django_db
ORDER = ("priority", "next_due_on", "id")
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


places = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3)), min_size=12, max_size=12)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(places=places, size=st.integers(1, 13))
def test_the_pages_show_each_case_exactly_once_and_in_order_forwards_and_back(cases, places, size):
    for case, (priority, days) in zip(cases, places, strict=True):
        case.priority, case.next_due_on = priority, DAY + dt.timedelta(days)
    Case.objects.bulk_update(cases, ["priority", "next_due_on"])
    expected = [case.pk for case in Case.objects.in_order()]

    forwards, mark = [], ""
    while True:
        shown = page(Case.objects.all(), ORDER, after=mark, size=size)
        forwards += [case.pk for case in shown.rows]
        last, mark = shown, shown.later
        if not mark:
            break
    backwards = [case.pk for case in last.rows]
    while last.earlier:
        last = page(Case.objects.all(), ORDER, before=last.earlier, size=size)
        backwards = [case.pk for case in last.rows] + backwards

    assert forwards == expected
    assert backwards == expected


def test_a_case_that_leaves_between_two_pages_moves_no_other(cases):
    first = page(Case.objects.all(), ORDER, size=4)
    Case.objects.filter(pk=first.rows[0].pk).delete()

    second = page(Case.objects.all(), ORDER, after=first.later, size=4)

    assert [case.pk for case in second.rows] == [case.pk for case in cases[4:8]]


@pytest.mark.parametrize(
    "mark", ["", "x", "1~2", "1~2026-13-01~4", "1~2026-04-01~9" + "9" * 30, "~~", "1~\x00~2"]
)
def test_a_mark_that_cannot_be_read_starts_at_the_beginning(cases, mark):
    assert [case.pk for case in page(Case.objects.all(), ORDER, after=mark, size=3).rows] == [
        case.pk for case in cases[:3]
    ]


def test_a_page_past_the_end_is_empty_and_leads_nowhere(cases):
    shown = page(Case.objects.all(), ORDER, after="9~2030-01-01~1")

    assert (shown.rows, shown.earlier, shown.later) == ([], "", "")
