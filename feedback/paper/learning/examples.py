"""Pages with the truth beside them, as the reader sees them: what a network is taught with."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from feedback.paper.layout import FieldKind, Layout
from feedback.paper.reading import combs, features, letters, snap, strikes
from feedback.paper.reading.agree import distance
from feedback.paper.reading.fields import CONTACT
from feedback.paper.reading.page import straight_page
from feedback.paper.reading.paper import Page
from feedback.paper.reading.ticks import KINDS

LOST = -1
UNKNOWN = "unknown"  # the mark of a box of which nobody said what is in it
WIDE, HIGH, ROUND_MOST = (features.NAMES.index(name) for name in ("faint wide", "faint high", "round most"))
DUST = 0.14  # of a box: what is neither wider nor higher is no mark that is left


@dataclass
class Boxes:
    """Boxes to tick: a row of `features` each, which of KINDS it is, and the question (a number) it belongs to.

    A question has its true value, its boxes' values, its page (a number), and whether that is black and
    white. A mark of which nothing is left on the scan is LOST: it can teach nothing.
    """

    rows: list[np.ndarray] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)
    questions: list[int] = field(default_factory=list)
    truths: list[str] = field(default_factory=list)
    values: list[list[str]] = field(default_factory=list)
    one_bit: list[bool] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)

    def visible(self) -> tuple[np.ndarray, np.ndarray]:
        """(rows, kinds) of the boxes that can teach: float32 and whole numbers."""
        kinds = np.array(self.kinds)
        return np.array(self.rows, np.float32)[kinds != LOST], kinds[kinds != LOST]

    def add(self, page: Page, layout: Layout, number: int, truth: dict) -> None:
        """The boxes of one page. `truth` is that of the generator: fields {name: {value, marks}}. A question that
        it leaves out is left out."""
        both = snap.ticked_boxes(layout, number)
        if not both:
            return
        rows = features.measure(page, snap.snapped(page.white, [choice.box for _, choice in both]))
        before, sheet = None, self.pages[-1] + 1 if self.pages else 0
        for (one, choice), row in zip(both, rows, strict=True):
            if one.name not in truth["fields"]:
                continue
            told = truth["fields"][one.name]
            if one is not before:
                before = one
                self.truths.append(told["value"])
                self.values.append([each.value for each in one.choices])
                self.one_bit.append(page.one_bit)
                self.pages.append(sheet)
            self.rows.append(row)
            self.kinds.append(_kind(told["marks"].get(choice.value, ""), row))
            self.questions.append(len(self.truths) - 1)


@dataclass
class Words:
    """Boxes of words: what their confidence is made of, and the share of letters that were wrong.

    `held` counts those in which a word may be crossed out: no confidence lets them pass, so they teach nothing.
    """

    numbers: list[tuple[float, ...]] = field(default_factory=list)
    errors: list[float] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)
    wrong: list[int] = field(default_factory=list)
    dates: list[tuple[float, bool]] = field(default_factory=list)
    held: int = 0

    def add(self, page: Page, layout: Layout, number: int, truth: dict) -> None:
        """The words and the dates of one page."""
        for one in layout.on_page(number):
            value = truth["fields"][one.name]["value"]
            if one.kind == FieldKind.DATE and value:
                self._add_date(combs.read_cells(page, one), value)
            elif one.kind == FieldKind.TEXT and value and one.name not in CONTACT:
                read = letters.read_text(page, one.box, twice=True, language=layout.language)
                if read.numbers:
                    self._add_words(read, value)

    def _add_date(self, read: combs.CombRead, value: str) -> None:
        if not read.text:
            return  # a scan that lost it: no sureness of figures can tell
        year, month, day = value.split("-")
        self.dates.append((read.confidence, read.text == day + month + year))

    def _add_words(self, read: letters.TextRead, value: str) -> None:
        said, meant = " ".join(read.value.split()), " ".join(value.split())
        wrong = distance(said, meant)
        self.wrong.append(wrong)
        self.lengths.append(len(meant))
        if read.crossed_out >= strikes.doubted_from():
            self.held += 1
            return
        self.numbers.append(read.numbers)
        self.errors.append(wrong / max(len(meant), 1))


def gather(pages: Iterable[tuple[bytes, dict]], *collections: Boxes | Words) -> int:
    """Add every page that the reader can set straight. Gives how many it could not."""
    lost = 0
    for picture, truth in pages:
        straight = straight_page(picture)
        if straight is None:
            lost += 1
            continue
        for collection in collections:
            collection.add(*straight, truth)
    return lost


def _kind(mark: str, row: np.ndarray) -> int:
    if mark == UNKNOWN:
        return LOST
    if mark and mark != "dot" and max(row[WIDE], row[HIGH]) < DUST and row[ROUND_MOST] < DUST / 10:
        return LOST
    return KINDS.index("solid" if mark == "solid" else "mark" if mark else "empty")
