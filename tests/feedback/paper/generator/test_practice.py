"""Boxes of words alone, to practise on."""

import numpy as np

from feedback.paper.generator import practice


def test_a_box_is_the_same_from_the_same_seed():
    (first,), (again,) = (list(practice.boxes(1, 5)) for _ in "ab")
    assert np.array_equal(first.page.grey, again.page.grey) and first.put == again.put


def test_words_are_crossed_out_inside_the_box():
    made = [one for one in practice.boxes(8, 6) if one.way]
    assert made
    for one in made:
        for ends in one.put.crossed:
            for x, y in ends:
                assert one.box.x <= x <= one.box.x + one.box.width + 2
                assert one.box.y <= y <= one.box.y + one.box.height


def test_a_box_can_be_hard_and_is_still_set_straight():
    (one,) = practice.boxes(1, 7, mix="hard")
    assert one.page.grey.shape[1] > one.page.grey.shape[0]
    assert one.page.grey.dtype == np.uint8
