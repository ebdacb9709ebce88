"""The light marks of a letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.markup import Block, blocks, one_idea_a_line, plain, runs, said

WORDS = """Dear Ada,

## What we found
First line,
second line.

- a lift
- **no** stairs

3. third
4) fourth
The end."""


def kinds(text):
    return [(block.kind, [said(line) for line in block.lines]) for block in blocks(text)]


def test_headings_paragraphs_and_lists_are_told_apart():
    assert kinds(WORDS) == [
        ("paragraph", ["Dear Ada,"]),
        ("heading", ["What we found"]),
        ("paragraph", ["First line,", "second line."]),
        ("bullets", ["a lift", "no stairs"]),
        ("numbers", ["third", "fourth"]),
        ("paragraph", ["The end."]),
    ]


def test_a_list_that_goes_on_keeps_its_numbers():
    assert blocks(WORDS)[4].start == 3
    assert "3. third\n4. fourth" in plain(WORDS)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("a **b** c", (("a ", False), ("b", True), (" c", False))),
        ("**b**", (("b", True),)),
        ("2 ** 3 ** 4", (("2 ** 3 ** 4", False),)),
        ("**open", (("**open", False),)),
    ],
)
def test_bold_is_two_stars_around_words(line, found):
    assert runs(line) == found


@pytest.mark.parametrize("line", ["#no heading", "-5 degrees", "14 April 2026. We met.", "<b>bold</b>", "*"])
def test_what_only_looks_like_a_mark_is_words(line):
    assert kinds(line) == [("paragraph", [line])]


def test_plain_words_have_no_marks():
    assert plain(WORDS).startswith(
        "Dear Ada,\n\nWhat we found\n\nFirst line,\nsecond line.\n\n- a lift\n- no stairs"
    )


@given(st.text())
def test_no_word_is_ever_lost(text):
    read = "".join(said(line) for block in blocks(text) for line in block.lines)
    for mark in "#*-•.)0123456789":
        text, read = text.replace(mark, ""), read.replace(mark, "")
    assert "".join(read.split()) == "".join(text.split())


@given(st.text())
def test_reading_never_fails_and_no_line_is_empty(text):
    assert all(said(line).strip() for block in blocks(text) for line in block.lines)


@pytest.mark.parametrize(
    ("words", "ideas"),
    [
        ("It is free. The Ombudsman is not part of the NHS. Ask within a year.",
         ["It is free.", "The Ombudsman is not part of the NHS.", "Ask within a year."]),
        ("Mr. Okoro met Dr. Marsh at 10 a.m. on Ward 4.", ["Mr. Okoro met Dr. Marsh at 10 a.m. on Ward 4."]),
        ("Go to www.ombudsman.org.uk. Or **ring us. Please.**", ["Go to www.ombudsman.org.uk.", "Or ring us.", "Please."]),
    ],
)  # fmt: skip
def test_easy_read_has_one_idea_a_line(words, ideas):
    (block,) = blocks(words)
    assert [said(line) for line in one_idea_a_line(block).lines] == ideas


def test_a_list_is_one_idea_a_line_already():
    block = Block("bullets", (runs("One. Two."),))
    assert one_idea_a_line(block) is block
