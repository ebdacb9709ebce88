import csv
import datetime as dt

import pytest
from django.core.management import CommandError, call_command

from organisations.models import Kind, Organisation, Service
from tests.factories import (
    IcbFactory,
    MembershipFactory,
    OrganisationFactory,
    PracticeFactory,
    ServiceFactory,
)
from tests.organisations.directory.rows import entry, practice, saved

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(tmp_path, capsys):
    """`run("etr.csv", rows)`: import the rows from a file of that name; what was printed."""

    def run(name, rows, **options):
        call_command("import_organisations", saved(tmp_path / name, rows), **options)
        return capsys.readouterr().out

    return run


def refusals(tmp_path, name):
    with open(tmp_path / f"{name}.refused.csv", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_trusts_their_sites_and_practices_find_their_parents(run):
    board = IcbFactory(ods_code="QZZ")
    run("etr.csv", [entry("RX9", "ELDER VALE NHS TRUST")])
    run("ets.csv", [entry("RX901", "VALE HOSPITAL", parent="RX9")])
    run("epraccur.csv", [practice()])
    site = Organisation.objects.get(ods_code="RX901")
    assert (site.name, site.kind, site.parent.name) == ("Vale Hospital", Kind.SITE, "Elder Vale NHS Trust")
    assert set(Organisation.objects.under(board).values_list("ods_code", flat=True)) == {
        "QZZ",
        "RX9",
        "RX901",
        "Z81234",
    }


def test_every_row_is_accounted_for_and_refused_rows_say_why(run, tmp_path):
    printed = run("epraccur.csv", [practice(), practice("Z8"), practice("Z81235", setting="10"), practice()])
    assert "4 rows = 1 created + 0 updated + 0 unchanged + 3 refused" in printed
    reasons = [(one["row"], one["column"], one["code"]) for one in refusals(tmp_path, "epraccur.csv")]
    # A code twice in one file is found last, in its own place.
    assert reasons == [("2", "code", "Z8"), ("3", "prescribing setting", "Z81235"), ("4", "code", "Z81234")]


def test_running_the_file_again_changes_nothing(run):
    rows = [practice(), practice("Z81235", "VALE SURGERY")]
    run("epraccur.csv", rows)
    before = list(Organisation.objects.values()), list(Service.objects.values())
    assert "0 created + 0 updated + 2 unchanged" in run("epraccur.csv", rows)
    assert (list(Organisation.objects.values()), list(Service.objects.values())) == before


def test_a_changed_row_updates_in_place_and_its_id_and_door_stay(run):
    run("epraccur.csv", [practice()])
    before = Organisation.objects.get()
    printed = run(
        "epraccur.csv", [practice(name="VALE SURGERY", closed="20991231", telephone="01632 960002")]
    )
    after = Organisation.objects.get()
    assert "0 created + 1 updated + 0 unchanged" in printed
    assert (after.pk, after.name, after.telephone) == (before.pk, "Vale Surgery", "01632 960002")
    door = Service.objects.get()
    assert (door.slug, door.name, door.closed_on) == (
        "millbrook-surgery-z81234",
        "Vale Surgery",
        dt.date(2099, 12, 31),
    )


def test_an_unknown_parent_is_reported_and_attached_by_a_second_run(run):
    assert "1 have no parent yet, because we do not know: 99Z or QZZ (1)" in run("epraccur.csv", [practice()])
    board = IcbFactory(ods_code="QZZ")
    assert "1 updated" in run("epraccur.csv", [practice()])
    one = Organisation.objects.get(ods_code="Z81234")
    assert one.lineage == f"/{board.pk}/{one.pk}/"


def test_a_parent_set_by_hand_stays_while_the_files_parent_is_unknown(run):
    board = IcbFactory()
    PracticeFactory(ods_code="Z81234", parent=board)
    assert "no parent" not in run("epraccur.csv", [practice()])
    assert Organisation.objects.get(ods_code="Z81234").parent == board


def test_a_moved_trust_takes_its_sites_with_it(run):
    IcbFactory(ods_code="QZZ")
    elsewhere = IcbFactory(ods_code="QZY")
    run("etr.csv", [entry("RX9", "VALE TRUST")])
    run("ets.csv", [entry("RX901", "VALE HOSPITAL", parent="RX9")])
    run("etr.csv", [entry("RX9", "VALE TRUST", geography="QZY")])
    assert set(Organisation.objects.under(elsewhere).values_list("ods_code", flat=True)) == {
        "QZY",
        "RX9",
        "RX901",
    }


def test_a_parent_that_would_put_an_organisation_below_itself_is_not_attached(run):
    trust = OrganisationFactory(ods_code="RX9")
    site = OrganisationFactory(ods_code="RX901", kind=Kind.SITE, parent=trust)
    run("etr.csv", [entry("RX9", "VALE TRUST", geography="RX901")])
    trust.refresh_from_db()
    assert trust.parent is None
    assert site.lineage == f"/{trust.pk}/{site.pk}/"


def test_a_kind_set_by_hand_is_never_overwritten(run):
    run("etr.csv", [entry("RX9", "VALE TRUST")])
    Organisation.objects.update(kind=Kind.COMMUNITY)
    run("etr.csv", [entry("RX9", "VALE AND MOOR TRUST")])
    assert Organisation.objects.get().kind == Kind.COMMUNITY


def test_what_the_directory_does_not_say_is_left_alone(run):
    trust = OrganisationFactory(ods_code="RX9", email="pals@patientview.example")
    MembershipFactory(organisation=trust)
    run("etr.csv", [entry("RX9", "VALE TRUST")])
    trust.refresh_from_db()
    assert trust.email == "pals@patientview.example"
    assert trust.memberships.count() == 1


def test_only_a_practice_that_sees_patients_gets_a_front_door(run):
    run(
        "epraccur.csv",
        [
            practice(),
            practice("Z81235", "OLD SURGERY", closed="20200331", status="C"),
            practice("Z81236", "QUIET SURGERY", status="D"),
        ],
    )
    assert list(Service.objects.values_list("slug", flat=True)) == ["millbrook-surgery-z81234"]


def test_two_practices_of_one_name_have_two_doors_and_services_made_by_hand_stay(run):
    hand_made = ServiceFactory(organisation=PracticeFactory(ods_code="Z81235"), name="Asthma clinic")
    run("epraccur.csv", [practice(), practice("Z81235")])
    assert Service.objects.count() == 3
    hand_made.refresh_from_db()
    assert hand_made.name == "Asthma clinic"


def test_a_dry_run_counts_and_changes_nothing(run):
    assert "Dry run, nothing changed." in (printed := run("epraccur.csv", [practice()], dry_run=True))
    assert "1 row = 1 created" in printed
    assert not Organisation.objects.exists()


def test_successors_are_noted_and_noted_once(run):
    new, old = (
        OrganisationFactory(ods_code="RX9"),
        OrganisationFactory(ods_code="RX8", closed_on=dt.date(2026, 3, 31)),
    )
    rows = [["RX8", "RX9", "M", "20260401", ""]]
    assert "1 updated + 0 unchanged" in run("succ.csv", rows)
    assert "0 updated + 1 unchanged" in run("succ.csv", rows)
    old.refresh_from_db()
    assert old.successor == new


def test_a_dry_run_of_successors_changes_nothing(run):
    OrganisationFactory(ods_code="RX9")
    OrganisationFactory(ods_code="RX8", closed_on=dt.date(2026, 3, 31))
    assert "1 updated" in run("succ.csv", [["RX8", "RX9", "M", "20260401", ""]], dry_run=True)
    assert not Organisation.objects.exclude(successor=None).exists()


def test_successions_that_cannot_stand_are_refused(run, tmp_path):
    closed = {"closed_on": dt.date(2026, 3, 31)}
    for code in ("RX1", "RX2", "RX3"):
        OrganisationFactory(ods_code=code, **closed)
    OrganisationFactory(ods_code="RX8")
    OrganisationFactory(ods_code="RX9")
    printed = run(
        "succ.csv",
        [
            ["RX1", "RX2", "M", "20260401", ""],
            ["RX2", "RX1", "M", "20260401", ""],  # a circle
            ["RX3", "RX8", "M", "20250401", ""],  # a split: the later one is kept
            ["RX3", "RX9", "M", "20260401", ""],
            ["RX9", "RX8", "M", "20260401", ""],  # still open
            ["RX7", "RX8", "M", "20260401", ""],  # unknown
            ["RX1", "RX2", "M", "20260401", ""],  # twice
        ],
    )
    assert "7 rows = 0 created + 2 updated + 0 unchanged + 5 refused" in printed
    assert [one["row"] for one in refusals(tmp_path, "succ.csv")] == ["2", "3", "5", "6", "7"]
    assert Organisation.objects.get(ods_code="RX3").successor.ods_code == "RX9"


def test_a_successor_is_dropped_when_the_directory_reopens_the_organisation(run):
    new = OrganisationFactory(ods_code="RX9")
    OrganisationFactory(ods_code="RX8", closed_on=dt.date(2026, 3, 31), successor=new)
    run("etr.csv", [entry("RX8", "OLD TRUST")])
    assert Organisation.objects.get(ods_code="RX8").successor is None


def test_the_refused_rows_never_overwrite_the_file_itself(run, tmp_path):
    with pytest.raises(CommandError, match="another name"):
        run("etr.csv", [entry("R", "VALE TRUST")], refused=str(tmp_path / "etr.csv"))


def test_a_name_that_says_nothing_asks_for_the_kind(run):
    with pytest.raises(CommandError, match="--kind"):
        run("trusts.csv", [entry("RX9", "VALE TRUST")])
    assert "1 created" in run("trusts.csv", [entry("RX9", "VALE TRUST")], kind="etr")


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "empty"), (b"%PDF-1.7", "PDF"), (b"PK\x03\x04", "workbook"), (b"Code,Name\n", "no rows")],
)
def test_a_file_that_is_not_the_directorys_says_so(tmp_path, content, says):
    path = tmp_path / "etr.csv"
    path.write_bytes(content)
    with pytest.raises(CommandError, match=says):
        call_command("import_organisations", str(path))
