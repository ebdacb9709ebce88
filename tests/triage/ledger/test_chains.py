"""Every change and every read is chained, whichever way it is written."""

import pytest
from django.db import IntegrityError, transaction

from tests.factories import UserFactory, a_case, a_member, days_ago, received
from triage import actions
from triage.models import Access, Event, Head, NeverAltered

pytestmark = pytest.mark.django_db


def head(table, of):
    return Head.objects.get(table=table, of=of)


def test_each_event_is_tied_to_the_one_before():
    case = a_case()
    actions.note(case, text="Rang the ward.", by=UserFactory())
    events = list(case.events.all())
    assert [one.place for one in events] == [1, 2]
    end = head("event", case.pk)
    assert (end.count, end.last) == (2, events[-1].chained)
    assert len({one.chained for one in events}) == 2


def test_a_read_costs_a_lock_a_row_and_a_new_end(django_assert_num_queries):
    feedback, reader = received(), UserFactory()
    Access.objects.create(feedback=feedback, what="case", by=reader)
    with django_assert_num_queries(3):
        Access.objects.create(feedback=feedback, what="case", by=reader)
    assert head("access", feedback.pk).count == 2


def test_many_rows_at_once_go_through_the_same_door(django_assert_max_num_queries):
    reader, some = UserFactory(), [received() for _ in range(5)]
    with django_assert_max_num_queries(6):
        Access.objects.bulk_create(Access(feedback=one, what="export", by=reader) for one in [*some, some[0]])
    assert [head("access", one.pk).count for one in some] == [2, 1, 1, 1, 1]


def test_breaches_noted_twice_leave_no_hole():
    cases = [a_case(received_on=days_ago(40)) for _ in range(3)]
    assert actions.note_breaches() == 6
    assert actions.note_breaches() == 0
    for case in cases:
        assert [one.place for one in case.events.all()] == [1, 2, 3]


def test_a_row_that_is_refused_leaves_the_end_where_it_was():
    case = a_case(received_on=days_ago(40))
    actions.note_breaches()
    before = head("event", case.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.create(case=case, kind="breach", clock="respond_by")
    assert head("event", case.pk).last == before.last


def test_history_is_neither_changed_nor_taken_away_through_the_models():
    case = a_case()
    event = case.events.get()
    for attempt in (
        event.save,
        event.delete,
        case.events.all().delete,
        lambda: case.events.update(note="x"),
        lambda: Event.objects.bulk_create([Event(case=case, kind="note")], ignore_conflicts=True),
    ):
        with pytest.raises(NeverAltered):
            attempt()
    assert case.events.get().kind == "open"


def test_reading_a_case_is_chained(signed_in):
    case = a_case()
    client = signed_in(a_member(case.organisation))
    for _ in range(2):
        client.get(f"/cases/{case.reference}/")
    assert list(Access.objects.values_list("place", flat=True)) == [1, 2]
