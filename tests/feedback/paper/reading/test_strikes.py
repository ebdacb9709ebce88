"""Words that were crossed out are found, and only they."""

from dataclasses import replace

import numpy as np
import pytest

from feedback.paper.generator import hands, practice
from feedback.paper.generator.chance import chance
from feedback.paper.generator.hands import Hand
from feedback.paper.generator.marks import Pen
from feedback.paper.layout import Box
from feedback.paper.reading import letters, paper, strikes
from feedback.paper.reading.register import PER_MM

BOX = Box(4, 4, 120, 26)
SAID = "The nurse was very kind to me."


def a_page(way, word="rude", *, font="kalam"):
    """A clean box in which somebody wrote SAID, and before "kind" a word that they crossed out or underlined."""
    source = chance("struck", way, font)
    pen = Pen.drawn(source, "black biro")
    hand = Hand.machine(source, pen) if font == "typed" else Hand(font, pen, height=3.6, jitter=0.6)
    size = [round((side + 8) * PER_MM) for side in (BOX.height, BOX.width)]
    page, cover = np.full(size, 255, np.uint8), np.zeros(size, np.uint8)
    struck = [(4, word)] if way else []
    hands.write(
        cover, SAID, (BOX.x, BOX.y, BOX.width, BOX.height), replace(hand, strikes=way or "lines"), source, PER_MM,
        struck=struck,
    )  # fmt: skip
    return paper.make(page - np.minimum(cover, 215))


@pytest.mark.parametrize("font", ["kalam", "typed"])
@pytest.mark.parametrize("way", ["lines", "zigzag"])
def test_a_crossed_out_word_is_left_out_but_heard_and_a_person_is_asked(font, way):
    read = letters.read_text(a_page(way, font=font), BOX, twice=False)
    assert " ".join(read.value.split()) == SAID
    assert read.crossed_out >= strikes.doubted_from()
    assert ("rude" in read.heard) or (way == "zigzag" and read.heard), "what is scrawled out cannot be read"


@pytest.mark.parametrize("font", ["kalam", "typed"])
@pytest.mark.parametrize("way", ["", "underline"])
def test_an_underlined_word_and_plain_words_stay(font, way):
    read = letters.read_text(a_page(way, "so", font=font), BOX, twice=False)
    assert read.crossed_out < strikes.doubted_from()
    assert read.heard == ""


def test_columns_next_to_each_other_are_one_piece():
    chances = np.zeros(200, np.float32)
    chances[40:100] = 0.9
    (one,) = strikes.pieces(chances)
    assert 38 <= one.begin <= 50 and 90 <= one.end <= 102
    assert one.chance == pytest.approx(0.9, abs=0.01)


def test_what_is_left_out_is_always_seen_by_a_person():
    assert strikes.doubted_from() <= strikes.sure_from()


def test_a_stroke_is_left_out_to_its_end_but_no_letter_of_the_next_word():
    line = np.full((40, 200), 255, np.uint8)
    line[20, 50:110], line[10:30, 112:160] = 0, 0
    left = strikes.without(line, [strikes.Struck(60, 100, 1.0)])
    assert left[:, :60].min() == 255 and left.shape[1] < line.shape[1]
    assert np.array_equal(left[:, -88:], line[:, -88:]), "the next word is whole"


def test_one_dark_column_is_no_word():
    chances = np.zeros(200, np.float32)
    chances[40:44] = 1
    assert strikes.pieces(chances) == []


def test_layers_look_at_columns_as_far_apart_as_they_say():
    weights = np.zeros((3, 1, 1), np.float32)
    weights[0] = 1  # the column two to the left
    slide = strikes.Slide(((weights, np.zeros(1, np.float32), 2),))
    seen = np.zeros((1, 8), np.float32)
    seen[0, 3] = 5
    assert slide.chances(seen).argmax() == 5


def test_most_boxes_are_told_right():
    made = list(practice.boxes(40, 77))
    out = [one for one in made if one.put.crossed and one.way != "underline"]
    others = [one for one in made if not one.put.crossed or one.way == "underline"]
    found = [letters.read_text(one.page, one.box, twice=False).crossed_out for one in out]
    vain = [letters.read_text(one.page, one.box, twice=False).crossed_out for one in others]
    assert sum(one >= strikes.doubted_from() for one in found) >= 0.8 * len(found)
    assert sum(one >= strikes.doubted_from() for one in vain) <= 0.1 * len(vain)
