"""Files come in: known by their bytes, kept under names of our own, split into pages once."""

import pytest

from feedback.models import Outcome, Scan, ScanFile
from feedback.paper.batches import actions
from feedback.paper.files import kinds
from feedback.paper.files.apart import Page
from tests.factories import OrganisationFactory
from tests.feedback.paper import scanned
from tests.feedback.paper.scanned import bytes_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quickly_apart")]


def test_a_file_is_kept_under_a_name_of_our_own_with_the_bytes_it_had(add):
    content = scanned.pdf("one")
    file = add(content, "Mrs Invented complaint.pdf").file
    assert "Invented" not in file.original.name and file.original.name.endswith(".pdf")
    assert bytes_of(file.original) == content
    assert (file.name, file.size) == ("Mrs Invented complaint.pdf", len(content))


def test_the_same_bytes_in_the_same_batch_are_told_and_kept_once(add):
    first = add(scanned.pdf("one"), "a.pdf")
    again = add(scanned.pdf("one"), "b.pdf")
    assert not first.again and again.again and again.file == first.file
    assert ScanFile.objects.count() == 1


def test_bytes_sent_before_in_the_organisation_are_listed_and_not_read_again(add, trust):
    first = add(scanned.pdf("one", "two")).file
    other = actions.open_batch(organisation=trust, source="upload")
    second = add(scanned.pdf("one", "two"), to=other).file
    assert second.same_as == first and not second.original
    # the first is not split yet: the second waits for it
    assert actions.claim_file() == first
    assert actions.split(second) == 0
    assert actions.split(first) == 2
    assert actions.split(second) == 2
    assert [scan.outcome for scan in second.scans.all()] == [Outcome.SEEN_BEFORE] * 2
    assert [scan.twin for scan in second.scans.order_by("number")] == list(first.scans.order_by("number"))
    assert Scan.objects.unread().count() == 2


def test_another_organisation_never_learns_what_was_sent_elsewhere(add):
    add(scanned.pdf("one"))
    elsewhere = actions.open_batch(organisation=OrganisationFactory(), source="upload")
    assert add(scanned.pdf("one"), to=elsewhere).file.same_as is None


def test_what_is_refused_says_why_and_is_not_kept(add):
    file = add(b"hello", "letter.docx").file
    assert (file.refused, file.original.name, file.pages) == (kinds.NOT_TAKEN, "", 0)
    assert file.split_at and actions.claim_file() is None


def test_a_file_that_was_refused_is_looked_at_again_in_another_batch(add, trust):
    add(b"hello")
    other = actions.open_batch(organisation=trust, source="upload")
    assert add(b"hello", to=other).file.same_as is None


def test_split_makes_a_page_each_and_twice_makes_no_more(add):
    file = add(scanned.pdf("one", "two", "three")).file
    assert actions.split(file) == 3
    assert actions.split(ScanFile.objects.get(pk=file.pk)) == 3
    assert list(file.scans.values_list("number", "outcome")) == [(1, ""), (2, ""), (3, "")]
    assert bytes_of(file.scans.first().picture).startswith(b"\xff\xd8")


def test_a_split_that_was_stopped_goes_on_where_it_was(add, monkeypatch):
    file = add(scanned.pdf("one", "two", "three")).file
    pages = actions.split_slowly(file)
    first = next(pages)
    pages.close()
    asked = []
    real = actions.take_apart
    monkeypatch.setattr(
        actions, "take_apart", lambda path, after: [asked.append(after), *real(path, after)][1:]
    )
    again = ScanFile.objects.get(pk=file.pk)
    assert actions.split(again) == 3 and again.scans.count() == 3
    assert again.scans.first() == first and asked == [0]


def test_a_page_that_is_broken_is_unreadable_and_the_others_are_not_lost(add, monkeypatch):
    said = [Page(1, 2, b"", "It is broken."), Page(2, 2, scanned.jpeg("two"), "")]
    monkeypatch.setattr(actions, "take_apart", lambda *_: said)
    file = add(scanned.pdf("one")).file
    assert actions.split(file) == 2
    assert list(file.scans.values_list("outcome", "why")) == [("unreadable", "It is broken."), ("", "")]


def test_a_file_refused_when_it_is_opened_says_why(add):
    file = add(b"%PDF-1.4\n" + bytes(range(256))).file
    assert actions.split(file) == 0
    assert "damaged" in ScanFile.objects.get(pk=file.pk).refused
    assert file.split_at


def test_a_disk_that_is_away_is_no_fault_of_the_file(add):
    file = add(scanned.pdf("one")).file
    file.original.storage.delete(file.original.name)
    with pytest.raises(FileNotFoundError):
        actions.split(file)
    assert ScanFile.objects.unsplit().get() == file and not ScanFile.objects.get().refused


def test_a_file_is_claimed_once_until_its_holder_is_dead(add):
    file = add(scanned.pdf("one")).file
    assert actions.claim_file() == file
    assert actions.claim_file() is None
    long_ago = ScanFile.objects.get().claimed_at - actions.CLAIM * 2
    ScanFile.objects.update(claimed_at=long_ago)
    assert actions.claim_file() == file
