"""What lies around a box: a ring is told from a label, a crease from a tick, a dot from a speck."""

import cv2
import numpy as np
import pytest

from feedback.paper.layout import Box
from feedback.paper.reading import around, paper
from feedback.paper.reading.register import PER_MM

BOXES = [Box(20 + 30 * number, 40, 6, 6) for number in range(4)]
MIDDLE = (53.0, 43.0)  # of the second of them, which each test marks


@pytest.fixture
def sheet():
    """Paper with four boxes on it, each with a label at its right."""
    page = np.full((800, 1200), 245, np.uint8)
    page = cv2.add(page, np.random.default_rng(1).normal(0, 2, page.shape), dtype=cv2.CV_8U)
    for box in BOXES:
        cv2.rectangle(page, spot(box.x, box.y), spot(box.x + 6, box.y + 6), 60, 2)
        cv2.putText(page, "Good", spot(box.x + 8, box.y + 5), 0, 0.8, 30, 2)
    return page


def spot(x, y):
    return round(x * PER_MM), round(y * PER_MM)


def measured(page):
    rows = around.measure(paper.make(page), BOXES)
    return [dict(zip(around.NAMES, row, strict=False)) for row in rows]


def line(page, begin, end, shade=150, width=3):
    x, y = MIDDLE
    cv2.line(page, spot(x + begin[0], y + begin[1]), spot(x + end[0], y + end[1]), shade, width, cv2.LINE_AA)


def test_there_is_a_number_for_every_name(sheet):
    rows = around.measure(paper.make(sheet), BOXES)
    assert rows.shape == (4, len(around.NAMES) + len(around.COMPARED))
    assert np.isfinite(rows).all()


@pytest.mark.parametrize("size", [(5.0, 4.6), (5.6, 5.3)])
def test_a_ring_round_a_box_is_seen_and_a_label_beside_it_is_none(sheet, size):
    cv2.ellipse(sheet, spot(*MIDDLE), spot(*size), 0, 0, 360, 120, 3, cv2.LINE_AA)
    before, ringed, *after = measured(sheet)
    assert ringed["ring"] > 0.15
    assert ringed["ring share"] > 0.7
    assert max(one["ring"] for one in (before, *after)) < 0.02


def test_a_crease_goes_on_beyond_the_outline_and_a_tick_ends(sheet):
    line(sheet, (-30, 0.5), (-9, 0.5))
    creased = sheet.copy()
    line(creased, (-9, 0.5), (9, 0.5))
    line(sheet, (-2, 1.5), (2, -2))
    _, tick, *_ = measured(sheet)
    _, crease, *_ = measured(creased)
    assert min(tick["thin line"], crease["thin line"]) > 0.1
    assert crease["strongest far less"] > 0.15 > 0.06 > tick["strongest far less"]
    assert crease["strongest slant"] < 0.3 < tick["strongest slant"]


def test_a_cross_has_a_second_line_and_a_stroke_has_none(sheet):
    line(sheet, (-2, 2), (2, -2))
    _, stroke, *_ = measured(sheet)
    line(sheet, (-2, -2), (2, 2))
    _, cross, *_ = measured(sheet)
    assert cross["crossing line"] > 3 * stroke["crossing line"]


def test_a_dot_is_larger_than_a_speck(sheet):
    speck = sheet.copy()
    x, y = spot(*MIDDLE)
    speck[y : y + 2, x : x + 2] = 60
    cv2.circle(sheet, (x, y), 3, 150, -1, cv2.LINE_AA)
    _, small, *_ = measured(speck)
    plain, dot, *_ = measured(sheet)
    assert dot["spot large"] > 2 * small["spot large"]
    assert dot["spot"] > 5 * plain["spot"]
    assert dot["spot round"] > 0.7


def test_a_stain_darkens_the_paper_itself(sheet):
    x, y = spot(*MIDDLE)
    sheet[y - 120 : y + 120, x - 110 : x + 110] = (sheet[y - 120 : y + 120, x - 110 : x + 110] * 0.8).astype(
        np.uint8
    )
    plain, stained, *_ = measured(sheet)
    assert stained["shade inside"] > 0.15
    assert abs(plain["shade inside"]) < 0.03
