"""Pages are set straight however they lie, and not believed when their boxes are elsewhere."""

import cv2
import numpy as np
import pytest

from feedback.paper import layout as layouts
from feedback.paper.reading import codes, markers, register
from feedback.paper.reading.register import PER_MM


def placed(grey, layout, *, without=(), only_codes=False):
    seen = {} if only_codes else {n: c for n, c in markers.find(grey).items() if n not in without}
    return register.register(grey, layout, 1, seen, codes.find(grey))


def is_straight(grey, layout, place):
    """The outline of the last box to tick is dark where the layout says, and its inside is not all dark."""
    straight = register.straighten(grey, layout, place)
    for field in (layout.field("fft_answer"), layout.field("reply_wanted")):
        for choice in field.choices:
            left, top = round(choice.box.x * PER_MM), round(choice.box.y * PER_MM)
            side = round(choice.box.height * PER_MM)
            outline = straight[top + 8 : top + side - 8, max(0, left - 4) : left + 5].min(axis=1)
            if np.median(outline) > 160:
                return False
    return True


@pytest.mark.parametrize("quarters", range(4))
def test_a_page_is_set_straight_whichever_way_it_lies(card, grey, quarters):
    turned = np.ascontiguousarray(np.rot90(grey, quarters))
    place = placed(turned, card)
    assert place.sure
    assert is_straight(turned, card, place)


@pytest.mark.parametrize(
    "how", [{}, {"without": [2]}, {"without": [0, 2]}, {"without": [0, 1, 3]}, {"only_codes": True}]
)
def test_a_skewed_page_is_set_straight_with_markers_lost(card, skewed, how):
    place = placed(skewed, card, **how)
    assert place.sure
    assert is_straight(skewed, card, place)


def test_a_page_of_another_layout_is_not_believed(skewed):
    place = placed(skewed, layouts.newest("complaint", "standard", "en"))
    assert not place.sure


def test_a_page_without_any_mark_has_no_place(card, grey):
    assert register.register(grey, card, 1, {}, []) is None


def test_a_curled_page_is_flattened(card, grey):
    height, width = grey.shape
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    curled = cv2.remap(grey, x, y + 6 * np.sin(x / width * 3), cv2.INTER_LINEAR, borderValue=255)
    place = placed(curled, card)
    assert place.sure
    assert is_straight(curled, card, place)
