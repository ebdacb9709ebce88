"""Pages are read by processes of their own, stored once each, and none is lost whatever dies."""

import subprocess
import sys

import pytest
from django.core.files.base import ContentFile

from feedback import tasks
from feedback.models import Outcome, Scan
from feedback.paper import crew, hands, wire
from feedback.paper.batches import actions
from tests.feedback.paper import scanned
from tests.feedback.paper.scanned import a_code, a_reading

pytestmark = pytest.mark.django_db
READERS = "tests.feedback.paper.scanned:"


def read_as(serials):
    """A reader that gives each page the next serial number."""
    return lambda picture: a_reading("read", a_code(next(serials)), fft_answer="1")


def black(scan):
    """Make a page one that stops `dies` and `hangs`."""
    picture = scanned.a_picture()
    picture.paste(0, (0, 0, 40, 40))
    scan.picture.save("black.jpg", ContentFile(scanned.written(picture, "JPEG")), save=True)


def test_pages_are_read_in_processes_of_their_own_and_stored(page):
    pages = [page() for _ in range(4)]
    read = list(crew.read_waiting(processes=2, reader=READERS + "by_size"))
    assert {scan.pk for scan in read} == {scan.pk for scan in pages}
    assert not Scan.objects.unread().exists()
    assert Scan.objects.filter(outcome=Outcome.READ, claimed_at=None, tries=1).count() == 4


def test_a_page_that_stops_its_reader_is_given_up_after_three_tries_and_the_others_are_read(page):
    bad, good = page(), page()
    black(bad)
    read = list(crew.read_waiting(processes=1, reader=READERS + "dies"))
    assert {scan.pk: scan.outcome for scan in read} == {bad.pk: "unreadable", good.pk: "read"}
    assert Scan.objects.get(pk=bad.pk).why == crew.STOPPED


def test_a_page_that_takes_too_long_is_a_failed_try(page, monkeypatch):
    monkeypatch.setattr(hands, "SECONDS_A_PAGE", 0.5)
    page()
    black(Scan.objects.get())
    with hands.Hands(1, READERS + "hangs", patience=0.5) as some:
        while not some.free:
            assert some.answers(1) == []
        some.give("page", scanned.bytes_of(Scan.objects.get().picture))
        answers = []
        while not answers:
            answers = some.answers(0.2)
    assert answers == [("page", None)]


@pytest.mark.parametrize("reader", ["has_no_weights", "there_is_no_such_reader"])
def test_where_no_page_can_be_read_nothing_is_the_pages_fault(page, reader):
    scan = page()
    if reader == "there_is_no_such_reader":
        reader = "tests.feedback.paper.no_such_module:read"
    else:
        reader = READERS + reader
    with pytest.raises(hands.CannotRead):
        list(crew.read_waiting(processes=1, reader=reader))
    scan.refresh_from_db()
    assert (scan.outcome, scan.claimed_at, scan.tries) == ("", None, 0)


def test_what_is_claimed_by_another_is_left_until_its_holder_is_dead(page):
    scan = page()
    assert crew.claim(5) == [scan]
    assert crew.claim(5) == []
    Scan.objects.update(claimed_at=Scan.objects.get().claimed_at - 2 * actions.CLAIM)
    assert crew.claim(5) == [scan]


def test_a_crew_that_is_stopped_gives_back_its_pages_and_reads_none_twice(page):
    for _ in range(5):
        page()
    serials = iter(range(100))
    reading = crew.read_waiting(reader=read_as(serials))
    done = [next(reading), next(reading)]
    reading.close()
    Scan.objects.unread().update(claimed_at=None)
    done += crew.read_waiting(reader=read_as(serials))
    assert len({scan.pk for scan in done}) == len(done) == 5
    assert next(serials) == 5


def test_pages_are_split_while_others_are_read(page):
    file = page().file
    made = []

    def split():
        for _ in range(3):
            made.append(page(file=file))
            yield

    read = list(crew.read_waiting(processes=1, reader=READERS + "by_size", meanwhile=split()))
    assert len(read) == 4 and len(made) == 3


def test_pages_of_a_command_are_left_to_it(page, trust, add):
    batch = actions.open_batch(organisation=trust, source="command")
    page(to=batch)
    assert crew.claim(5) == [] and actions.claim_file() is None
    assert len(crew.claim(5, files=batch.files.all())) == 1


def test_nothing_waiting_starts_no_process(page, monkeypatch):
    monkeypatch.setattr(hands, "Hands", None)
    assert list(crew.read_waiting()) == []


def test_a_task_reads_what_waits_and_asks_no_more_than_its_time(page, monkeypatch):
    page()
    monkeypatch.setattr(hands, "READER", READERS + "by_size")
    tasks.read_pages_waiting()
    assert Scan.objects.get().outcome == Outcome.READ


def test_a_task_splits_what_waits(add, quickly_apart):
    add(scanned.pdf("one", "two"))
    tasks.split_waiting()
    assert Scan.objects.unread().count() == 2


def test_the_heavy_libraries_are_not_loaded_with_the_crew():
    code = (
        "import django, sys; django.setup()\n"
        "import feedback.paper.crew, feedback.paper.urls, feedback.tasks, feedback.paper.retention\n"
        "import feedback.paper.batches.urls, feedback.paper.batches.run, feedback.paper.folder\n"
        "heavy = {'cv2', 'numpy', 'onnxruntime', 'rapidocr', 'pypdfium2', 'pikepdf', 'PIL', 'sklearn'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True,
        env={"DJANGO_SETTINGS_MODULE": "patientview.settings", "PATH": "/usr/bin"},
    )  # fmt: skip
    assert done.stdout.strip() == "[]", done.stderr[-500:]


@pytest.mark.parametrize("cut", [0, 1, 7, 8, 20])
def test_messages_come_whole_or_not_at_all(cut):
    message = wire.packed({"a": 1}, b"one", b"")
    inbox = wire.Inbox()
    inbox.add(message[:cut])
    assert inbox.take() is None
    inbox.add(message[cut:])
    assert inbox.take() == ({"a": 1}, [b"one", b""]) and inbox.take() is None


@pytest.mark.parametrize(
    "said", [b"\xff" * 20, b"\0\0\0\2\0\0\0\0{}", b"\0\0\0\1\0\0\0\0[", b'\0\0\0\x0e\0\0\0\0{"blobs": [4]}']
)
def test_what_is_no_message_is_refused(said):
    inbox = wire.Inbox()
    inbox.add(said)
    with pytest.raises(wire.Broken):
        inbox.take()
