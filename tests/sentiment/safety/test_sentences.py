import pytest
from hypothesis import given
from hypothesis import strategies as st

from sentiment.safety.sentences import MOST_WORDS, around


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("fine", "It was fine."),
        ("Was", "Was  it?"),
        ("thank", "thank you ..."),
        ("3.5", "3.5 stars"),
    ],
)
def test_a_word_stands_in_its_sentence(word, sentence):
    text = "It was fine. Was  it? \n\nthank you ...\r\n12. 3.5 stars"
    start, end = around(text, text.index(word))
    assert text[start:end] == sentence


def test_of_a_long_run_of_words_those_around_are_shown():
    words = [f"word{number}" for number in range(75)]
    text = " ".join(words)
    for at in (0, 40, 74):
        start, end = around(text, text.index(words[at]))
        shown = text[start:end].split()
        assert len(shown) == MOST_WORDS
        assert words[at] in shown


def test_blank_text_of_any_length_is_no_trouble():
    assert around(" " * 200_000, 7) == (0, 200_000)


@given(st.text(min_size=1), st.data())
def test_any_place_of_any_text_is_in_a_sentence(text, data):
    start, end = around(text, data.draw(st.integers(0, len(text) - 1)))
    assert 0 <= start < end <= len(text)
