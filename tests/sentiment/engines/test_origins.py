import pytest

from sentiment.engines.cleaning import clean
from sentiment.engines.origins import Origins


@pytest.mark.parametrize(
    ("text", "word", "written"),
    [
        ("Kind staff", "staff", "staff"),
        ("  Kind \r\n\t staff ", "staff", "staff"),
        ("Kind\x00staff", "staff", "staff"),
        ("They didnâ€™t listen", "didn’t", "didnâ€™t"),
        ("The cafÃ© was shut, the staff were kind", "staff", "staff"),
        ("A hardÂ\xa0space and staff", "staff", "staff"),
        ("The oﬃce staff", "office", "oﬃce"),
        ("½ an hour with staff", "staff", "staff"),
        ("\ud800 Kind staff", "Kind", "Kind"),
    ],
)
def test_a_word_is_found_where_it_was_written(text, word, written):
    cleaned = clean(text)
    at = cleaned.index(word)
    start, end = Origins(text, cleaned).place(at, at + len(word))
    assert text[start:end] == written


def test_a_repeated_word_is_the_right_one_of_the_two():
    text = "slow  then  slow"
    assert Origins(text, clean(text)).place(10, 14) == (12, 16)


def test_what_cannot_be_traced_is_nowhere():
    assert Origins("something else", "kind staff").place(0, 4) is None
