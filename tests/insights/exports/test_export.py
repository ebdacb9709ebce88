"""An inspector can trust the file: it adds up, it repeats to the byte, and it names nobody."""

import datetime as dt
import io
import json
import re

import pytest
from django.core.management import CommandError, call_command

from insights.exports.healthwatch import HIDDEN, hide_small, whole_months
from insights.exports.package import make
from insights.exports.request import CannotExport, Request
from insights.models import Export
from tests.factories import OrganisationFactory, UserFactory, a_case, an_issue, days_ago, received
from triage import actions
from triage.models import Access, Case

pytestmark = pytest.mark.django_db
SECRETS = {"name": "Ada Quill", "email": "ada@patientview.example", "telephone": "07700 900123"}


@pytest.fixture
def trust():
    return OrganisationFactory()


@pytest.fixture
def case(trust):
    return a_case(
        "Nobody at the desk of Elder Ward told us anything at all.",
        organisation=trust, reply_by="email", contact=SECRETS, received_on=days_ago(9),
    )  # fmt: skip


def request_of(trust, body="cqc", days=30):
    return Request(body, trust, days_ago(days), days_ago(0))


def everything(package):
    return b"".join(package.files.values()).decode()


def test_the_same_request_gives_the_same_bytes(trust, case):
    assert make(request_of(trust)).files == make(request_of(trust)).files
    assert make(request_of(trust)).as_zip() == make(request_of(trust)).as_zip()


def test_no_word_name_or_contact_detail_leaves(trust, case):
    text = everything(make(request_of(trust)))
    assert case.reference in text
    for secret in (*SECRETS.values(), "at the desk"):
        assert secret not in text


def test_the_rows_reconcile_with_the_cases(trust, case):
    a_case(organisation=trust, received_on=days_ago(2))
    a_case(organisation=OrganisationFactory(), received_on=days_ago(2))  # another provider's
    received(organisation=trust, received_on=days_ago(1))  # owes no reply
    manifest = json.loads(make(request_of(trust)).files["manifest.json"])
    rows = {entry["name"]: entry["rows"] for entry in manifest["files"]}
    assert rows["complaints.csv"] == Case.objects.filter(organisation=trust).count() == 2
    assert {one["what"]: one["rows"] for one in manifest["left_out"]}[
        "feedback that owes no reply, in complaints.csv"
    ] == 1


def test_a_case_merged_into_another_is_one_row_and_counted_among_what_is_left_out(trust, case):
    other = a_case(organisation=trust, received_on=days_ago(2))
    actions.merge(other, into=case, same_person=True, why="Twice.", by=UserFactory())
    manifest = json.loads(make(request_of(trust)).files["manifest.json"])
    rows = {entry["name"]: entry["rows"] for entry in manifest["files"]}
    left_out = {one["what"]: one["rows"] for one in manifest["left_out"]}
    assert rows["complaints.csv"] == Case.objects.counted().count() == 1
    assert (
        rows["complaints.csv"] + left_out["cases merged into another, in complaints.csv"]
        == Case.objects.count()
    )


def test_timeliness_is_yes_no_or_not_yet(trust, case):
    actions.acknowledge(case, text="We have it.", by=UserFactory())
    line = make(request_of(trust)).files["complaints.csv"].decode("utf-8-sig").splitlines()[1]
    assert f"{case.acknowledge_by}" in line
    assert re.search(r",no,", line)  # nine days is more than three working days


def test_each_issue_that_stands_is_a_row_of_codes_without_a_word_of_it(trust, case):
    sam = UserFactory()
    an_issue(case, "partly", by=sam, sentence="The bell was dead.", learning="Mend the bell.")
    an_issue(case, "", by=sam, subject="transport", profession="unknown")
    dropped = an_issue(case, "", by=sam, subject="mortuary")
    actions.drop_issue(dropped, why="Written by mistake.", by=sam)
    files = make(request_of(trust)).files
    first, second = files["issues.csv"].decode("utf-8-sig").splitlines()[1:]
    assert first.startswith(
        f"{case.reference},1,{trust.ods_code},communications,Communications,nursing,Nursing,"
    )
    assert ",partly," in first and first.endswith(",no")
    assert second.startswith(f"{case.reference},2,{trust.ods_code},transport,") and second.endswith(",,,no")
    assert not any(words in everything(make(request_of(trust))) for words in ("bell", "log shows", "mistake"))


def test_the_period_is_by_date_of_receipt_both_days_included(trust, case):
    there = Request("cqc", trust, case.received_on, case.received_on)
    before = Request("cqc", trust, days_ago(20), case.received_on - dt.timedelta(days=1))
    assert case.reference in everything(make(there))
    assert case.reference not in everything(make(before))


def test_every_export_is_recorded_and_each_feedback_in_it_marked_as_read(trust, case):
    inspector = UserFactory()
    package = make(request_of(trust), by=inspector)
    assert Export.objects.get().sha256 == package.sha256
    assert Access.objects.get(by=inspector).feedback == case.feedback


def test_a_period_that_ends_before_it_begins_is_refused(trust):
    with pytest.raises(CannotExport, match="Swap"):
        Request("cqc", trust, days_ago(0), days_ago(1))


# Healthwatch


@pytest.mark.parametrize(
    "row,shown",
    [
        (("Parking", 4, 0, 0, 4), ("Parking", HIDDEN, "", "", "")),
        (("Parking", 12, 0, 0, 12), ("Parking", 12, 0, 0, 12)),
        (("Parking", 12, 2, 0, 10), ("Parking", 12, HIDDEN, HIDDEN, HIDDEN)),
        (("Parking", 12, 5, 0, 5), ("Parking", 12, HIDDEN, HIDDEN, HIDDEN)),  # two unscored would be found
        (("Parking", 10, 5, 0, 5), ("Parking", 10, 5, 0, 5)),
    ],
)
def test_fewer_than_five_are_hidden_and_cannot_be_worked_out(row, shown):
    assert hide_small(row) == shown


def day(text):
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    "first,last,cut_first,cut_last",
    [
        ("2026-01-01", "2026-01-31", "2026-01-01", "2026-01-31"),
        ("2026-01-02", "2026-03-30", "2026-02-01", "2026-02-28"),
        ("2025-12-15", "2026-01-31", "2026-01-01", "2026-01-31"),
        ("2024-02-01", "2024-02-29", "2024-02-01", "2024-02-29"),
    ],
)
def test_healthwatch_is_told_by_whole_months(trust, first, last, cut_first, cut_last):
    whole = whole_months(Request("healthwatch", trust, day(first), day(last)))
    assert (whole.from_on, whole.to_on) == (day(cut_first), day(cut_last))


def test_a_period_without_a_whole_month_is_refused_in_words(trust):
    with pytest.raises(CannotExport, match="whole month"):
        whole_months(Request("healthwatch", trust, day("2026-01-02"), day("2026-01-31")))


def test_small_numbers_never_reach_healthwatch(trust):
    for _ in range(3):
        received("The car park was full and dear.", organisation=trust, received_on=day("2026-03-05"))
    a_case("The car park was full.", organisation=trust, received_on=day("2026-03-06"))
    package = make(Request("healthwatch", trust, day("2026-03-01"), day("2026-03-31")))
    lines = package.files["themes_by_month.csv"].decode("utf-8-sig").splitlines()[1:]
    assert lines and all(HIDDEN in line for line in lines)


# The commands


def export(trust, out, body="cqc"):
    said = io.StringIO()
    call_command(
        "export",
        body,
        organisation=trust.ods_code,
        from_on=days_ago(30),
        to_on=days_ago(0),
        out=out,
        stdout=said,
    )
    return said.getvalue()


def test_what_export_writes_verify_export_accepts(trust, case, tmp_path):
    assert "SHA-256" in export(trust, tmp_path / "out")
    call_command("verify_export", tmp_path / "out", stdout=io.StringIO())


@pytest.mark.parametrize(
    "spoil,says",
    [
        (lambda folder: (folder / "told.csv").unlink(), "told.csv is missing"),
        (lambda folder: (folder / "extra.csv").write_text("x"), "not named in the manifest"),
        (lambda folder: (folder / "complaints.csv").write_bytes(b"reference\r\n"), "SHA-256"),
        (lambda folder: (folder / "manifest.json").write_text("{"), "cannot be read"),
        (lambda folder: (folder / "manifest.json").unlink(), "no manifest.json"),
    ],
)
def test_verify_export_finds_what_was_changed(trust, case, tmp_path, spoil, says):
    export(trust, tmp_path / "out")
    spoil(tmp_path / "out")
    with pytest.raises(CommandError, match=says):
        call_command("verify_export", tmp_path / "out")


def test_export_never_writes_over_what_is_there(trust, case, tmp_path):
    export(trust, tmp_path / "out")
    with pytest.raises(CommandError, match="not an empty folder"):
        export(trust, tmp_path / "out")


def test_an_unknown_organisation_is_named(tmp_path):
    with pytest.raises(CommandError, match="No organisation has the ODS code ZZ9"):
        call_command(
            "export", "cqc", organisation="ZZ9", from_on=days_ago(2), to_on=days_ago(1), out=tmp_path / "x"
        )
    assert not (tmp_path / "x").exists()
