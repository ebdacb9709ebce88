"""Made pages: the same from the same seed, and their truth is what is drawn."""

from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from feedback.paper.generator.answers import Answer, Person, fill
from feedback.paper.generator.chance import chance
from feedback.paper.generator.drills import DRILLS
from feedback.paper.generator.hands import HELD_OUT, Hand
from feedback.paper.generator.make import Sheet, Whose, draw, make, payload, place, scan, sheet
from feedback.paper.generator.marks import STROKES, Pen
from feedback.paper.generator.mixes import Plan
from feedback.paper.generator.printed import PLACE
from feedback.paper.generator.strikes import STRIKES
from feedback.paper.payload import read

from .conftest import DPI, small_layout

SCALE = DPI / 25.4


def filled(layout, pen="black biro", **answers):
    source = chance("a sheet")
    given = fill(layout, source, Person(passes_over=1_000, writes=False))
    hand = Hand("kalam", Pen.drawn(source, pen))
    return Sheet(layout, payload(layout, 0, Whose()), PLACE, hand, given | answers, "a sheet")


def part(page, box, within=0.0):
    return page[
        round((box.y + within) * SCALE) : round((box.y + box.height - within) * SCALE),
        round((box.x + within) * SCALE) : round((box.x + box.width - within) * SCALE),
    ]


def dark(page, box):
    return (part(page, box, within=0.8) < 200).mean()


def test_the_same_seed_makes_the_same_bytes_and_another_seed_others(layout):
    one, same, other = ([made.picture for made in make([layout], 2, seed)] for seed in (5, 5, 6))
    assert one == same
    assert one != other


def test_a_page_does_not_depend_on_where_the_pile_was_begun(layout):
    whole = [made.truth for made in make([layout], 3, 9)]
    assert [made.truth for made in make([layout], 1, 9, start=2)] == whole[2:]


def test_all_pages_of_a_form_come_together_with_the_same_serial():
    card, complaint = small_layout(), replace(small_layout(2), form="complaint")
    assert [place([card, complaint], number) for number in range(6)] == [
        (0, 1), (1, 1), (1, 2), (2, 1), (3, 1), (3, 2),
    ]  # fmt: skip
    second, third = list(make([card, complaint], 2, 3, start=1))
    assert (second.truth["form_page"], third.truth["form_page"]) == (1, 2)
    assert second.truth["serial"] == third.truth["serial"] == 2


@pytest.mark.parametrize("kind", STROKES)
def test_a_marked_box_holds_ink_and_an_empty_one_none(layout, kind):
    choices = layout.field("fft_answer").choices
    marks = {choice.value: kind if choice.value == "3" else "" for choice in choices}
    page, fields = draw(filled(layout, fft_answer=Answer("3", marks)), 1, DPI)
    assert fields["fft_answer"] == {"kind": "choice", "value": "3", "marks": marks}
    inked = dark(page, choices[2].box)
    assert inked > 0.7 if kind == "solid" else inked < 0.7
    # A ring goes round the box and stays out of it.
    assert inked > 0.004 or kind == "ring"
    assert all(dark(page, choice.box) == 0 for choice in choices if choice.value in "156")


def test_words_are_told_as_they_were_written_line_by_line(layout):
    words = "The tea was lovely. " * 40
    page, fields = draw(filled(layout, what_good=Answer(words.strip())), 1, DPI)
    written = fields["what_good"]["value"]
    assert "\n" in written
    assert words.startswith(written.replace("\n", " "))
    box = layout.field("what_good").box
    assert dark(page, box) > 0.01
    below = part(page, replace(box, y=box.y + box.height + 4, height=8))
    assert (below == 255).all()


def test_a_word_crossed_out_is_not_part_of_the_truth(layout):
    _, fields = draw(filled(layout, what_good=Answer("It was very good", struck=(2, "verry"))), 1, DPI)
    told = fields["what_good"]
    assert (told["value"], told["struck"]) == ("It was very good", "verry")
    ((left, top), (right, bottom)) = told["crossed"][0]
    box = layout.field("what_good").box
    assert box.x < left < right < box.x + box.width
    assert box.y < top < box.y + box.height and abs(bottom - top) < 2


@pytest.mark.parametrize("kind", STRIKES)
def test_every_way_to_cross_a_word_out_leaves_ink_over_it_and_nowhere_else(layout, kind):
    def inked(way):
        one = filled(layout, what_good=Answer("It was very good", struck=(2, "verry")))
        one = replace(one, hand=Hand("kalam", Pen.drawn(chance("a pen"), "black biro"), strikes=way))
        page, fields = draw(one, 1, DPI)
        ((left, top), (right, _)) = fields["what_good"]["crossed"][0]
        rows, columns = (
            slice(round((top - 2) * SCALE), round((top + 2) * SCALE)),
            slice(round(left * SCALE), round(right * SCALE)),
        )
        return page[rows, columns], fields["what_good"]["crossed"]

    (word, where), (_, same) = inked(kind), inked("lines")
    assert (word < 128).mean() > 0.15
    assert len(where) == len(same) == 1


def test_a_drill_is_full_of_what_it_drills_and_leaves_ordinary_piles_as_they_are(layout):
    def marks(drill):
        sheets = [sheet(layout, number, 3, drill=drill, whose=Whose()) for number in range(60)]
        return [
            kind
            for one in sheets
            for answer in one.answers.values()
            for kind in answer.marks.values()
            if kind
        ]

    drilled, plain = marks("boxes"), marks("")
    assert drilled.count("ring") + drilled.count("dot") > len(drilled) / 3
    assert plain.count("ring") + plain.count("dot") < len(plain) / 5
    crossed = [
        sheet(layout, number, 3, drill=drill, whose=Whose()).answers["what_good"].struck is not None
        for drill in ("", "crossed out")
        for number in range(60)
    ]
    assert sum(crossed[60:]) > 3 * max(sum(crossed[:60]), 1)
    assert {"lines", "loose"} <= set(DRILLS["crossed out"].strikes)


def test_a_comb_and_a_date_have_one_character_a_cell(layout):
    page, fields = draw(filled(layout, stamp=Answer("2026-08-09")), 1, DPI)
    assert fields["stamp"]["value"] == "2026-08-09"
    assert all(dark(page, cell) > 0.01 for cell in layout.field("stamp").cells)
    assert all(dark(page, cell) == 0 for cell in layout.field("telephone").cells)


def test_the_codes_on_the_page_say_what_the_truth_says(layout):
    page, _ = draw(filled(layout), 1, 200)
    found = zxingcpp.read_barcodes(page)
    assert {read(one.text) for one in found} == {payload(layout, 0, Whose())}
    assert len(found) == 2


def test_the_same_sheet_scanned_again_is_another_picture_with_the_same_truth(layout):
    one = filled(layout, what_good=Answer("Lovely cup of tea"))
    plan = Plan(dpi=DPI, damages=(("noise", 0.5),), quality=80)
    first, second = scan(one, 1, plan, "first"), scan(one, 1, plan, "second")
    assert first.picture != second.picture
    assert first.truth == second.truth


def test_black_and_white_is_one_bit_a_dot_and_says_so(layout):
    (made,) = make([layout], 1, 4, one_bit=True)
    picture = Image.open(BytesIO(made.picture))
    assert picture.mode == "1"
    assert made.truth["one_bit"]
    assert round(picture.info["dpi"][0]) == made.truth["dpi"]


def test_hands_kept_apart_never_write_without_being_asked(layout):
    def hands(kept_apart):
        return {
            sheet(layout, number, 7, kept_apart=kept_apart, whose=Whose()).hand.font for number in range(200)
        }

    assert not hands(False) & set(HELD_OUT)
    assert hands(True) >= set(HELD_OUT)


def test_colour_keeps_the_blue_of_a_biro(layout):
    page, _ = draw(filled(layout, "blue biro", what_good=Answer("Blue words")), 1, DPI, colour=True)
    inked = part(page, layout.field("what_good").box, within=0.8)
    darkest = inked.reshape(-1, 3)[np.argmin(inked.sum(axis=2))]
    assert int(darkest[2]) > int(darkest[0]) + 50
