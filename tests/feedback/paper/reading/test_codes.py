"""Codes are read in any orientation, and a code that is not ours is no code."""

import numpy as np
import pytest
import segno
import zxingcpp

from feedback.paper.payload import Payload
from feedback.paper.reading import codes

OURS = Payload("card", 1, "standard", "en", 1, "RX1", 7, 42)


def page_with(text, kind="qr"):
    if kind == "qr":
        modules = np.array(segno.make(text, error="m", micro=False).matrix, np.uint8)
        picture = np.where(modules > 0, 0, 255).astype(np.uint8)
    else:
        made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.DataMatrix)
        picture = np.array(made.to_image(scale=1, add_quiet_zones=False))
    picture = np.kron(picture, np.ones((6, 6), np.uint8))
    page = np.full((1400, 1000), 255, np.uint8)
    page[120 : 120 + picture.shape[0], 700 : 700 + picture.shape[1]] = picture
    return page


@pytest.mark.parametrize("quarters", range(4))
@pytest.mark.parametrize("kind", ["qr", "datamatrix"])
def test_a_code_is_read_whichever_way_it_lies(kind, quarters):
    found = codes.find(np.ascontiguousarray(np.rot90(page_with(OURS.text(), kind), quarters)))
    assert [(one.payload, one.kind) for one in found] == [(OURS, kind)]


def test_a_code_may_be_at_the_end_of_an_address():
    (found,) = codes.find(page_with("HTTPS://FEEDBACK.EXAMPLE/P/" + OURS.text()))
    assert found.payload == OURS


@pytest.mark.parametrize("text", ["https://elsewhere.example", OURS.text()[:-4] + "0000"])
def test_a_code_that_is_not_ours_or_was_misread_is_no_code(text):
    assert codes.find(page_with(text)) == []


def test_codes_that_differ_are_both_given():
    other = page_with(Payload("card", 1, "standard", "en", 1, "RX1", 7, 43).text())
    both = np.minimum(page_with(OURS.text()), np.flipud(np.fliplr(other)))
    assert {one.payload.serial for one in codes.find(np.ascontiguousarray(both))} == {42, 43}
