"""Placing things on the pages of a form, from top to bottom, in the order of reading. Pure; millimetres.

The words that ask for a field come just before it, and the words of its boxes just after those, in
order: whoever draws or reads the form aloud may rely on it.
"""

from dataclasses import dataclass, field

from feedback.paper.form.measuring import height
from feedback.paper.form.measuring import width as wide
from feedback.paper.form.wording import Asked
from feedback.paper.layout import Box, Choice, Field, FieldKind, Mark, Words

WIDTH, HEIGHT = 210.0, 297.0
MARKER = 9.0
EDGE = 8.0  # so that a photocopier keeps the markers
APART = 4.0  # nothing comes nearer to a marker or a code
DATAMATRIX, QR = 20.0, 25.0  # 25 mm holds a QR code of 33 modules at 0.757 mm each
LEFT, RIGHT = 15.0, 195.0  # of what is written, between the rows of markers
GUTTER = 8.0
HALF = (RIGHT - LEFT - GUTTER) / 2
SECOND = LEFT + HALF + GUTTER  # where the right half begins
INSIDE = EDGE + MARKER + APART  # of what stands beside a marker
BAND = Box(INSIDE, EDGE, WIDTH - 2 * INSIDE - DATAMATRIX - APART, DATAMATRIX)
TOP = EDGE + DATAMATRIX + APART  # where the questions may begin
BOTTOM = HEIGHT - EDGE - QR - APART  # where they must end
FOOT = Box(INSIDE + QR + APART, BOTTOM + APART - 2, WIDTH - 2 * INSIDE - QR - APART, QR + 2)


@dataclass(frozen=True)
class Measures:
    """Sizes of one variant: type in points, the rest in millimetres."""

    text: float
    heading: float
    title: float
    tick: float
    across: int  # answers of the first question in a row
    under: bool  # the words of the first question stand under their boxes
    picture: float  # room above a box for a drawing
    cell: tuple[float, float]  # of a comb: width and height
    line: float  # the height of a box for one written line
    gap: float  # between questions; with the words between them boxes are 12 mm apart or more


@dataclass
class Sheet:
    """A form being laid out."""

    measures: Measures
    page: int = 1
    y: float = TOP
    marks: list[Mark] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)

    def start(self, page: int) -> None:
        """Markers and codes of a page; what follows is placed on it."""
        self.page, self.y = page, TOP
        far_x, far_y = WIDTH - EDGE - MARKER, HEIGHT - EDGE - MARKER
        corners = ((EDGE, EDGE), (far_x, EDGE), (far_x, far_y), (EDGE, far_y))
        for number, (x, y) in enumerate(corners, start=4 * (page - 1)):
            self.marks.append(Mark("marker", page, Box(x, y, MARKER, MARKER), number))
        right = WIDTH - INSIDE - DATAMATRIX
        self.marks.append(Mark("datamatrix", page, Box(right, EDGE, DATAMATRIX, DATAMATRIX)))
        self.marks.append(Mark("qr", page, Box(INSIDE, HEIGHT - EDGE - QR, QR, QR)))

    def put(self, role: str, box: Box, text: str, size: float) -> None:
        """Words in a box of their own."""
        self.words.append(Words(role, self.page, rounded(box), text, size))

    def say(
        self, role: str, text: str, x: float = LEFT, width: float = RIGHT - LEFT, size: float = 0
    ) -> None:
        """Words below the last, in as many lines as they need."""
        size = size or self.measures.text
        high = height(text, size, width, bold=role == "h2")
        self.put(role, Box(x, self.y, width, high), text, size)
        self.y += high

    def gap(self, times: float = 1) -> None:
        self.y += self.measures.gap * times

    def scale(self, name: str, asked: Asked) -> None:
        """The first question: its answers in one row or more, the words under or beside the boxes."""
        one = self.measures
        self.say("h2", asked.label, size=one.heading)
        width = (RIGHT - LEFT) / one.across
        highest = max(height(label, one.text, width - one.tick - 3) for _, label in asked.choices)
        self.y += 1.5 if one.under else 1.5 + max(0, (highest - one.tick) / 2)
        top = self.y
        choices = []
        for index, (value, label) in enumerate(asked.choices):
            x = LEFT + (index % one.across) * width
            y = top + (index // one.across) * (one.tick + one.gap + 4) + one.picture
            box = Box(x + (width - one.tick) / 2 if one.under else x, y, one.tick, one.tick)
            below = Box(x, y + one.tick + 1, width, height(label, one.text, width))
            words = below if one.under else self.beside(box, label, width - one.tick - 3)
            choices.append(Choice(value, label, rounded(box)))
            self.put("p", words, label, one.text)
            self.y = max(self.y, words.y + words.height, box.y + box.height)
        self.add(name, FieldKind.CHOICE, asked.label, around(choices), choices=tuple(choices))
        self.gap()

    def ticks(
        self, name: str, asked: Asked, x: float = LEFT, width: float = RIGHT - LEFT, room: float = 0
    ) -> None:
        """A question and a row of boxes below it, words to the right of each."""
        one = self.measures
        self.ask(asked, x, width, room)
        starts, room = self.columns(asked, width)
        choices, lowest = [], self.y
        for index, (value, label) in enumerate(asked.choices):
            box = Box(x + starts[index], self.y, one.tick, one.tick)
            words = self.beside(box, label, room[index])
            choices.append(Choice(value, label, rounded(box)))
            self.put("p", words, label, one.text)
            lowest = max(lowest, box.y + box.height, words.y + words.height)
        self.add(name, FieldKind.CHOICE, asked.label, around(choices), choices=tuple(choices))
        self.y = lowest
        self.gap()

    def columns(self, asked: Asked, width: float) -> tuple[list[float], list[float]]:
        """Where the boxes of a row start and how wide their words may be.

        In line with the two halves of the page where the words are short enough, else close together.
        """
        one, count = self.measures, len(asked.choices)
        needed = [wide(label, one.text) + 1 for _, label in asked.choices]
        each = (width + GUTTER) / count
        if max(needed) <= each - GUTTER - one.tick - 2:
            return [index * each for index in range(count)], [each - GUTTER - one.tick - 2] * count
        spare = (width - sum(needed) - count * (one.tick + 2)) / (count - 1)
        if spare < 1:
            raise ValueError(f"The answers to {asked.label!r} do not fit in {width:g} mm. Use shorter words.")
        starts = [sum(needed[:index]) + index * (one.tick + 2 + min(spare, 12)) for index in range(count)]
        return starts, needed

    def beside(self, box: Box, label: str, width: float) -> Box:
        """Where the words of a box stand: to its right, level with its middle."""
        high = height(label, self.measures.text, width)
        return Box(box.x + box.width + 2, box.y + box.height / 2 - high / 2, width, high)

    def write(
        self, name: str, asked: Asked, high: float, x: float = LEFT, width: float = RIGHT - LEFT, room: float = 0
    ) -> None:  # fmt: skip
        """A question and a box for words below it."""
        self.ask(asked, x, width, room)
        self.add(name, FieldKind.TEXT, asked.label, Box(x, self.y, width, high))
        self.y += high
        self.gap()

    def comb(
        self, name: str, asked: Asked, groups: tuple[int, ...], x: float = LEFT, room: float = 0
    ) -> None:
        """A question and one cell a character below it; a date has a space after day and month."""
        kind = FieldKind.DATE if len(groups) > 1 else FieldKind.COMB
        each, high = self.measures.cell
        self.ask(asked, x, HALF, room)
        cells, at = [], x
        for group in groups:
            cells += [rounded(Box(at + index * each, self.y, each, high)) for index in range(group)]
            at += group * each + 2
        self.add(name, kind, asked.label, Box(x, self.y, at - 2 - x, high), cells=tuple(cells))
        self.y += high
        self.gap()

    def ask(self, asked: Asked, x: float, width: float, room: float = 0) -> None:
        """The words of a question; `room` is what they are given where its neighbour's are higher."""
        top = self.y
        self.say("h2", asked.label, x, width)
        if asked.hint:
            self.say("hint", asked.hint, x, width)
        self.y = max(self.y, top + room) + 1

    def asking(self, asked: Asked, width: float) -> float:
        """How high the words of a question stand."""
        size = self.measures.text
        return height(asked.label, size, width, bold=True) + (
            height(asked.hint, size, width) if asked.hint else 0
        )

    def halves(self, left, right, *asked: Asked) -> None:
        """Two questions side by side, level with each other. Each is given where it begins and its room for words."""
        room, top = max(self.asking(one, HALF) for one in asked), self.y
        left(x=LEFT, room=room)
        lowest, self.y = self.y, top
        right(x=SECOND, room=room)
        self.y = max(self.y, lowest)

    def add(self, name: str, kind: FieldKind, label: str, box: Box, **given) -> None:
        self.fields.append(Field(name, kind, self.page, rounded(box), label, **given))


def around(choices: list[Choice]) -> Box:
    """The smallest box around all of the boxes."""
    boxes = [choice.box for choice in choices]
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    far_x, far_y = max(box.x + box.width for box in boxes), max(box.y + box.height for box in boxes)
    return Box(x, y, far_x - x, far_y - y)


def rounded(box: Box) -> Box:
    """To a hundredth of a millimetre, so that the file is plain to read."""
    return Box(round(box.x, 2), round(box.y, 2), round(box.width, 2), round(box.height, 2))
