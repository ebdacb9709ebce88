"""A small form, drawn here with a few lines: tests of ink and damage need no PDF."""

import cv2
import numpy as np
import pytest

from feedback.paper.generator import printed
from feedback.paper.layout import Box, Choice, Field, FieldKind, Layout, Mark, Words

DPI = 120


def small_layout(pages=1):
    """One question, one box for words, one comb and one date a page, with its codes."""
    fields, marks, words = [], [], []
    for page in range(1, pages + 1):
        choices = tuple(
            Choice(str(number), str(number), Box(20 + 25 * number, 60, 6, 6)) for number in range(1, 7)
        )
        fields += [
            Field("fft_answer", FieldKind.CHOICE, page, Box(45, 60, 131, 6), "How was it?", choices=choices),
            Field("what_good", FieldKind.TEXT, page, Box(15, 90, 180, 25), "What was good?"),
            Field("telephone", FieldKind.COMB, page, Box(15, 130, 66, 8), "Telephone", cells=_cells(15, 11)),
            Field("stamp", FieldKind.DATE, page, Box(110, 130, 48, 8), "Received", cells=_cells(110, 8)),
        ]
        marks += [
            Mark("datamatrix", page, Box(169, 8, 20, 20)),
            Mark("qr", page, Box(21, 264, 25, 25)),
        ]
        words.append(Words("serial", page, Box(129, 283, 60, 5), "Form {serial}", 12))
    return Layout(
        "card", 1, "standard", "en", "ltr", "A small card", 210, 297, pages, tuple(marks), tuple(fields), tuple(words)
    )  # fmt: skip


def _cells(x, count):
    return tuple(Box(x + 6 * number, 130, 6, 8) for number in range(count))


@pytest.fixture
def layout():
    return small_layout()


@pytest.fixture(autouse=True)
def drawn_here(monkeypatch):
    """White pages with the outlines of the boxes, in place of the form's own drawing."""

    def blank(layout, page, dpi, colour, place=None):
        scale = dpi / 25.4
        picture = np.full((round(297 * scale), round(210 * scale)), 255, np.uint8)
        for field in layout.on_page(page):
            for box in [choice.box for choice in field.choices] or [*field.cells] or [field.box]:
                corners = [(round(box.x * scale), round(box.y * scale))]
                corners.append((round((box.x + box.width) * scale), round((box.y + box.height) * scale)))
                cv2.rectangle(picture, *corners, 60, 1)
        return cv2.cvtColor(picture, cv2.COLOR_GRAY2RGB) if colour else picture

    monkeypatch.setattr(printed, "blank", blank)
