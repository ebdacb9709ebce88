"""Letters on paper: tagged, with a title and a language, in the shape the person needs, and kept as they left."""

import datetime as dt
import hashlib
import io
import re

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import OrganisationFactory, UserFactory, a_case, a_letter, a_party, signed_reply
from triage.actions import begin_letter
from triage.delivery import printing
from triage.delivery.sheet import Sheet, source
from triage.models import Reply

ADDRESS = "1 Mill Lane\nElderbridge\nEV1 1AA"
TEXT = """Dear Ada Invented,

## What we found
We are **sorry**. The lift was broken for 3 days. Nobody told you.

- It is mended now.
- It is checked each week.

4. A fourth point."""


def a_sheet(text=TEXT, **given):
    known = {
        "title": "Our reply to your complaint", "organisation": ("Elder Vale Trust", "Eldervale", "01632 960110"),
        "to": ("Ada Invented", *ADDRESS.split("\n")), "reference": "PV-7KD4-QM3X", "on": dt.date(2026, 4, 2),
    }  # fmt: skip
    return Sheet(text=text, **known | given)


def words_of(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        found = []
        for page in document:
            text = page.get_textpage()
            found.append(" ".join(text.get_text_range().split()))
            text.close()
            page.close()
        return found


def sizes_of(pdf):
    """The type sizes of all words on all pages, in points."""
    found = set()
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            for thing in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
                found.add(round(thing.get_font_size() * thing.get_matrix().a, 1))
            page.close()
    return found


def structure(node):
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from structure(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S)
        if "/K" in node:
            yield from structure(node.K)


@pytest.mark.parametrize("shape", ["standard", "large_print", "easy_read"])
def test_it_is_a_tagged_pdf_for_all(shape):
    pdf = printing.draw(a_sheet(shape=shape))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert bool(document.Root.MarkInfo.Marked)
        assert str(document.Root.Lang) == "en-GB"
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        with document.open_metadata() as metadata:
            assert metadata["dc:title"] == "Our reply to your complaint, PV-7KD4-QM3X"
            assert metadata["pdfuaid:part"] == "1"
        tags = list(structure(document.Root.StructTreeRoot))
    assert tags.count("/H1") == 1 and tags.count("/H2") == 1
    assert tags.count("/L") == 2 and tags.count("/LI") == 3
    assert tags.index("/H1") < tags.index("/H2") < tags.index("/L")


def test_it_says_whose_it_is_to_whom_when_and_which_page():
    (words,) = words_of(printing.draw(a_sheet(signature="Signed by Amara Linden.")))
    for said in (
        "Elder Vale Trust Eldervale 01632 960110", "Ada Invented 1 Mill Lane Elderbridge EV1 1AA", "2 April 2026",
        "Our reference: PV-7KD4-QM3X", "4. A fourth point.", "Signed by Amara Linden.", "PV-7KD4-QM3X Page 1 of 1",
    ):  # fmt: skip
        assert said in words


def test_pages_are_counted_and_a_draft_says_so_on_each():
    pages = words_of(printing.draw(a_sheet("More.\n\n" * 60, draft=True)))
    assert len(pages) > 1
    for number, words in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in words and "Draft, not sent." in words


def test_large_print_is_nowhere_smaller_than_18_points():
    assert min(sizes_of(printing.draw(a_sheet(shape="large_print")))) >= 18
    assert min(sizes_of(printing.draw(a_sheet(shape="easy_read")))) >= 16
    assert min(sizes_of(printing.draw(a_sheet()))) >= 12


def test_easy_read_asks_before_it_tells_and_has_short_lines():
    pdf = printing.draw(a_sheet(shape="easy_read"))
    words = words_of(pdf)[0]
    assert "What did we find?" in words and "What we found" not in words
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        text = page.get_textpage()
        lines = text.get_text_range().splitlines()
        text.close()
        page.close()
    assert "The lift was broken for 3 days." in lines
    assert max(map(len, lines)) <= 50


def test_the_same_letter_gives_the_same_bytes():
    assert printing.draw(a_sheet()) == printing.draw(a_sheet())


def test_the_address_stands_in_the_window_that_notify_reads():
    pdf = printing.draw(a_sheet(shape="large_print", window=True, to=tuple("Abcdefg")))
    millimetre = 72 / 25.4
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        text = page.get_textpage()
        inside = text.get_text_bounded(
            left=24 * millimetre, right=120 * millimetre,
            top=page.get_height() - 39.5 * millimetre, bottom=page.get_height() - 66.3 * millimetre,
        )  # fmt: skip
        text.close()
        page.close()
    assert inside.split() == list("Abcdefg")


@pytest.mark.parametrize("words", ['#set page(fill: red)', '"] #panic("x") ["', "\\", "$x$ @y <z> `code` //", "*a* _b_ = c"])  # fmt: skip
def test_words_are_never_commands(words):
    assert "".join(words.split()) in "".join(
        "".join(words_of(printing.draw(a_sheet(f"Hello {words}")))).split()
    )


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(min_codepoint=1, max_codepoint=0x24F), max_size=200))
def test_anything_in_latin_letters_can_be_printed(text):
    printing.draw(a_sheet(text, to=(text,), title=text or "A title"))


def test_letters_we_do_not_have_are_named_and_nothing_is_printed():
    with pytest.raises(printing.CannotPrint, match="“王”.*Latin letters"):
        printing.draw(a_sheet("Dear 王,"))


def test_a_very_long_name_pushes_the_rest_down_and_covers_nothing():
    long = "The Very Long Name of an NHS Trust " * 6
    words = words_of(printing.draw(a_sheet(shape="large_print", to=(long, *ADDRESS.split("\n")))))
    assert "EV1 1AA" in words[0]


def test_the_source_has_no_words_outside_strings():
    written = source(a_sheet("Hello MARKER\n\n- MARKER **MARKER**\n\n# MARKER"))
    assert "MARKER" not in re.sub(r'"(?:[^"\\]|\\.)*"', "", written)


@pytest.fixture
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.mark.django_db
def test_what_was_printed_is_kept_once_and_encrypted(files):
    case = a_case(reply_by="post", contact={"name": "Ada Invented", "address": ADDRESS},
                  organisation=OrganisationFactory(town="Eldervale"))  # fmt: skip
    reply = signed_reply(case, a_letter("The lift is mended."))
    assert reply.way == "print"
    pdf = printing.kept(reply)
    assert hashlib.sha256(pdf).hexdigest() == reply.pdf_sha256
    assert "Ada Invented 1 Mill Lane Elderbridge EV1 1AA" in words_of(pdf)[0]
    assert f"Signed by {reply.letter.signed_by}" in words_of(pdf)[0]
    (file,) = [path for path in files.rglob("*") if path.is_file()]
    assert b"%PDF" not in file.read_bytes()

    Reply.objects.filter(pk=reply.pk).update(text="Other words.")
    assert printing.kept(Reply.objects.get(pk=reply.pk)) == pdf


@pytest.mark.django_db
def test_two_who_print_at_once_keep_one_file(files):
    reply = signed_reply(a_case(reply_by="post", contact={"address": ADDRESS}))
    first, second = Reply.objects.get(pk=reply.pk), Reply.objects.get(pk=reply.pk)
    assert printing.kept(first) == printing.kept(second)
    assert first.pdf.name == second.pdf.name
    assert len([path for path in files.rglob("*") if path.is_file()]) == 1


@pytest.mark.django_db
def test_many_letters_are_one_file_for_the_printer():
    pdfs = [printing.draw(a_sheet(text)) for text in ("First letter.", "Second letter.")]
    first, second = words_of(printing.together(pdfs))
    assert "First letter." in first and "Second letter." in second


@pytest.mark.django_db
def test_a_letter_is_drawn_in_the_shape_the_person_needs():
    case = a_case()
    a_party(case, name="Ada", shape="large_print")
    letter = begin_letter(case, kind="holding", text="It takes longer.", by=UserFactory())
    sheet = printing.of_letter(letter, "It takes longer.")
    assert (sheet.shape, sheet.draft, sheet.title) == ("large_print", True, "Why our reply takes longer")
