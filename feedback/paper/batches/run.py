"""One run of `read_scans`: files in, pages read, lines out; stopped at any moment, it goes on where it was."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from feedback.models import Outcome, Scan, ScanBatch, ScanFile
from feedback.paper import crew, hands
from feedback.paper.batches import answers
from feedback.paper.batches.actions import add_file, fingerprint, open_batch, split_slowly
from feedback.paper.files import Refused
from feedback.paper.files.apart import take_apart
from feedback.paper.payload import NotOurs
from feedback.paper.payload import read as read_payload
from organisations.models import Organisation

CHUNK = 200  # pages fetched at a time
LOOKED_AT = 50  # pages, at most, to learn whose forms they are


class NobodysForms(Exception):
    """No page says whose forms these are."""


@dataclass
class Given:
    """One path that was given. `file` is what is stored of it; `copy_of` the file of the run it is a copy of."""

    path: Path
    shown: str
    sha256: str = ""
    file: ScanFile | None = None
    copy_of: ScanFile | None = None

    @property
    def name(self):
        """How the database knows it: the whole path, so that the same bytes elsewhere are another file."""
        return str(self.path.resolve())[-200:]


@dataclass
class Run:
    """`given` are the files, in order; `options` what a batch is opened with (organisation may be missing)."""

    given: list[Given]
    options: dict = field(default_factory=dict)
    processes: int | None = None
    reader: str | None = None

    def recognise(self) -> list[Given]:
        """Find what an earlier run stored of the same paths and bytes. Returns those that are new."""
        for one in self.given:
            with one.path.open("rb") as content:
                one.sha256, _ = fingerprint(content)
            one.file = (
                ScanFile.objects.filter(
                    sha256=one.sha256, name=one.name, batch__source=ScanBatch.Source.COMMAND
                )
                .select_related("batch__organisation")
                .order_by("id")
                .first()
            )
        return [one for one in self.given if one.file is None]

    def store(self) -> None:
        """Keep the new files in a batch. Raises NobodysForms if it cannot be told whose they are."""
        new = [one for one in self.given if one.file is None]
        if not new:
            return
        batch = self._batch(new)
        for one in new:
            with one.path.open("rb") as content:
                added = add_file(batch=batch, name=one.name, content=content)
            if added.again and added.file.name != one.name:
                one.copy_of = added.file
            else:
                one.file = added.file

    def read(self) -> Iterator[tuple[Given, Scan, str]]:
        """Every page, each once, as it is known: (its file, the page, the outcome to write)."""
        by_file = {one.file.pk: one for one in self.given if one.file}
        crew.release(by_file)
        told = set()
        for scan in self._reading(by_file):
            told.add(scan.pk)
            yield by_file[scan.file_id], scan, ""
        # Pages that were never to be read: broken ones, and those of files sent before.
        for scan in self._stored(by_file, told):
            yield by_file[scan.file_id], scan, ""
        for one in self.given:
            if one.copy_of:
                for scan in self._stored([one.copy_of.pk]):
                    yield one, scan, Outcome.SEEN_BEFORE

    def known_pages(self) -> int:
        """How many pages there are, as far as is known by now."""
        files = ScanFile.objects.filter(pk__in=[(one.file or one.copy_of).pk for one in self.given])
        pages = dict(files.values_list("pk", "pages"))
        return sum(pages[(one.file or one.copy_of).pk] for one in self.given)

    def refused(self) -> list[tuple[str, str]]:
        """(path, reason) of the files that were not taken."""
        rows = ScanFile.objects.in_bulk([(one.file or one.copy_of).pk for one in self.given])
        found = [(one.shown, rows[(one.file or one.copy_of).pk].refused) for one in self.given]
        return [(shown, why) for shown, why in found if why]

    def _split(self, by_file):
        for file in ScanFile.objects.unsplit().filter(pk__in=by_file).select_related("batch", "same_as"):
            if file.same_as:
                # It may have been sent to the website a moment ago.
                yield from split_slowly(file.same_as)
            yield from split_slowly(file)

    def _reading(self, by_file):
        """The pages that are known, then the others as they are read."""
        yield from self._stored(by_file)
        yield from crew.read_waiting(
            files=list(by_file), processes=self.processes, reader=self.reader, meanwhile=self._split(by_file)
        )

    def _stored(self, files, told=frozenset()):
        pages = Scan.objects.filter(file__in=files).exclude(outcome="").order_by("file_id", "number")
        left = [pk for pk in pages.values_list("pk", flat=True) if pk not in told] if told else None
        if left is None:
            yield from answers.with_answers(pages).iterator(chunk_size=CHUNK)
            return
        for at in range(0, len(left), CHUNK):
            yield from answers.with_answers(pages.filter(pk__in=left[at : at + CHUNK]))

    def _batch(self, new):
        """The unfinished batch of an earlier run of the same files today, or a new one."""
        asked = {key: value for key, value in self.options.items() if value}
        for one in self.given:
            if one.file and all(getattr(one.file.batch, key) == value for key, value in asked.items()):
                return one.file.batch
        if "organisation" not in asked:
            asked["organisation"] = self._whose(new)
        return open_batch(source=ScanBatch.Source.COMMAND, **asked)

    def _whose(self, new):
        """The organisation that the first readable code names."""
        pictures = self._pictures(new)
        count = self.processes or 1
        with hands.Hands(count, self.reader or hands.READER) as some:
            left, over = LOOKED_AT, False
            while not over or some.jobs:
                while some.free and not over:
                    picture = next(pictures, None) if left else None
                    over, left = picture is None, left - 1
                    if not over:
                        some.give(left, picture)
                for _, reading in some.answers(1):
                    if reading and (found := _named(reading.payload)):
                        return found
        raise NobodysForms

    def _pictures(self, new):
        for one in new:
            try:
                for page in take_apart(one.path):
                    if page.picture and not page.why:
                        yield page.picture
            except Refused:
                continue


def _named(payload):
    try:
        return Organisation.objects.filter(ods_code=read_payload(payload).organisation).first()
    except NotOurs:
        return None
