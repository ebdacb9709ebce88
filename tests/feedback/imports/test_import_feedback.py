import datetime as dt
import hashlib

import pytest
from django.core.management import CommandError

from feedback import intake
from feedback.imports import load
from feedback.imports.sources import SOURCES
from feedback.models import Alert, ColumnMap, Comment, Feedback, ImportBatch
from feedback.signals import Signal
from organisations.models import Kind
from tests.factories import IcbFactory, OrganisationFactory, PracticeFactory, ServiceFactory, days_ago
from tests.feedback.imports.tables import HEADINGS, refusals

pytestmark = pytest.mark.django_db


def words():
    return list(Comment.objects.values_list("text", flat=True))


def test_a_row_becomes_one_feedback_with_one_comment(run, trust):
    ward = ServiceFactory(organisation=trust, name="Bramble Ward")
    headings = [*HEADINGS, "Question", "Mode"]
    run(
        [
            headings,
            ["A1", "31/12/2025", "bramble ward", "Very good", "Calm and kind", "What was good?", "SMS"],
        ]
    )
    one = Feedback.objects.get()
    assert (one.channel, one.intent, one.reply_wanted, one.decided_at) == ("import", "comment", False, None)
    assert (one.source, one.external_id) == ("fft:RX9", "A1")
    assert (one.organisation, one.service, one.received_on) == (trust, ward, dt.date(2025, 12, 31))
    assert (one.fft_answer, one.fft_mode) == (1, "SMS")
    assert [(comment.question, comment.text) for comment in one.comments.all()] == [
        ("what_good", "Calm and kind")
    ]


def test_a_file_with_a_column_a_question_gives_a_comment_a_question(run):
    run(
        [
            ["Score", "What was good?", "What could be better?"],
            ["1", "The staff", "The parking"],
            ["2", "", "The food"],
        ]
    )
    assert sorted(Comment.objects.values_list("question", "text")) == [
        ("could_improve", "The food"),
        ("could_improve", "The parking"),
        ("what_good", "The staff"),
    ]
    assert Feedback.objects.count() == 2


def test_danger_in_an_imported_comment_raises_an_alert(run, monkeypatch):
    danger = Signal("self_harm", "not safe")
    monkeypatch.setattr(intake, "hear", lambda text: [danger] if danger.words in text else [])
    run([["Comment"], ["I am not safe here"], ["All calm"]])
    assert list(Alert.objects.values_list("kind", "feedback__comments__text")) == [
        ("self_harm", "I am not safe here")
    ]


def test_every_row_is_stored_refused_or_seen_before(run, trust, tmp_path):
    rows = [
        HEADINGS,
        ["A1", "2026-01-02", "", "1", "Kind"],
        ["A2", "2026-01-02", "", "", ""],
        ["A3", str(days_ago(-2)), "", "1", "From tomorrow"],
        ["A4", "soon", "", "1", "Undated"],
        ["A5", "2026-01-02", "", "1", "x" * 20_001],
        ["A1", "2026-01-02", "", "1", "Kind"],
        ["A1", "2026-01-02", "", "1", "Unkind"],
        ["A" * 121, "2026-01-02", "", "1", "Long id"],
        ["A9", "2026-01-02", "", "1", "Kind", "one cell too many"],
        ["A10", "2001-01-02", "", "1", "Before it opened"],
        ["A11", "1900-01-02", "", "1", "Before the NHS"],
        ["", "", "", "", ""],
    ]
    printed = run(rows)
    assert "11 rows = 1 stored + 9 refused + 1 seen before" in printed
    assert "1 blank row was passed over" in printed
    batch = ImportBatch.objects.get()
    assert (batch.rows, batch.stored, batch.refused, batch.seen_before) == (11, 1, 9, 1)
    assert batch.finished_at
    assert batch.sha256 == hashlib.sha256((tmp_path / "fft.csv").read_bytes()).hexdigest()
    found = {one["row"]: (one["column"], one["reason"]) for one in refusals(tmp_path)}
    assert found["3"] == ("", "The row has no words and no answer.")
    assert found["4"] == ("Date", "The date must be today or in the past.")
    assert found["5"][0] == "Date" and "could not be read" in found["5"][1]
    assert found["6"][0] == "Comment" and "20,000" in found["6"][1]
    assert found["8"] == ("Response ID", load.NOT_THE_SAME)
    assert found["9"][0] == "Response ID" and "120" in found["9"][1]
    assert "more cells" in found["10"][1]
    assert "not open on that day" in found["11"][1]
    assert words() == ["Kind"]


def test_refused_cells_cannot_run_in_a_spreadsheet(run, tmp_path):
    run([["Date", "Comment"], ["soon", "=cmd()"]])
    assert refusals(tmp_path)[0]["Comment"] == "'=cmd()"


@pytest.mark.parametrize("headings", [HEADINGS, ["Ward", "Date", "Ward 2", "FFT Score", "Comment"]])
def test_running_a_file_again_stores_nothing_twice(run, headings):
    rows = [
        headings,
        ["A1", "2026-01-02", "", "1", "Kind"],
        ["A2", "", "", "2", "Calm"],
        ["A3", "", "", "2", "Calm"],
    ]
    assert "3 rows = 3 stored" in run(rows)
    before = list(Feedback.objects.values())
    assert "3 rows = 0 stored + 0 refused + 3 seen before" in run(rows)
    assert list(Feedback.objects.values()) == before
    assert ImportBatch.objects.count() == 2


def test_a_row_without_a_date_is_seen_before_on_another_day_too(run, time_machine):
    rows = [["Comment"], ["Kind"]]
    time_machine.move_to(dt.datetime(2026, 10, 5, 12, tzinfo=dt.UTC))
    run(rows)
    time_machine.move_to(dt.datetime(2026, 10, 8, 12, tzinfo=dt.UTC))
    assert "0 stored + 0 refused + 1 seen before" in run(rows)
    assert Feedback.objects.get().received_on == dt.date(2026, 10, 5)


def test_people_who_say_the_same_are_counted_each(run):
    rows = [["Ward", "Comment"], ["", "Good"], ["", "Good"], ["", "Good"]]
    assert "3 stored" in run(rows)
    assert "1 stored + 0 refused + 3 seen before" in run([*rows, ["", "Good"]])


def test_a_changed_row_of_a_known_id_is_refused_and_stops_nothing_else(run):
    run([HEADINGS, ["A1", "2026-01-02", "", "1", "Kind"]])
    printed = run([HEADINGS, ["A1", "2026-01-02", "", "1", "Unkind"], ["A2", "2026-01-02", "", "1", "Calm"]])
    assert "2 rows = 1 stored + 1 refused + 0 seen before" in printed
    assert words() == ["Kind", "Calm"]


def test_a_ward_added_since_does_not_make_an_old_row_look_changed(run, trust):
    rows = [HEADINGS, ["A1", "2026-01-02", "Bramble Ward", "1", "Kind"]]
    assert "1 row names a service we do not know" in run(rows)
    ServiceFactory(organisation=trust, name="Bramble Ward")
    assert "0 stored + 0 refused + 1 seen before" in run(rows)


def test_two_trusts_may_use_the_same_ids(run):
    OrganisationFactory(ods_code="RX8")
    rows = [HEADINGS, ["A1", "2026-01-02", "", "1", "Kind"]]
    run(rows)
    assert "1 stored" in run(rows, organisation="rx8")


def test_an_import_cut_off_half_way_is_finished_by_running_it_again(run, monkeypatch):
    monkeypatch.setattr(load, "CHUNK", 2)
    rows = [["Comment"], *([f"Story {n}"] for n in range(5))]
    receive_many, calls = intake.receive_many, []

    def cut_off(submissions):
        calls.append(submissions)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return receive_many(submissions)

    monkeypatch.setattr(intake, "receive_many", cut_off)
    with pytest.raises(KeyboardInterrupt):
        run(rows)
    batch = ImportBatch.objects.get()
    assert (batch.rows, batch.stored, batch.finished_at) == (2, 2, None)
    assert "5 rows = 3 stored + 0 refused + 2 seen before" in run(rows)
    assert len(set(words())) == Feedback.objects.count() == 5


def test_an_id_another_process_takes_in_the_same_moment_is_refused_by_itself(run, monkeypatch):
    run([HEADINGS, ["A1", "2026-01-02", "", "1", "Kind"]])
    monkeypatch.setattr(load, "_stored", lambda submissions: {})
    rows = [HEADINGS, ["A1", "2026-01-02", "", "1", "Unkind"], ["A2", "2026-01-02", "", "1", "Calm"]]
    assert "2 rows = 1 stored + 1 refused + 0 seen before" in run(rows)
    assert "2 rows = 0 stored + 1 refused + 1 seen before" in run(rows)


def test_a_dry_run_says_what_would_happen_and_leaves_no_trace(run):
    rows = [
        HEADINGS,
        ["A1", "2026-01-02", "", "1", "Kind"],
        ["A1", "2026-01-02", "", "1", "Kind"],
        ["A2", "soon", "", "", ""],
    ]
    assert "3 rows = 1 would be stored (dry run, nothing was) + 1 refused + 1 seen before" in run(
        rows, dry_run=True
    )
    assert (
        not Feedback.objects.exists() and not ImportBatch.objects.exists() and not ColumnMap.objects.exists()
    )


def test_the_map_is_kept_for_next_time_and_printed(run, trust):
    headings = ["Ref", "Story", "Where"]
    with pytest.raises(CommandError, match="No column of words was found"):
        run([headings, ["A1", "Kind", ""]])
    run([headings, ["A1", "Kind", ""]], map=["Story=text", "Ref=id"], service_column="Where")
    assert ColumnMap.objects.get(source="fft", organisation=trust).columns == {
        "text": "Story",
        "id": "Ref",
        "service": "Where",
    }
    printed = run([headings, ["A2", "Calm", ""]])
    assert "text = “Story”, service = “Where”, id = “Ref”" in printed
    assert "1 stored" in printed


def test_a_map_may_be_written_either_way_round_and_leave_a_field_out(run):
    headings = ["Response ID", "Story"]
    run([headings, ["A1", "Kind"], ["A1", "Calm"]], map=["text=Story", "id="])
    assert words() == ["Kind", "Calm"]


def test_a_map_of_no_known_field_names_the_fields(run):
    with pytest.raises(CommandError, match="The fields are: text, what_good"):
        run([["Story"], ["Kind"]], map=["Story=words"])


def test_a_service_is_found_by_name_or_slug_below_the_trust_and_nowhere_else(run, trust):
    site = OrganisationFactory(parent=trust, kind=Kind.SITE, ods_code="RX901")
    ward = ServiceFactory(organisation=site, name="Heron Ward", slug="heron-ward-rx901")
    ServiceFactory(name="Kestrel Ward")  # another trust's
    ServiceFactory(organisation=trust, name="Old Ward", closed_on=dt.date(2025, 12, 31))
    rows = [["Date", "Ward", "Comment"]]
    rows += [
        ["2026-01-02", name, name] for name in ("HERON  WARD", "heron-ward-rx901", "Kestrel Ward", "Old Ward")
    ]
    printed = run(rows)
    assert "2 rows name a service we do not know" in printed and "“Kestrel Ward” (1)" in printed
    placed = dict(Comment.objects.values_list("text", "feedback__service"))
    assert placed == {
        "HERON  WARD": ward.pk,
        "heron-ward-rx901": ward.pk,
        "Kestrel Ward": None,
        "Old Ward": None,
    }
    assert set(Feedback.objects.filter(service=ward).values_list("organisation", flat=True)) == {site.pk}


def test_a_name_two_sites_share_belongs_to_neither_unless_the_row_says_which(run, trust):
    sites = [OrganisationFactory(parent=trust, kind=Kind.SITE, ods_code=code) for code in ("RX901", "RX902")]
    wards = [ServiceFactory(organisation=site, name="Day unit") for site in sites]
    run([["Site code", "Ward", "Comment"], ["", "Day unit", "Kind"], ["RX902", "Day unit", "Calm"]])
    assert dict(Comment.objects.values_list("text", "feedback__service")) == {
        "Kind": None,
        "Calm": wards[1].pk,
    }


def test_a_row_may_name_a_practice_below_the_board_and_no_other(run, tmp_path):
    board = IcbFactory(ods_code="QZZ")
    practice = PracticeFactory(ods_code="Z81234", parent=board)
    PracticeFactory(ods_code="Z89999")
    rows = [
        ["Practice code", "id", "Comment"],
        ["z81234", "1", "Kind"],
        ["Z89999", "1", "Calm"],
        ["", "1", "Warm"],
    ]
    assert "2 stored + 1 refused" in run(rows, organisation="QZZ")
    assert list(Feedback.objects.values_list("source", "organisation")) == [
        ("fft:Z81234", practice.pk),
        ("fft:QZZ", board.pk),
    ]
    assert refusals(tmp_path)[0]["column"] == "Practice code"


def test_what_is_kept_with_a_doubt_is_counted(run):
    printed = run(
        [
            ["Score", "Mode", "Comment"],
            ["7", "pigeon", "Kind"],
            ["Extremely likely", "SMS", "Calm"],
            ["1", "", "Warm"],
        ]
    )
    assert "2 rows had an answer that is not one of the six" in printed
    assert "1 row had a way of collection that is not one of the eight" in printed
    assert "3 rows had no date" in printed
    assert list(Feedback.objects.values_list("fft_answer", flat=True)) == [None, None, 1]


def test_an_unknown_source_or_organisation_is_named(run):
    with pytest.raises(CommandError, match="no source called fax. The sources are: fft"):
        run([["Comment"], ["Kind"]], source="fax")
    with pytest.raises(CommandError, match="no organisation with the code RX7"):
        run([["Comment"], ["Kind"]], organisation="RX7")


def test_a_closed_organisation_names_its_successor(run, trust):
    OrganisationFactory(ods_code="RX8", name="Old Vale Trust", closed_on=days_ago(1), successor=trust)
    with pytest.raises(
        CommandError, match="Old Vale Trust.*Elder Vale Trust took over from it: --organisation RX9"
    ):
        run([["Comment"], ["Kind"]], organisation="RX8")


def test_rows_are_stored_in_batches_with_few_queries(run, django_assert_max_num_queries):
    with django_assert_max_num_queries(40):
        run([HEADINGS, *([f"A{n}", "2026-01-02", "", "1", f"Story {n}"] for n in range(300))])


def test_every_source_has_what_the_shared_code_asks_of_it():
    for name, source in SOURCES.items():
        assert len(f"{name}:RX901RX90") <= Feedback._meta.get_field("source").max_length
        assert set(source.words) <= set(source.fields)
        assert {"date", "service", "organisation", "id"} <= set(source.fields)
        assert all(names for names in source.fields.values())
