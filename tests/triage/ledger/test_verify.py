"""Whatever is done to the history in the database itself is found, and the first row of each chain is named."""

from importlib import import_module
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection

from tests.factories import OrganisationFactory, UserFactory, a_case
from triage import actions
from triage.ledger.verify import Scope, how_many, walk
from triage.models import Access, Event, Head

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    """Five changes and three reads."""
    case, sam = a_case(), UserFactory(name="Sam Okoro")
    for number in range(4):
        actions.note(case, text=f"Note {number}", by=sam)
    for _ in range(3):
        Access.objects.create(feedback=case.feedback, what="case", by=sam)
    return case


@pytest.fixture(autouse=True)
def another():
    """A case nobody touches: it must never be named."""
    return a_case("The car park was full.")


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def event(case, place):
    return Event.objects.get(case=case, place=place).pk


def faults():
    return [fault for _, _, fault in walk() if fault]


def only_fault():
    (fault,) = faults()
    return fault


def test_what_was_written_by_the_service_is_whole(case):
    assert faults() == []
    assert sum(rows for _, rows, _ in walk()) == 9
    assert how_many(Scope()) == 3


@pytest.mark.parametrize(
    ("column", "value"),
    [("kind", "take"), ("at", "2026-01-01T00:00:00Z"), ("clock", "respond_by"), ("detail", '{"a": 1}'),
     ("note", "Note 1."), ("public", True), ("by_id", None), ("place", 77), ("chained", "0" * 64)],
)  # fmt: skip
def test_a_changed_column_is_found_at_its_row(column, value, case):
    changed = event(case, 3)
    sql(f"UPDATE triage_event SET {column} = %s WHERE id = %s", value, changed)
    fault = only_fault()
    assert (fault.table, fault.of, fault.place) == ("event", case.pk, 3)
    assert fault.row == (None if column == "place" else changed)


@pytest.mark.parametrize(("place", "words"), [(1, "this place"), (3, "this place"), (5, "last row")])
def test_a_row_taken_away_is_found_wherever_it_stood(place, words, case):
    sql("DELETE FROM triage_event WHERE id = %s", event(case, place))
    fault = only_fault()
    assert (fault.place, fault.row) == (place, None)
    assert words in fault.words


def test_several_rows_taken_from_the_end_are_counted(case):
    sql("DELETE FROM triage_event WHERE case_id = %s AND place > 2", case.pk)
    assert only_fault().words == "The last 3 rows were taken away."


def test_moving_the_end_back_by_hand_does_not_hide_it(case):
    before = Event.objects.get(case=case, place=4).chained
    sql("DELETE FROM triage_event WHERE id = %s", event(case, 5))
    sql("UPDATE triage_head SET count = 4, last = %s WHERE \"table\" = 'event' AND of = %s", before, case.pk)
    assert only_fault().words == "The record of where this history ends was altered."


def test_a_row_put_in_is_found(case):
    columns = "case_id, kind, at, by_id, clock, detail, note, public"
    sql(
        f"INSERT INTO triage_event ({columns}, place, chained) SELECT {columns}, 6, chained FROM triage_event WHERE id = %s",
        event(case, 5),
    )
    fault = only_fault()
    assert (fault.place, fault.words) == (6, "This row was altered, or was not written by the service.")


def test_rows_in_another_order_are_found(case):
    third, fourth = event(case, 3), event(case, 4)
    for place, row in ((100, third), (3, fourth), (4, third)):
        sql("UPDATE triage_event SET place = %s WHERE id = %s", place, row)
    assert only_fault().place == 3


def test_ids_exchanged_so_that_pages_show_another_order_are_found(case):
    third, fourth = event(case, 3), event(case, 4)
    for new, old in ((10**6, third), (third, fourth), (fourth, 10**6)):
        sql("UPDATE triage_event SET id = %s WHERE id = %s", new, old)
    assert only_fault().words == "This row stands in another order than it was written in."


def test_a_row_copied_from_another_case_is_found(case, another):
    sql(
        "UPDATE triage_event SET chained = (SELECT chained FROM triage_event WHERE id = %s) WHERE id = %s",
        event(another, 1), event(case, 1),
    )  # fmt: skip
    assert only_fault().of == case.pk


def test_a_read_altered_or_taken_away_is_found(case):
    sql("UPDATE triage_access SET what = 'told' WHERE place = 2")
    fault = only_fault()
    assert (fault.table, fault.of, fault.place) == ("access", case.feedback_id, 2)
    sql("DELETE FROM triage_access WHERE place = 2")
    assert only_fault().words == "The row at this place was taken away."


def test_a_whole_history_taken_away_is_found_with_and_without_its_end(case):
    sql("DELETE FROM triage_event WHERE case_id = %s", case.pk)
    assert only_fault().words == "The last 5 rows were taken away."
    sql("DELETE FROM triage_head WHERE \"table\" = 'event' AND of = %s", case.pk)
    assert only_fault().words == "The whole history is gone."


def test_an_end_taken_away_is_found(case):
    sql("DELETE FROM triage_head WHERE \"table\" = 'access'")
    assert only_fault().table == "access"


def test_another_key_makes_nothing_pass(case, settings):
    settings.HISTORY_KEY = b"somebody who does not have the key"
    assert len(faults()) == how_many(Scope())


def test_the_first_row_of_each_broken_history_is_named(case, another):
    sql("UPDATE triage_event SET note = 'x' WHERE case_id = %s AND place >= 3", case.pk)
    sql("UPDATE triage_event SET note = 'x' WHERE case_id = %s", another.pk)
    assert {(fault.of, fault.place) for fault in faults()} == {(case.pk, 3), (another.pk, 1)}


def verified(*args, **options):
    out = StringIO()
    call_command("verify_history", *args, stdout=out, **options)
    return out.getvalue()


def test_the_command_counts_what_is_whole_and_says_where_it_ends(case):
    first = verified()
    assert "9 rows in 3 histories are as they were written." in first
    assert verified() == first
    actions.note(case, text="One more.", by=UserFactory())
    assert verified().splitlines()[-1] != first.splitlines()[-1]


def test_the_command_names_the_row_and_ends_with_an_error(case):
    changed = event(case, 2)
    sql("UPDATE triage_event SET note = 'Nothing happened.' WHERE id = %s", changed)
    out = StringIO()
    with pytest.raises(CommandError, match="1 of 3 histories") as refused:
        call_command("verify_history", stdout=out)
    assert refused.value.returncode == 1
    assert out.getvalue().startswith(
        f"{case.reference}, changes, place 2, row {changed}: This row was altered"
    )
    assert "Nothing happened" not in out.getvalue()


def test_the_command_looks_at_one_case_or_one_body_alone(case, another):
    sql("UPDATE triage_event SET note = 'x' WHERE case_id = %s", another.pk)
    assert "8 rows in 2 histories" in verified(case.reference.lower())
    assert "8 rows in 2 histories" in verified(organisation=case.organisation.ods_code)
    with pytest.raises(CommandError, match="1 of 1 histories"):
        verified(another.reference)
    assert "0 rows in 0 histories" in verified(organisation=OrganisationFactory().ods_code)


@pytest.mark.parametrize("asked", [{"reference": "PV-NONE-NONE"}, {"organisation": "ZZZ"}])
def test_the_command_says_what_it_does_not_know(asked):
    with pytest.raises(CommandError, match="There is no case|No organisation"):
        verified(*filter(None, [asked.get("reference")]), organisation=asked.get("organisation"))


def test_rows_from_before_there_were_chains_are_chained_by_the_migration(case, another):
    sql("DELETE FROM triage_event WHERE place > 1")
    sql("DELETE FROM triage_access WHERE place > 1")
    sql("DELETE FROM triage_head")
    sql("UPDATE triage_event SET place = 0, chained = ''")
    sql("UPDATE triage_access SET place = 0, chained = ''")
    import_module("triage.migrations.0006_chain_the_past").chain_the_past(apps, connection.schema_editor())
    assert faults() == []
    assert Head.objects.count() == 3
    actions.note(case, text="After.", by=UserFactory())
    assert faults() == []
