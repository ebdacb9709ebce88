"""Boxes of words alone, with no form around them: a hundred times as many of one thing as whole pages would give."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import cv2
import numpy as np

from feedback.paper.generator import hands, pictures, words
from feedback.paper.generator.chance import chance, drawn
from feedback.paper.generator.drills import WORDS
from feedback.paper.generator.hands import Hand, Put
from feedback.paper.generator.make import hand_for
from feedback.paper.generator.mixes import MIXES, apply, plan
from feedback.paper.generator.printed import INK, lay
from feedback.paper.layout import Box
from feedback.paper.reading import paper
from feedback.paper.reading.register import WORK_DPI

AROUND = 4.0  # millimetres of paper around the box
HEIGHTS = (26.5, 26.5, 54.0, 88.0)  # of the forms' own boxes for words, in millimetres
WIDTH = 180.0
# What befalls some words of a box: crossed out in one of these ways, underlined, or nothing.
WAYS = {"": 30, "lines": 26, "loose": 20, "wave": 7, "zigzag": 5, "cross": 5, "underline": 10}
EVERY = 10  # words between those that something befalls
ON_GLASS = ("corner", "holes")  # damages of a sheet's edges, that no box has


@dataclass(frozen=True)
class Practice:
    """A box of words as scanned, set straight; what was put in it; and what befell words of it (WAYS)."""

    page: paper.Page
    box: Box
    put: Put
    way: str


def boxes(count: int, seed: int, *, mix: str = "ordinary") -> Iterator[Practice]:
    """`count` boxes, each from its seed and number alone."""
    for number in range(count):
        yield _box(chance(seed, number, "practice"), mix)


def _box(source, mix) -> Practice:
    box = Box(AROUND, AROUND, WIDTH, source.choice(HEIGHTS))
    hand = hand_for(drawn(source, {"hand": 75, "typed": 25}), source)
    way = drawn(source, WAYS)
    befallen = plan(MIXES[mix], source)
    kept = tuple(one for one in befallen.damages if one[0] not in ON_GLASS)
    # Set straight already: nothing turns it, and no lid shows.
    befallen = replace(
        befallen,
        damages=kept,
        degrees=0.0,
        fit=1.0,
        shift=(0.0, 0.0),
        orientation=0,
        photo=None,
        colour=False,
    )
    scanned, put = _scanned(box, hand, way, befallen, source)
    return Practice(paper.make(scanned, one_bit=bool(befallen.bits)), box, put, way)


def _scanned(box, hand, way, befallen, source) -> tuple[np.ndarray, Put]:
    scale = befallen.dpi / 25.4
    size = [round((side + 2 * AROUND) * scale) for side in (box.height, box.width)]
    page, cover = np.full(size, 255, np.uint8), np.zeros(size, np.uint8)
    said = words.comment(source, source.choice(tuple(words.TONES)), source.randint(1, 5))
    struck = _struck(len(said.split()), source) if way else ()
    hand = replace(hand, strikes=way or hand.strikes)
    put = hands.write(cover, said, (box.x, box.y, box.width, box.height), hand, source, scale, struck=struck)
    lay(page, cover, *_ink(hand))
    page = apply(page, befallen, source)
    content, _ = pictures.kept(page, dpi=befallen.dpi, quality=befallen.quality, bits=befallen.bits)
    page = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_GRAYSCALE)
    straight = [round(side * WORK_DPI / befallen.dpi) for side in reversed(size)]
    return cv2.resize(page, straight, interpolation=cv2.INTER_CUBIC), put


def _struck(count, source):
    """(place, word) of one word in EVERY or so, in the order of their places among `count` words."""
    places = sorted(source.sample(range(count + 1), 1 + count // EVERY))
    return tuple((place, source.choice(WORDS)) for place in places)


def _ink(hand: Hand):
    return (INK, 1.0) if hand.typed else (hand.pen.colour, hand.pen.cover)
