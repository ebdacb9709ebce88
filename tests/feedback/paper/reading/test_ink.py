"""The ink of the answer areas, by which the same sheet is known."""

import subprocess
import sys

import numpy as np
import pytest

from feedback.paper.layout import Box, Field, FieldKind, Layout
from feedback.paper.reading import ink, paper
from feedback.paper.reading.register import PER_MM

LAYOUT = Layout(
    "card", 1, "standard", "en", "ltr", "A card", 210, 297, 1, (),
    (Field("what_good", FieldKind.TEXT, 1, Box(20, 60, 170, 60), "What was good?"),), (),
)  # fmt: skip


def page(strokes, *, outline=True, shift=0):
    grey = np.full((2339, 1654), 240, np.uint8)
    if outline:
        left, top, right, bottom = (round(v * PER_MM) for v in (20, 60, 190, 120))
        grey[top : top + 3, left:right] = grey[bottom - 3 : bottom, left:right] = 90
        grey[top:bottom, left : left + 3] = grey[top:bottom, right - 3 : right] = 90
    for x, y, length in strokes:
        row, start, stop = (
            round(y * PER_MM) + shift,
            round(x * PER_MM) + shift,
            round((x + length) * PER_MM) + shift,
        )
        grey[row : row + 4, start:stop] = 60
    return ink.ink(paper.make(grey), LAYOUT, 1)


WORDS = [(25 + 20 * n, 66 + 9 * row, 14) for n in range(8) for row in range(3)]
OTHER = [(31 + 20 * n, 70 + 9 * row, 9) for n in range(7) for row in range(3)]


def test_the_same_strokes_scanned_again_are_alike():
    assert ink.alike(page(WORDS), page(WORDS, shift=2)) >= 0.91


def test_other_strokes_are_not():
    assert ink.alike(page(WORDS), page(OTHER)) <= 0.78


def test_what_is_printed_is_no_ink():
    assert ink.alike(page([]), page([], outline=False)) == 1
    assert ink.alike(page([]), page(WORDS)) == 0


@pytest.mark.parametrize("kept", [b"", b"?", b"2" + b"x" * 20])
def test_what_is_no_ink_of_ours_is_alike_to_nothing(kept):
    assert ink.alike(kept, page(WORDS)) == 0


def test_the_ink_of_a_page_is_small():
    assert len(page(WORDS)) < 4_000


def test_comparing_ink_loads_nothing_heavy_until_it_is_used():
    said = "import sys, feedback.paper.reading.ink; sys.exit('numpy' in sys.modules or 'cv2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", said], check=False).returncode == 0
