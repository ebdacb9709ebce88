"""How wide and how high words stand in Noto Sans, near enough to leave room for them. Pure."""

import unicodedata

POINT = 25.4 / 72  # millimetres
LEADING = 1.25
BOLDER = 1.04  # a heading is wider than the same words in plain type
SMALLEST = 6  # points: what cannot be smaller and still be read
# Widths in parts of the type size; letters with accents count as the letters under them.
_WIDTHS = {
    0.27: "ijlI .,:;!'’", 0.34: "f()-J", 0.38: "t/r", 0.48: "?csz", 0.53: "vxyFLkS", 0.57: "aeETYXZ0123456789",
    0.62: "obdghnpquPVKRABC", 0.74: "DGHUN&", 0.79: "wOQ", 0.94: "mMW%",
}  # fmt: skip
_WIDTH = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_OTHER = 0.62  # a letter of another script


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Millimetres of one line; `size` in points."""
    plain = (letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    return sum(_WIDTH.get(letter, _OTHER) for letter in plain) * size * POINT * (BOLDER if bold else 1)


def lines(text: str, size: float, room: float, *, bold: bool = False) -> int:
    """How many lines words take in `room` millimetres."""
    count, used, space = 1, 0.0, width(" ", size)
    for word in text.split():
        wide = width(word, size, bold=bold)
        if used and used + space + wide > room:
            count, used = count + 1, wide
        else:
            used += wide + (space if used else 0)
    return count


def lead(size: float) -> float:
    """Millimetres from one line to the next."""
    return round(size * POINT * LEADING, 2)


def height(text: str, size: float, room: float, *, bold: bool = False) -> float:
    """Millimetres that words take up in `room` millimetres."""
    return round(lines(text, size, room, bold=bold) * lead(size), 2)


def fitting(text: str, size: float, box) -> float:
    """The type size, in points, at which words fit their box: a long name is set smaller rather than cut."""
    while size > SMALLEST and not _fits(text, size, box):
        size -= 0.5
    return size


def _fits(text, size, box):
    longest = max((width(word, size) for word in text.split()), default=0)
    return longest <= box.width and height(text, size, box.width) <= box.height + 0.01
