"""Boxes to tick on pages that people checked: what a ward's own pens and scanners look like."""

from collections.abc import Iterator

import cv2
import numpy as np

from feedback.models import FormField, Scan
from feedback.paper import layout as layouts
from feedback.paper.layout import FieldKind, Layout
from feedback.paper.learning.examples import UNKNOWN, Boxes
from feedback.paper.reading import groups, paper
from feedback.paper.reading.register import PER_MM

# Where this is why a person was asked, no other box holds anything dark: what they did not choose is empty. Else
# it may be filled in solid, or ticked and taken back in words, and nobody said which.
NOTHING_ELSE = frozenset(
    {groups.FAINT, groups.NONE, groups.NONE_ONE_BIT, groups.NONE_ON_PAGE, groups.PERHAPS}
)


def pages() -> Iterator[tuple[paper.Page, Layout, int, dict]]:
    """(page set straight, layout, which page, truth) of every page on which a person checked a box and whose
    picture is still kept. The truth is as the generator has it, of the checked questions alone."""
    checked = FormField.objects.filter(kind=FieldKind.CHOICE, checked_at__isnull=False, errors__isnull=False)
    scans = Scan.objects.filter(pk__in=checked.values("scan")).exclude(straight="").order_by("id")
    for scan in scans.select_related("form").iterator():
        layout = layouts.load(scan.form.layout)
        told = {one.name: _told(layout, one) for one in checked.filter(scan=scan)}
        straight = _straight(scan, layout)
        if straight is not None:
            yield paper.make(straight, one_bit=scan.one_bit), layout, scan.page, {"fields": told}


def gather(teaching: Boxes, apart: Boxes, *, teaching_share: float) -> int:
    """Add every checked page, so many of each ten to those that teach and the others to those kept apart.

    A page goes the same way every time: by its place among the pages. Gives how many there were.
    """
    count = 0
    for page, layout, number, truth in pages():
        (teaching if count % 10 < 10 * teaching_share else apart).add(page, layout, number, truth)
        count += 1
    return count


def _told(layout: Layout, one: FormField) -> dict:
    """What stands in each box as far as a person's answer says it."""
    others = "" if one.why in NOTHING_ELSE else UNKNOWN
    values = [choice.value for choice in layout.field(one.name).choices]
    marks = {value: "tick" if value == one.human_value else others for value in values}
    return {"value": one.human_value, "marks": marks}


def _straight(scan: Scan, layout: Layout) -> np.ndarray | None:
    """The page as the reader sees it. It was kept smaller. None where its picture is gone."""
    try:
        with scan.straight.open("rb") as file:
            kept = cv2.imdecode(np.frombuffer(file.read(), np.uint8), cv2.IMREAD_GRAYSCALE)
    except FileNotFoundError:
        return None
    size = (round(layout.width * PER_MM), round(layout.height * PER_MM))
    return None if kept is None else cv2.resize(kept, size, interpolation=cv2.INTER_CUBIC)
