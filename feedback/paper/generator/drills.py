"""Piles full of what is hard, so that there is enough of it to learn from: rings, dots, faint pencil, crossed-out words."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from random import Random

from feedback.paper.generator import words
from feedback.paper.generator.answers import SLIPS, Person
from feedback.paper.generator.chance import drawn
from feedback.paper.generator.hands import Hand
from feedback.paper.generator.marks import Pen


@dataclass(frozen=True)
class Drill:
    """How often each hard thing happens. An empty table leaves it as it is."""

    marks: Mapping[str, int] = field(default_factory=dict)
    pens: Mapping[str, int] = field(default_factory=dict)
    strikes: Mapping[str, int] = field(default_factory=dict)
    crosses_out: float = 0.06
    slips: tuple[str, ...] = SLIPS

    def change(self, person: Person, hand: Hand, source: Random) -> tuple[Person, Hand]:
        """The same person and hand with the drill's ways. A person who writes nothing goes on writing nothing."""
        if self.marks:
            person = replace(person, mark=drawn(source, self.marks))
        if self.pens:
            hand = replace(hand, pen=Pen.drawn(source, drawn(source, self.pens)))
        if self.strikes:
            hand = replace(hand, strikes=drawn(source, self.strikes))
        return replace(person, crosses_out=self.crosses_out, slips=self.slips), hand


def _plain_words() -> tuple[str, ...]:
    """Words that occur, each once: people cross out right words too."""
    said = " ".join((*words.PRAISE, *words.WISHES, *words.STORIES))
    return tuple(sorted({word for word in said.split() if word.isalpha() and len(word) > 1}))


WORDS = SLIPS + _plain_words()  # that somebody may write and cross out

DRILLS = {
    "boxes": Drill(
        marks={"ring": 30, "dot": 30, "cross": 14, "tick": 12, "slash": 8, "sloppy": 6},
        pens={"faint pencil": 35, "pencil": 25, "blue biro": 20, "black biro": 12, "felt tip": 8},
    ),
    "crossed out": Drill(strikes={"lines": 45, "loose": 40, "wave": 15}, crosses_out=0.6, slips=WORDS),
    "scrawled out": Drill(strikes={"zigzag": 50, "cross": 50}, crosses_out=0.6, slips=WORDS),
}
