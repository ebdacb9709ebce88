import datetime as dt

import pytest

from organisations.directory import files
from organisations.directory.incoming import look_at
from organisations.models import Kind
from tests.organisations.directory.rows import entry, practice, saved


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("etr.csv", "etr"),
        ("/data/ETS.csv", "ets"),
        ("epraccur_2026-11.csv", "epraccur"),
        ("succ.csv", "successors"),
        ("successors.csv", "successors"),
        ("succarc.csv", "successors"),
        ("trusts.csv", None),
    ],
)
def test_a_files_name_says_what_it_holds(name, kind):
    assert files.kind_of(name) == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ELDER VALE NHS FOUNDATION TRUST", Kind.ACUTE),
        ("ELDER VALE AMBULANCE SERVICE NHS TRUST", Kind.AMBULANCE),
        ("ELDER VALE MENTAL HEALTH NHS TRUST", Kind.MENTAL_HEALTH),
        ("ELDER VALE PARTNERSHIP NHS FOUNDATION TRUST", Kind.MENTAL_HEALTH),
        ("ELDER VALE COMMUNITY HEALTH NHS TRUST", Kind.COMMUNITY),
    ],
)
def test_a_trusts_kind_is_guessed_from_its_name(name, kind):
    assert files.entry("etr", entry("RX9", name)).kind == kind


def test_a_practice_is_read_with_its_commissioner_before_its_board():
    one = files.entry("epraccur", practice(closed="20260331", status="C", street="1 HIGH STREET"))
    assert one == files.Entry(
        code="Z81234",
        name="Millbrook Surgery",
        kind=Kind.GP,
        parents=("99Z", "QZZ"),
        opened_on=dt.date(2013, 4, 1),
        closed_on=dt.date(2026, 3, 31),
        town="Millbrook",
        postcode="VM1 1AA",
        telephone="01632 960001",
        takes_feedback=True,
    )


def test_a_site_belongs_to_its_trust_and_a_trust_to_the_board_of_its_area():
    assert files.entry("ets", entry("RX901", "VALE HOSPITAL", parent="RX9")).parents == ("RX9", "QZZ")
    assert files.entry("etr", entry("RX9", "VALE TRUST", parent="99Z")).parents == ("QZZ",)


def test_an_empty_town_falls_back_to_the_line_above_and_a_parent_is_never_itself():
    one = files.entry(
        "ets", entry("RX901", "VALE HOSPITAL", town="", street="MOOR END", parent="RX901", geography="")
    )
    assert (one.town, one.parents) == ("Moor End", ())


def test_a_dormant_practice_takes_no_feedback():
    assert not files.entry("epraccur", practice(status="D")).takes_feedback


@pytest.mark.parametrize(
    ("kind", "cells", "column", "reason"),
    [
        ("etr", entry("RX901", "VALE TRUST"), "code", "acute trust.* has another shape"),
        ("ets", entry("rx/01", "VALE HOSPITAL"), "code", "another shape"),
        ("epraccur", practice("Z8123"), "code", "another shape"),
        ("epraccur", practice(name=" "), "name", "no name"),
        ("epraccur", practice(setting="10"), "prescribing setting", "not a GP practice.*10"),
        ("epraccur", practice(setting=""), "prescribing setting", "empty"),
        ("epraccur", practice(status="P"), "status code", "only proposed"),
        ("epraccur", practice(status="C"), "close date", "no closing date"),
        ("epraccur", practice(opened=""), "open date", "no opening date"),
        ("epraccur", practice(opened="01/04/2013"), "open date", "of the form"),
        ("epraccur", practice(opened="20130431"), "open date", "of the form"),
        ("epraccur", practice(closed="20130331"), "close date", "before it opens"),
        ("epraccur", ["Z81234", "MILLBROOK SURGERY"], "", "2 columns"),
    ],
)
def test_a_row_that_cannot_be_taken_says_where_and_why(kind, cells, column, reason):
    with pytest.raises(files.Refused, match=reason) as refused:
        files.entry(kind, cells)
    assert refused.value.column == column


def test_a_succession_is_read_and_its_date_checked():
    assert files.succession(["RX8", "RX9", "M", "20260401", ""]) == ("RX8", "RX9", dt.date(2026, 4, 1))


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        (["RX8", "RX9", "M"], ""),
        (["", "RX9", "M", "20260401"], "code"),
        (["RX8", "?", "M", "20260401"], "successor code"),
        (["RX8", "RX8", "M", "20260401"], "successor code"),
        (["RX8", "RX9", "M", "soon"], "date"),
        (["RX8", "RX9", "M", ""], "date"),
    ],
)
def test_a_succession_that_cannot_be_taken_says_where(cells, column):
    with pytest.raises(files.Refused) as refused:
        files.succession(cells)
    assert refused.value.column == column


def test_a_header_and_blank_rows_are_passed_over_and_rows_keep_their_numbers(tmp_path):
    header = ["Organisation Code", "Name"]
    path = saved(tmp_path / "etr.csv", [header, entry("RX8", "OLD"), [""], entry("RX9", "NEW")])
    assert [(number, cells[0]) for number, cells in files.rows_of(look_at(path))] == [(2, "RX8"), (4, "RX9")]
