"""The watched folder: what is ready is taken in once, what is not stays, what is refused says why."""

import os
import time

import pytest

from feedback.models import ScanBatch, ScanFile
from feedback.paper import folder
from feedback.paper.batches.actions import split
from tests.feedback.paper import scanned

pytestmark = pytest.mark.django_db


@pytest.fixture
def watched(tmp_path, trust):
    root = tmp_path / "watched"
    (root / "rx1").mkdir(parents=True)
    return root


def put(watched, name, content, quiet=60, code="rx1"):
    path = watched / code / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    os.utime(path, (time.time() - quiet,) * 2)
    return path


def test_a_file_is_taken_in_and_moved(watched, trust):
    path = put(watched, "a.pdf", scanned.pdf("one"))
    assert folder.collect(watched) == 1
    batch = ScanBatch.objects.get()
    assert (batch.organisation, batch.source, batch.files.get().name) == (trust, "folder", "a.pdf")
    assert not path.exists() and (watched / "rx1" / "taken" / "a.pdf").exists()
    assert folder.collect(watched) == 0


def test_a_file_that_is_still_written_to_is_left_alone(watched):
    path = put(watched, "a.pdf", scanned.pdf("one"), quiet=2)
    assert folder.collect(watched) == 0 and path.exists()


def test_files_that_come_soon_after_are_of_the_same_batch(watched):
    for name in ("a.pdf", "b.pdf"):
        put(watched, name, scanned.pdf(name))
        folder.collect(watched)
    assert ScanBatch.objects.count() == 1 and ScanFile.objects.count() == 2


def test_a_file_that_is_refused_says_why_beside_it(watched):
    put(watched, "a.pdf", b"hello")
    folder.collect(watched)
    refused = watched / "rx1" / "refused"
    assert (refused / "a.pdf").read_bytes() == b"hello"
    assert "not a PDF" in (refused / "a.pdf.why.txt").read_text()


def test_a_file_that_is_refused_when_it_is_opened_says_why_beside_it_too(watched):
    import pikepdf

    locked = watched / "locked.pdf"
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(locked, encryption=pikepdf.Encryption(user="a", owner="b"))
    put(watched, "a.pdf", locked.read_bytes())
    put(watched, "b.pdf", scanned.pdf("one"))
    assert folder.collect(watched) == 2
    for file in ScanFile.objects.all():
        split(file)
    folder.collect(watched)
    refused, taken = watched / "rx1" / "refused", watched / "rx1" / "taken"
    assert sorted(one.name for one in refused.iterdir()) == ["a.pdf", "a.pdf.why.txt"]
    assert "locked with a password" in (refused / "a.pdf.why.txt").read_text()
    assert [one.name for one in taken.iterdir()] == ["b.pdf"]
    folder.collect(watched)
    assert len(list(refused.iterdir())) == 2


def test_a_folder_of_nobody_says_so(watched):
    put(watched, "a.pdf", scanned.pdf("one"), code="zzz9")
    assert folder.collect(watched) == 0
    assert "no open organisation with the code zzz9" in (watched / "zzz9/refused/a.pdf.why.txt").read_text()
    assert not ScanFile.objects.exists()


def test_a_crash_before_the_move_takes_nothing_twice(watched, monkeypatch):
    put(watched, "a.pdf", scanned.pdf("one"))

    def crash(*_):
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr(folder, "_move", crash)
        with pytest.raises(OSError):
            folder.collect(watched)
    folder.collect(watched)
    assert ScanFile.objects.count() == 1 and (watched / "rx1/taken/a.pdf").exists()


def test_nothing_that_was_moved_is_written_over(watched):
    for text in ("one", "two"):
        put(watched, "a.pdf", scanned.pdf(text))
        folder.collect(watched)
    assert sorted(path.name for path in (watched / "rx1/taken").iterdir()) == ["a-1.pdf", "a.pdf"]


def test_links_and_hidden_files_are_left_alone(watched, tmp_path):
    outside = tmp_path / "outside.pdf"
    outside.write_bytes(scanned.pdf("one"))
    (watched / "rx1" / "link.pdf").symlink_to(outside)
    put(watched, ".a.pdf", scanned.pdf("one"))
    assert folder.collect(watched, now=time.time() + 1000) == 0


@pytest.mark.parametrize("root", [None, "/no/such/folder"])
def test_without_a_folder_there_is_nothing_to_do(settings, root):
    settings.SCANS_DIR = root
    assert folder.collect() == 0
