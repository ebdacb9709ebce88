"""The command: a line for every page, once, however often it is stopped and run again."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from feedback.models import Outcome, Scan, ScanBatch, ScanFile
from feedback.paper import crew, hands, store
from feedback.paper.batches import run
from tests.factories import ServiceFactory, days_ago
from tests.feedback.paper import scanned
from tests.feedback.paper.scanned import a_code, a_reading

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quickly_apart", "here")]
KEYS = {"file", "page", "outcome", "form", "version", "service", "serial", "fields", "seconds"}


class Killed(BaseException):
    """What kill -9 would do, as far as this process can tell."""


@pytest.fixture
def begun():
    """The pages that were read, by their bytes."""
    return []


@pytest.fixture
def here(monkeypatch, begun, trust):
    """Pages are read in this process, each a card with a serial of its own, and are noted in `begun`."""
    ward = ServiceFactory(organisation=trust, slug="bramble-ward")

    def read(picture):
        if len(begun) == stop_after[0]:
            raise Killed
        begun.append(picture)
        return a_reading(
            "read", a_code(len(begun), service=ward.pk), b"", b"", fft_answer="1", name="Invented"
        )

    real, stop_after = crew.read_waiting, [None]
    monkeypatch.setattr(
        run.crew, "read_waiting", lambda *, reader, processes, **given: real(reader=read, **given)
    )
    monkeypatch.setattr(run.Run, "_whose", lambda self, new: trust)
    monkeypatch.setattr("feedback.paper.settle.settle_ready", lambda: 0)
    monkeypatch.setattr(store, "alike", lambda one, other: 0.0)
    return stop_after


@pytest.fixture
def scans(tmp_path):
    """A folder with two files of five pages together."""
    folder = tmp_path / "scans"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(scanned.pdf("one", "two", "three"))
    (folder / "b.tif").write_bytes(scanned.tiff("four", "five"))
    (folder / "notes.txt").write_text("not a scan")
    return folder


def lines_of(*given, **options):
    out = io.StringIO()
    call_command("read_scans", *map(str, given), stdout=out, stderr=io.StringIO(), **options)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def pages(lines):
    return sorted((line["file"].rpartition("/")[2], line["page"]) for line in lines)


ALL = [("a.pdf", 1), ("a.pdf", 2), ("a.pdf", 3), ("b.tif", 1), ("b.tif", 2)]


def test_every_page_is_a_line_with_all_that_was_read(scans, trust):
    lines = lines_of(scans)
    assert pages(lines) == ALL
    assert all(set(line) == KEYS for line in lines)
    one = lines[0]
    assert (one["outcome"], one["form"], one["version"], one["service"]) == (
        "read",
        "card",
        1,
        "bramble-ward",
    )
    assert one["fields"]["name"] == {"value": "Invented", "confidence": 0.95}
    batch = ScanBatch.objects.get()
    assert (batch.source, batch.organisation) == ("command", trust)


def test_options_are_kept_with_the_batch(scans, trust):
    lines_of(scans, organisation="rx1", scanner="Copier", received_on=days_ago(4))
    batch = ScanBatch.objects.get()
    assert (batch.scanner, batch.received_on) == ("Copier", days_ago(4))


def test_the_same_again_prints_what_is_stored_and_reads_nothing(scans, begun):
    first, read = lines_of(scans), len(begun)
    assert sorted(map(str, lines_of(scans))) == sorted(map(str, first))
    assert len(begun) == read and ScanBatch.objects.count() == 1


def test_the_same_bytes_under_another_path_were_seen_before(scans, tmp_path, begun):
    lines_of(scans)
    copy = tmp_path / "copy.pdf"
    copy.write_bytes((scans / "a.pdf").read_bytes())
    lines = lines_of(copy)
    assert [(line["outcome"], line["fields"], line["form"]) for line in lines] == [
        ("seen_before", {}, "card")
    ] * 3
    assert len(begun) == 5


def test_a_copy_in_the_same_folder_was_seen_before_now_and_the_next_time(scans, begun):
    (scans / "c.pdf").write_bytes((scans / "a.pdf").read_bytes())
    for _ in range(2):
        lines = lines_of(scans)
        assert pages(lines) == [*ALL, ("c.pdf", 1), ("c.pdf", 2), ("c.pdf", 3)]
        outcomes = {line["outcome"] for line in lines if line["file"].endswith("c.pdf")}
        assert outcomes == {"seen_before"}
    assert len(begun) == 5


@pytest.mark.parametrize("stop", [0, 1, 3, 4])
def test_stopped_at_any_page_it_goes_on_and_ends_with_one_line_a_page(scans, tmp_path, begun, here, stop):
    out = tmp_path / "out.ndjson"
    here[0] = stop
    with pytest.raises(Killed):
        lines_of(scans, json=str(out))
    with out.open("a") as torn:
        torn.write('{"file": "a.pdf", "pa')
    here[0] = None
    lines_of(scans, json=str(out))
    lines = [json.loads(line) for line in out.read_text().splitlines()]
    assert pages(lines) == ALL
    assert len(begun) == len(set(begun)) == 5  # none twice, none lost
    assert ScanBatch.objects.count() == 1 and ScanFile.objects.count() == 2


def test_a_page_stored_without_its_line_is_written_from_the_database(scans, tmp_path, begun):
    out = tmp_path / "out.ndjson"
    lines_of(scans, json=str(out))
    whole = out.read_text().splitlines(keepends=True)
    out.write_text("".join(whole[:2]))
    lines_of(scans, json=str(out))
    assert sorted(out.read_text().splitlines(keepends=True)) == sorted(whole)
    assert len(begun) == 5


def test_a_file_that_changed_is_read_anew_and_its_old_lines_go(scans, tmp_path, begun):
    out = tmp_path / "out.ndjson"
    lines_of(scans, json=str(out))
    (scans / "b.tif").write_bytes(scanned.tiff("six"))
    lines_of(scans, json=str(out))
    assert pages(map(json.loads, out.read_text().splitlines())) == ALL[:4]
    assert len(begun) == 6


def test_the_lines_are_for_their_owner_alone(scans, tmp_path):
    out = tmp_path / "out.ndjson"
    lines_of(scans, json=str(out))
    assert out.stat().st_mode & 0o777 == 0o600


def test_what_is_refused_is_told_and_the_others_are_read(scans, capsys):
    (scans / "bad.pdf").write_bytes(b"hello")
    out, told = io.StringIO(), io.StringIO()
    call_command("read_scans", str(scans), stdout=out, stderr=told)
    assert len(out.getvalue().splitlines()) == 5
    assert "bad.pdf was not taken. It is not a PDF" in told.getvalue()
    assert "5 pages = 5 read" in told.getvalue()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["no-such-file.pdf"], "There is no file or folder called no-such-file.pdf"),
        ([".", "--organisation", "ZZZ9"], "There is no organisation with the code ZZZ9"),
    ],
)
def test_a_mistake_is_told_in_plain_words(scans, monkeypatch, given, says):
    monkeypatch.chdir(scans)
    with pytest.raises(CommandError, match=says):
        call_command("read_scans", *given, stderr=io.StringIO())


def test_an_empty_folder_is_told(tmp_path):
    with pytest.raises(CommandError, match="There are no scans there"):
        call_command("read_scans", str(tmp_path))


@pytest.mark.parametrize("code", [a_code(1), a_code(1, organisation="ZZZ9"), ""])
def test_whose_forms_they_are_is_read_from_the_first_code(scans, trust, monkeypatch, code):
    monkeypatch.undo()
    reading = a_reading("read", code, fft_answer="1")

    class OneHand:
        def __init__(self, count, reader):
            self.free, self.jobs = 1, []

        def __enter__(self):
            return self

        def __exit__(self, *_):
            pass

        def give(self, job, picture):
            self.free, self.jobs = 0, [job]

        def answers(self, wait):
            jobs, self.free, self.jobs = self.jobs, 1, []
            return [(job, reading) for job in jobs]

    monkeypatch.setattr(hands, "Hands", OneHand)
    one = run.Run([run.Given(scans / "b.tif", "b.tif")])
    monkeypatch.setattr(run, "take_apart", lambda path: [run_page(number) for number in (1, 2)])
    if code == a_code(1):
        assert one._whose(one.given) == trust
    else:
        with pytest.raises(run.NobodysForms):
            one._whose(one.given)


def run_page(number):
    from feedback.paper.files.apart import Page

    return Page(number, 2, b"picture", "")


def test_pages_that_could_not_be_taken_out_are_lines_too(scans, monkeypatch):
    (scans / "c.jpg").write_bytes(scanned.jpeg("broken")[:-200])
    lines = lines_of(scans)
    broken = [line for line in lines if line["file"].endswith("c.jpg")]
    assert [line["outcome"] for line in broken] == [Outcome.UNREADABLE]
    assert Scan.objects.get(outcome=Outcome.UNREADABLE).why
