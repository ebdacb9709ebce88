"""The PDF: where the layout says, read aloud in order, and its codes can be read."""

import io

import cv2
import pikepdf
import pypdfium2
import pytest
import zxingcpp

from feedback.paper.form import symbols
from feedback.paper.form.draw import Place, render
from feedback.paper.layout import load
from feedback.paper.payload import Payload, read

DPI = 200
MILLIMETRE = DPI / 25.4
PLACE = Place(
    "Elder Vale Hospital Trust", "Bramble Ward", "pv.example/give-feedback/bramble-ward", "0113 496 0000"
)
ARUCO = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)


def a_payload(layout, serial=12345):
    return Payload(layout.form, layout.version, layout.variant, layout.language, 1, "RX1", 87, serial)


def drawn(name, place=PLACE, serials=(12345,)):
    layout = load(name)
    return layout, render(layout, [a_payload(layout, serial) for serial in serials], place)


def pictures(pdf):
    """Pages as grey pictures of DPI dots an inch."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=DPI / 72, grayscale=True).to_numpy().copy() for page in document]


def edges(picture, box, reach=1.0):
    """Where the four printed sides of a box lie, in millimetres: left, top, right, bottom."""
    ink = 255.0 - picture
    across = ink[_part(box.y + box.height / 4, box.y + box.height * 3 / 4)].mean(axis=0)
    down = ink[:, _part(box.x + box.width / 4, box.x + box.width * 3 / 4)].mean(axis=1)

    def darkest(line, at):
        part = _part(at - reach, at + reach)
        return (part.start + line[part].argmax() + 0.5) / MILLIMETRE

    return (
        darkest(across, box.x), darkest(down, box.y),
        darkest(across, box.x + box.width), darkest(down, box.y + box.height),
    )  # fmt: skip


def _part(start, end):
    return slice(round(start * MILLIMETRE), round(end * MILLIMETRE))


@pytest.fixture(
    scope="module", params=["card-1-standard-en", "complaint-1-large-print-en", "card-1-easy-read-en"]
)
def form(request):
    layout, pdf = drawn(request.param)
    return layout, pdf, pictures(pdf)


@pytest.fixture(scope="module")
def card():
    return drawn("card-1-standard-en")


def test_boxes_to_tick_are_printed_within_a_third_of_a_millimetre(form):
    layout, _, pages = form
    for field in layout.fields:
        for choice in field.choices:
            box = choice.box
            want = (box.x, box.y, box.x + box.width, box.y + box.height)
            assert edges(pages[field.page - 1], box) == pytest.approx(want, abs=0.3), choice.value


def test_markers_are_found_within_a_third_of_a_millimetre(form):
    layout, _, pages = form
    detector = cv2.aruco.ArucoDetector(ARUCO)
    for number, picture in enumerate(pages, start=1):
        corners, ids, _ = detector.detectMarkers(picture)
        found = {
            int(id_): corner.reshape(4, 2)[0] / MILLIMETRE
            for id_, corner in zip(ids.ravel(), corners, strict=True)
        }
        wanted = {
            mark.value: mark.box for mark in layout.marks if mark.kind == "marker" and mark.page == number
        }
        assert found.keys() == wanted.keys()
        for value, box in wanted.items():
            assert found[value] == pytest.approx((box.x, box.y), abs=0.3)


def test_both_codes_of_every_page_say_which_page_it_is(form, settings):
    layout, _, pages = form
    for number, picture in enumerate(pages, start=1):
        said = {code.format.name: code.text for code in zxingcpp.read_barcodes(picture)}
        assert len(said) == 2
        for text in said.values():
            payload = read(text)
            assert (payload.page, payload.serial, payload.layout) == (number, 12345, layout.name)
        assert any(text.startswith(f"{settings.PUBLIC_URL.upper()}/P/PV-") for text in said.values())


def test_every_word_printed_lies_in_its_own_box(form):
    layout, pdf, _ = form
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, start=1):
            text = page.get_textpage()
            for index in range(text.count_chars()):
                if not text.get_text_range(index, 1).strip():
                    continue
                left, bottom, right, top = (edge * 25.4 / 72 for edge in text.get_charbox(index))
                middle_x, middle_y = (left + right) / 2, layout.height - (top + bottom) / 2
                assert any(
                    box.x - 0.3 <= left
                    and right <= box.x + box.width + 1.3
                    and box.y <= middle_y <= box.y + box.height
                    for box in (words.box for words in layout.words if words.page == number)
                ), (number, text.get_text_range(max(0, index - 20), 40), middle_x, middle_y)
            text.close()
            page.close()


def test_it_is_a_tagged_pdf_for_all(card):
    _, pdf = card
    with pikepdf.open(io.BytesIO(pdf)) as document:
        root = document.Root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang) == "en-GB"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        with document.open_metadata() as metadata:
            assert metadata["dc:title"] == "Tell us about your care: Bramble Ward, Elder Vale Hospital Trust"
            assert metadata["pdfuaid:part"] == "1"


def structure(node):
    """Every element of the structure tree, in the order of reading."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from structure(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from structure(node.K)


@pytest.mark.parametrize("name", ["card-1-easy-read-en", "complaint-1-standard-en"])
def test_figures_have_words_and_headings_go_down_a_step_at_a_time(name):
    _, pdf = drawn(name)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        elements = list(structure(document.Root.StructTreeRoot))
        figures = [one for one in elements if str(one.S) == "/Figure"]
        assert len(figures) > 20 and all(str(one.get("/Alt", "")) for one in figures)
        headings = [
            int(str(one.S)[2]) for one in elements if str(one.S)[:2] == "/H" and str(one.S)[2:].isdigit()
        ]
        assert headings[0] == 1 and headings.count(1) == 1
        assert set(headings) == {1, 2}


def words_of(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        text = page.get_textpage()
        said = " ".join(text.get_text_range().split())
        text.close()
        page.close()
        return said


def test_it_says_whose_it_is_and_its_number_in_plain_figures(card):
    said = words_of(card[1])
    for words in (
        "Bramble Ward",
        "Elder Vale Hospital Trust",
        "0113 496 0000",
        "Form 0001 2345",
        "Page 1 of 1",
    ):
        assert words in said


def test_without_a_telephone_number_the_sentence_is_left_out():
    assert "Or telephone" not in words_of(
        drawn("card-1-standard-en", Place("Elder Vale", "Bramble", "pv.example"))[1]
    )


@pytest.mark.parametrize("name", ['Ward "7" #let x = 1 \\ $', "The Very Long Name of a Ward " * 9, "Ward ŵ"])
def test_any_name_can_be_printed(name):
    said = words_of(drawn("card-1-standard-en", Place("Elder Vale", name))[1])
    assert " ".join(name.split())[:20] in said


def test_many_sheets_come_in_order_each_with_its_own_number():
    _, pdf = drawn("complaint-1-standard-en", serials=(7, 8))
    serials = [read(zxingcpp.read_barcodes(page)[0].text).serial for page in pictures(pdf)]
    assert serials == [7, 7, 8, 8]


@pytest.mark.parametrize("number", range(8))
def test_markers_are_those_of_the_dictionary(number):
    theirs = cv2.aruco.generateImageMarker(ARUCO, number, 6) == 0
    assert theirs.tolist() == symbols.marker(number)


def test_a_code_too_long_to_be_scanned_is_refused_in_words():
    with pytest.raises(symbols.TooLong, match="shorter web address"):
        symbols.qr("HTTPS://A-VERY-LONG-ADDRESS.EXAMPLE/" + "X" * 90, 25)


@pytest.mark.parametrize("organisation", ["RX1", "Y12345", "RX1AB123"])
def test_codes_hold_the_longest_payload_with_modules_large_enough(organisation, settings):
    settings.PUBLIC_URL = "https://feedback.patient-view.nhs.example.uk"
    payload = Payload("complaint", 12, "large-print", "en", 2, organisation, 36**4 - 1, 99_999_999)
    assert 20 / len(symbols.datamatrix(payload.text(), 20)) >= 0.75
    assert 25 / len(symbols.qr(symbols.address(payload), 25)) >= 0.75
