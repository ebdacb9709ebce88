"""Files taken apart: every page of the good ones, and no harm from the others."""

import os
import subprocess

import pikepdf
import pillow_heif
import pytest
from PIL import Image

from feedback.paper.files import Refused, apart, dangers, limits, pictures
from feedback.paper.files.apart import take_apart
from tests.feedback.paper import scanned
from tests.feedback.paper.scanned import HEIGHT, WIDTH, dark, opened

CORNER, OTHER_CORNER = (25, 25, 75, 75), (WIDTH - 75, HEIGHT - 75, WIDTH - 25, HEIGHT - 25)


@pytest.fixture
def pages(tmp_path):
    """pages(content): what is taken out of a file of these bytes, in a process of its own."""

    def take(content, **given):
        path = tmp_path / "sent"
        path.write_bytes(content)
        return list(take_apart(path, **given))

    return take


def test_the_jpegs_of_a_pdf_come_out_as_the_scanner_made_them(pages, tmp_path):
    found = pages(scanned.pdf("one", "two", "three"))
    assert [(one.number, one.of, one.why) for one in found] == [(1, 3, ""), (2, 3, ""), (3, 3, "")]
    assert all(one.picture.startswith(b"\xff\xd8") for one in found)
    with pikepdf.open(tmp_path / "sent") as pdf:
        kept = pdf.pages[0].Resources.XObject.image.read_raw_bytes()
    assert opened(found[0].picture).tobytes() == opened(kept).tobytes()


def test_it_goes_on_after_a_page(pages):
    assert [one.number for one in pages(scanned.pdf("one", "two", "three"), after=2)] == [3]


def test_black_and_white_stays_black_and_white(pages):
    for content in (scanned.tiff("one", "two"), scanned.pdf("one", "two", mode="1")):
        found = pages(content)
        assert [opened(one.picture).mode for one in found] == ["1", "1"]
        assert dark(found[0].picture, CORNER) > 0.9 and dark(found[0].picture, OTHER_CORNER) < 0.1


def test_a_page_cut_into_strips_is_joined(pages):
    (one,) = pages(scanned.strips())
    assert opened(one.picture).size == (WIDTH, HEIGHT)
    assert opened(one.picture).tobytes() == scanned.a_picture("strips").tobytes()


def turned(pdf):
    pdf.pages[0].Rotate = 180


def test_a_page_is_turned_as_its_pdf_says(pages):
    (one,) = pages(scanned.changed(scanned.pdf("one"), turned))
    assert dark(one.picture, OTHER_CORNER) > 0.9 and dark(one.picture, CORNER) < 0.1


def with_more_on_it(pdf):
    pdf.pages[0].contents_add(b"0 0 100 100 re f")


def test_a_page_with_more_than_its_picture_is_drawn(pages):
    (one,) = pages(scanned.changed(scanned.pdf("one"), with_more_on_it))
    picture = opened(one.picture)
    assert picture.width == pytest.approx(WIDTH * 4, abs=4)  # 200 dots an inch, where the scan had 50
    assert dark(one.picture, (10, picture.height - 100, 100, picture.height - 10)) > 0.9


def test_a_photograph_of_a_telephone_is_turned_upright_and_says_no_more_where_it_was_taken(pages):
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 3, "Invented telephone"
    (one,) = pages(scanned.jpeg("one", exif=exif))
    assert dark(one.picture, OTHER_CORNER) > 0.9
    assert b"Exif" not in one.picture and b"Invented" not in one.picture


def test_metadata_is_dropped_and_the_picture_is_not_touched(pages):
    exif = Image.Exif()
    exif[0x010F] = "Invented telephone"
    content = scanned.jpeg("one", exif=exif, comment=b"ward 3")
    (one,) = pages(content + b"\x00\x00\x00\x18ftypmp42film")
    assert b"Invented" not in one.picture and b"ward 3" not in one.picture and b"film" not in one.picture
    assert opened(one.picture).tobytes() == opened(content).tobytes()


def test_heic_becomes_a_jpeg(pages):
    pillow_heif.register_heif_opener()
    (one,) = pages(scanned.written(scanned.a_picture("one", "RGB"), "HEIF", quality=60))
    assert opened(one.picture).format == "JPEG" and opened(one.picture).size == (WIDTH, HEIGHT)
    assert dark(one.picture, CORNER) > 0.9


def test_a_png_and_a_grey_tiff_are_taken(pages):
    assert opened(pages(scanned.png("one"))[0].picture).size == (WIDTH, HEIGHT)
    assert [opened(one.picture).mode for one in pages(scanned.tiff("a", "b", mode="L"))] == ["L", "L"]


def test_a_jpeg_that_breaks_off_is_unreadable_and_what_there_is_can_be_seen(pages):
    content = scanned.jpeg("one")
    (one,) = pages(content[: len(content) * 3 // 4])
    assert one.why == pictures.BREAKS_OFF
    assert opened(one.picture).size == (WIDTH, HEIGHT)


def test_a_bomb_is_caught_by_its_header(pages):
    (one,) = pages(scanned.png_bomb())
    assert (one.picture, one.why) == (b"", limits.TOO_MANY_DOTS)


def locked(pdf):
    return {"encryption": pikepdf.Encryption(owner="owner", user="user")}


def locked_without_a_password(pdf):
    return {"encryption": pikepdf.Encryption(owner="owner", user="")}


def with_a_script(pdf):
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def with_a_hidden_script(pdf):
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])
    link.A = pikepdf.Dictionary(
        S=pikepdf.Name.URI, Next=[pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="1")]
    )
    pdf.pages[0].Annots = pikepdf.Array([link])


def launching(pdf):
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe")


def with_a_file_inside(pdf):
    pdf.attachments["a.txt"] = b"hello"


def with_xfa(pdf):
    pdf.Root.AcroForm = pikepdf.Dictionary(XFA=pdf.make_stream(b"<xdp/>"), Fields=[])


def lying_about_its_pages(pdf):
    pdf.Root.Pages.Count = 1


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (locked, dangers.LOCKED),
        (locked_without_a_password, dangers.LOCKED),
        (with_a_script, dangers.SCRIPT),
        (with_a_hidden_script, dangers.SCRIPT),
        (launching, dangers.LAUNCHES),
        (with_a_file_inside, dangers.ATTACHED),
        (with_xfa, dangers.DYNAMIC),
    ],
)
def test_a_pdf_that_holds_more_than_pages_is_refused(pages, change, why):
    with pytest.raises(Refused) as problem:
        pages(scanned.changed(scanned.pdf("one", "two"), change))
    assert str(problem.value) == why


def test_a_pdf_that_counts_its_pages_wrongly_loses_none(pages):
    assert len(pages(scanned.changed(scanned.pdf("one", "two"), lying_about_its_pages))) == 2


def test_a_hundred_thousand_pages_are_refused_by_their_count(pages):
    with pytest.raises(Refused, match="more than 2,000 pages"):
        pages(scanned.many_pages(100_000))


def test_a_damaged_pdf_is_refused(pages):
    with pytest.raises(Refused, match="damaged"):
        pages(b"%PDF-1.4\n" + bytes(range(256)) * 20)


@pytest.fixture
def a_child_that(monkeypatch):
    """a_child_that(code): the next children run this instead. `wire`, `out` and AFTER are there."""
    real = subprocess.Popen

    def replaced(code):
        start = "import os, sys, time\nfrom feedback.paper import wire\nout = sys.stdout.buffer\nAFTER = int(sys.argv[2])\n"
        start += "def say(plain, *blobs):\n    out.write(wire.packed(plain, *blobs)); out.flush()\n"

        def popen(command, **given):
            return real([command[0], "-c", start + code, *command[-2:]], **given)

        monkeypatch.setattr(apart.subprocess, "Popen", popen)

    return replaced


SECOND_PAGE_STOPS_IT = """
say({"pages": 3})
for number in range(AFTER + 1, 4):
    if number == 2: %s
    say({"number": number, "why": ""}, b"picture")
say({"done": True})
"""


@pytest.mark.parametrize(
    ("stops", "why"),
    [("os._exit(9)", apart.STOPPED), ("time.sleep(60)", apart.TOO_SLOW), ("out.write(bytes(99)); out.flush(); time.sleep(60)", apart.STOPPED)],
)  # fmt: skip
def test_a_page_that_stops_the_child_does_not_lose_the_others(pages, a_child_that, stops, why):
    a_child_that(SECOND_PAGE_STOPS_IT % stops)
    found = pages(scanned.pdf("one"), patience=0.5)
    assert [(one.number, bool(one.picture)) for one in found] == [(1, True), (2, False), (3, True)]
    assert found[1].why == why


def test_a_file_that_stops_every_child_is_refused_or_given_up(pages, a_child_that, monkeypatch):
    a_child_that("os._exit(9)")
    with pytest.raises(Refused, match="could not be opened"):
        pages(scanned.pdf("one"))
    monkeypatch.setattr(limits, "MOST_CRASHES", 2)
    a_child_that('say({"pages": 30}); os._exit(9)')
    found = pages(scanned.pdf("one"))
    assert [one.number for one in found] == list(range(1, 31))
    assert found[-1].why == apart.GIVEN_UP


def test_the_child_is_confined(pages, a_child_that):
    a_child_that(
        "import resource\nfrom feedback.paper.files.child import confine\nconfine()\n"
        "said = [sorted(os.environ), os.listdir('.'), resource.getrlimit(resource.RLIMIT_CORE)[0]]\n"
        "try:\n    bytearray(4 << 30); said.append('much memory')\nexcept MemoryError: said.append('no memory')\n"
        "try:\n    open('x', 'w').write('x' * 100000); said.append('wrote')\nexcept OSError: said.append('not written')\n"
        "say({'refused': str(said)})\n"
    )
    os.environ["A_SECRET"] = "secret"
    try:
        with pytest.raises(Refused) as said:
            pages(scanned.pdf("one"))
    finally:
        del os.environ["A_SECRET"]
    assert "A_SECRET" not in str(said.value) and "PYTHONPATH" in str(said.value)
    assert "[], 0, 'no memory', 'not written'" in str(said.value)
