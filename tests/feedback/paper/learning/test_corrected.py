"""Boxes that people checked teach the reader, as far as anybody said what is in them."""

import cv2
import numpy as np
import pytest
from django.core.files.base import ContentFile

from feedback.paper import layout as layouts
from feedback.paper.learning import corrected
from feedback.paper.learning.examples import LOST, Boxes
from feedback.paper.reading import groups
from feedback.paper.reading.ticks import KINDS
from tests.feedback.paper.rows import CARD, a_batch, a_form, doubtful, fields

pytestmark = pytest.mark.django_db
PER_MM = 150 / 25.4
EMPTY, MARK = KINDS.index("empty"), KINDS.index("mark")


@pytest.fixture(autouse=True)
def files_of_its_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def a_form_ticked(name, value):
    """A card whose page has one tick on it, and nothing else."""
    form = a_form(a_batch())
    page = np.full((1754, 1240), 255, np.uint8)
    box = next(one.box for one in layouts.load(CARD).field(name).choices if one.value == value)
    ends = [(box.x + share * box.width, box.y + share * box.height) for share in (0.1, 0.9)]
    cv2.line(page, *((round(x * PER_MM), round(y * PER_MM)) for x, y in ends), 60, 3)
    scan = form.scans.get()
    scan.straight.save("page.jpg", ContentFile(cv2.imencode(".jpg", page)[1].tobytes()))
    return form


def gathered():
    boxes = Boxes()
    count = corrected.gather(boxes, Boxes(), teaching_share=1)
    return count, boxes


def test_the_box_a_person_chose_is_marked_and_the_others_are_empty_where_one_tick_was_faint():
    doubtful(
        a_form_ticked("about", "someone_else"),
        "about",
        "someone_else",
        groups.FAINT,
        human="someone_else",
        errors=0,
    )
    count, boxes = gathered()
    assert (count, boxes.kinds) == (1, [EMPTY, MARK])
    assert boxes.truths == ["someone_else"]
    assert boxes.rows[1][0] > 2 * boxes.rows[0][0]  # the mean ink of each


def test_beside_two_ticks_nobody_said_what_the_other_box_holds():
    doubtful(a_form_ticked("about", "self"), "about", "", groups.TWO, human="self", errors=1)
    assert gathered()[1].kinds == [MARK, LOST]


def test_a_blank_that_a_person_confirmed_is_empty_and_one_they_made_of_two_ticks_is_not():
    form = a_form_ticked("about", "self")
    doubtful(form, "consent", "", groups.NONE, human="", errors=0)
    doubtful(form, "about", "", groups.TWO, human="", errors=0)
    assert sorted(gathered()[1].kinds) == [LOST, LOST, EMPTY, EMPTY]


def test_what_nobody_checked_or_could_tell_teaches_nothing():
    form = a_form_ticked("about", "self")
    fields(form, about="self")
    doubtful(form, "intent", human="?")
    assert gathered()[0] == 0


def test_a_page_whose_picture_is_gone_is_passed_over():
    form = a_form_ticked("about", "self")
    doubtful(form, "about", "self", groups.FAINT, human="self", errors=0)
    scan = form.scans.get()
    scan.straight.storage.delete(scan.straight.name)
    assert gathered()[0] == 0


def test_some_pages_teach_and_the_others_are_kept_apart_the_same_every_time():
    for _ in range(10):
        doubtful(a_form_ticked("about", "self"), "about", "self", groups.FAINT, human="self", errors=0)
    teaching, apart = Boxes(), Boxes()
    assert corrected.gather(teaching, apart, teaching_share=0.7) == 10
    assert (len(teaching.rows), len(apart.rows)) == (14, 6)
