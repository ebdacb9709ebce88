"""Boxes to tick: empty, marked or filled in solid, each with how likely that is."""

from functools import cache
from pathlib import Path

from feedback.paper.layout import Layout
from feedback.paper.reading import features, network, snap
from feedback.paper.reading.groups import BoxRead, Sureness
from feedback.paper.reading.paper import Page

MODEL = Path(__file__).with_name("tick_model.json")
KINDS = ("empty", "mark", "solid")


def read_boxes(page: Page, layout: Layout, number: int) -> dict[str, list[BoxRead]]:
    """The boxes of every question of page `number`, by the question's name."""
    both = snap.ticked_boxes(layout, number)
    if not both:
        return {}
    boxes = snap.snapped(page.white, [choice.box for _, choice in both])
    chances = model().chances(features.measure(page, boxes))
    found: dict[str, list[BoxRead]] = {}
    for (field, choice), row in zip(both, chances, strict=True):
        found.setdefault(field.name, []).append(BoxRead(choice.value, *(float(one) for one in row)))
    return found


@cache
def model() -> network.Network:
    """The network for boxes. Raises RuntimeError when its file is missing."""
    return network.from_plain(network.kept(MODEL)["network"])


@cache
def sureness() -> Sureness:
    """How sure a question must be to pass unseen. Raises RuntimeError when the file is missing."""
    return Sureness(**network.kept(MODEL)["sure"])
