import numpy as np
import pytest

from sentiment.engines import why


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("... 😊", []),
        ("Didn't listen!", ["Didn't", "listen"]),
        ("an on-call (night) doctor's note", ["an", "on-call", "night", "doctor's", "note"]),
    ],
)
def test_words_are_what_people_call_words(text, words):
    assert [text[start:end] for start, end in why.words(text)] == words


def test_a_word_of_several_tokens_adds_up_what_they_say():
    # "Rude staff.": two tokens, one token, a full stop that is no word.
    answers = np.array([[3.0], [2.0], [1.0], [9.0]])
    raised = why.raised(answers, np.array([0, 2, 5, 10]), np.array([[0, 4], [5, 10]]))
    assert raised.tolist() == [[1.0], [-1.0]]


def test_a_comment_of_no_words_raises_nothing():
    assert why.raised(np.ones((2, 3)), np.array([0, 1]), why.words("..")).shape == (0, 3)


@pytest.mark.parametrize(
    ("raised", "runs"),
    [
        ([], []),
        ([0.0], [(0, 0)]),
        ([-1.0, -2.0], []),
        ([0, 3, 0, 1, 0], [(1, 1), (3, 3)]),
        ([1, 1, 0, 3, 0], [(3, 3), (0, 1)]),
        ([2, 2, 0, 3, 0], [(0, 1), (3, 3)]),
        ([1, 2, 3, 4, 5, 6, 7], [(2, 6)]),
        ([5, 0, 5, 0, 5, 0, 5, 0, 5, 0, 1], [(0, 0), (2, 2), (4, 4), (6, 6), (8, 8)]),
    ],
)
def test_at_most_five_words_are_named_neighbours_joined_weightiest_first(raised, runs):
    assert why.carried(np.array(raised, float), np.ones(len(raised), bool)) == runs


def test_small_words_are_no_reason_however_loud():
    text = "The staff were rude and not sorry"
    places = why.words(text)
    telling = why.telling(text, places)
    assert telling.tolist() == [False, True, False, True, False, True, True]
    assert why.carried(np.array([9, 1, 9, 3, 9, 0, 2.0]), telling) == [(3, 3), (6, 6), (1, 1)]


def test_a_comment_of_small_words_alone_still_has_a_reason():
    assert why.telling("it was there", why.words("it was there")).all()
