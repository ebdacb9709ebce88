"""One clean page made once, and ways to spoil it."""

import cv2
import numpy as np
import pytest

from feedback.paper import layout as layouts
from feedback.paper.generator.make import make


@pytest.fixture(scope="session")
def card():
    return layouts.newest("card", "standard", "en")


@pytest.fixture(scope="session")
def clean(card):
    """A typed card, filled in and not damaged: (picture, truth)."""
    for made in make([card], 40, 7, mix="none"):
        if made.truth["hand"] == "typed" and made.truth["fields"]["what_good"]["value"]:
            return made.picture, made.truth
    raise AssertionError("no card of the first forty is typed")


@pytest.fixture(scope="session")
def grey(clean):
    return cv2.imdecode(np.frombuffer(clean[0], np.uint8), cv2.IMREAD_GRAYSCALE)


@pytest.fixture(scope="session")
def skewed(grey):
    """The page two degrees askew and a little smaller."""
    height, width = grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), 2, 0.96)
    return cv2.warpAffine(grey, turn, (width, height), borderValue=255)


def as_png(grey):
    return cv2.imencode(".png", grey)[1].tobytes()
