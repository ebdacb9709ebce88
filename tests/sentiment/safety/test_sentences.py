from hypothesis import given
from hypothesis import strategies as st

from sentiment.safety.sentences import MOST_WORDS, place, sentences


def test_a_comment_is_read_a_sentence_at_a_time():
    assert sentences("It was fine. Was it? Yes!\nthank you ... 12.") == [
        "It was fine.",
        "Was it?",
        "Yes!",
        "thank you ...",
    ]


def test_a_long_run_of_words_is_read_in_windows_that_overlap():
    words = [f"word{number}" for number in range(75)]
    parts = sentences(" ".join(words))
    assert all(len(part.split()) == MOST_WORDS for part in parts)
    assert set(" ".join(parts).split()) == set(words)
    assert parts[0].split()[-1] in parts[1].split()


def test_a_sentence_is_found_where_the_person_wrote_it():
    text = "Hello.  He  said\u200b (no) [twice]. Bye."
    start, end = place("He said (no) [twice].", text)
    assert text[start:end] == "He  said\u200b (no) [twice]."


@given(st.text())
def test_any_text_splits_and_every_part_has_a_place(text):
    for part in sentences(text):
        start, end = place(part, text)
        assert 0 <= start < end <= len(text)
