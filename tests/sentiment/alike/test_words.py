from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sentiment.alike.words import SAME, share, tells_a_story, words_of
from tests.sentiment.alike.stories import RETOLD, story, story_and_another_of_the_same_event

TEXTS = st.lists(st.sampled_from("ward lift tea nurse the was broken twice cold again".split()), max_size=40)


@pytest.mark.parametrize(
    "stock",
    [
        "",
        "Nothing",
        "very good",
        "Thank you all so much for everything, you were amazing and so kind to me.",
        "I don't think you could have done any better, thank you.",
        "The person I spoke to was very helpful and professional.",
        "👍👍👍",
    ],
)
def test_a_stock_answer_is_no_story(stock):
    assert not tells_a_story(words_of(stock))


def test_case_accents_and_apostrophes_do_not_matter():
    assert words_of("Couldn’t WAIT at the café!") == words_of("couldnt wait at the cafe")


@given(TEXTS, TEXTS)
def test_the_share_is_a_share_and_the_same_both_ways(one, other):
    assert 0 <= share(one, other) == share(other, one) <= 1


@pytest.mark.parametrize("way", RETOLD)
def test_a_story_told_again_is_the_same(way):
    chosen = Random(way)
    told = [story(chosen) for _ in range(50)]
    same = [share(words_of(one), words_of(RETOLD[way](one, chosen))) >= SAME for one in told]
    assert sum(same) >= 45


def test_two_people_to_whom_the_same_happened_told_two_stories():
    chosen = Random(11)
    for _ in range(100):
        one, other = story_and_another_of_the_same_event(chosen)
        assert share(words_of(one), words_of(other)) < SAME


def test_praise_that_two_letters_share_makes_them_no_twins():
    praise = "all of the staff were so very kind and helpful and everything was excellent thank you"
    assert share(words_of(praise + " the lift broke"), words_of(praise + " parking was dear")) == 0
