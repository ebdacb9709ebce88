from hypothesis import given
from hypothesis import strategies as st

from sentiment.engines.cleaning import MOST_CHARACTERS, clean, has_words


def test_text_read_in_the_wrong_encoding_is_mended():
    assert clean("I canâ€™t fault the cafÃ©") == "I can’t fault the café"


def test_text_that_is_only_partly_broken_keeps_its_words():
    assert clean("Ã© and 漢") == "Ã© and 漢"


def test_control_characters_and_spaces_become_one_space():
    assert clean(" a\x00b\r\n\t c\u200b\ufeff ") == "a b c"


def test_text_without_a_letter_has_no_words():
    assert not any(map(has_words, ["", "10/10", "...", "👍"]))
    assert all(map(has_words, ["ok", "ਚੰਗਾ", "好"]))


@given(st.text(st.characters()))
def test_any_text_becomes_clean_text_that_stays_as_it_is(text):
    once = clean(text)
    assert once.encode("utf-8").decode("utf-8") == once
    assert once == once.strip()
    assert "\x00" not in once


def test_very_long_text_is_cut():
    assert len(clean("word " * 100_000)) <= MOST_CHARACTERS
