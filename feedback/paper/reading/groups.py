"""From the boxes of a question to its answer: a table of decisions, and no more. Pure.

The rule printed on the form: tick one box; a wrong box is filled in solid, and the right one ticked.
"""

from dataclasses import dataclass, replace

TWO = "Two boxes are ticked"
MORE = "More than one box is ticked"
NONE = "No box is ticked"
NONE_ONE_BIT = "No box is ticked, and black and white scans lose faint ticks"
FAINT = "The tick is faint"
UNSURE = "It is not clear which box is ticked"
PERHAPS = "A box may be ticked faintly"
NONE_ON_PAGE = "No box on this page is ticked: are the ticks too faint to see?"
ONLY_SOLID = "A box is filled in solid and no other is ticked"


@dataclass(frozen=True)
class BoxRead:
    """One box: how likely it is empty, marked or filled in solid (together 1), and the value it stands for."""

    value: str
    empty: float
    mark: float
    solid: float

    @property
    def kind(self) -> str:
        return max(("empty", "mark", "solid"), key=lambda kind: getattr(self, kind))

    @property
    def sureness(self) -> float:
        return max(self.empty, self.mark, self.solid)


@dataclass(frozen=True)
class Sureness:
    """How sure a group must be to pass unseen: one that is answered, and one left blank."""

    answered: float
    blank: float


@dataclass(frozen=True)
class Answer:
    """What a group says. `value` is "" for blank, and the likeliest where a person must look."""

    value: str
    confidence: float
    trusted: bool
    why: str = ""


def decide(boxes: list[BoxRead], sure: Sureness, *, one_bit: bool) -> Answer:
    """The answer of one question. Whatever is doubtful goes to a person, with the reason in words."""
    confidence = 1.0
    for box in boxes:
        confidence *= box.sureness
    marked = [box for box in boxes if box.kind == "mark"]
    solid = [box for box in boxes if box.kind == "solid"]
    if len(marked) > 1:
        return Answer("", confidence, False, TWO if len(marked) == 2 else MORE)
    if marked:
        return _one(marked[0], confidence, sure)
    if solid:
        return Answer(solid[0].value if len(solid) == 1 else "", confidence / 2, False, ONLY_SOLID)
    return _blank(boxes, confidence, sure, one_bit)


def decide_page(questions: list[list[BoxRead]], sure: Sureness, *, one_bit: bool) -> list[Answer]:
    """The answers of all questions of a page.

    Copiers and scanners that lose one faint tick lose them all: a page on which nothing at all is
    ticked goes to a person, however surely each box is blank.
    """
    answers = [decide(boxes, sure, one_bit=one_bit) for boxes in questions]
    if any(box.kind != "empty" for boxes in questions for box in boxes):
        return answers
    return [replace(one, trusted=False, why=one.why or NONE_ON_PAGE) for one in answers]


def _one(box: BoxRead, confidence: float, sure: Sureness) -> Answer:
    if confidence >= sure.answered:
        return Answer(box.value, confidence, True)
    return Answer(box.value, confidence, False, FAINT if box.empty > box.solid + 0.02 else UNSURE)


def _blank(boxes: list[BoxRead], confidence: float, sure: Sureness, one_bit: bool) -> Answer:
    if one_bit:
        return Answer("", confidence, False, NONE_ONE_BIT)
    if confidence >= sure.blank:
        return Answer("", confidence, True)
    doubtful = max(boxes, key=lambda box: box.mark, default=None)
    faint = doubtful is not None and doubtful.mark > 0.05
    return Answer("", confidence, False, PERHAPS if faint else NONE)
