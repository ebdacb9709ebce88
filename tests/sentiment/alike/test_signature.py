from random import Random

import pytest

from sentiment.alike.signature import BANDS, bands
from tests.sentiment.alike.stories import RETOLD, story

# Stored rows hang on it: a change here needs every signature made anew.
FIRST = -8643128873067656399


def test_a_stock_answer_has_no_bands():
    assert bands("very good", "service 1") == bands("", "service 1") == []


def test_values_fit_the_database_and_never_change():
    values = bands("My grandad sat in a cold corridor until the lights were dimmed at midnight.", "service 1")
    assert len(values) == BANDS and all(-(2**63) <= value < 2**63 for value in values)
    assert values[0] == FIRST


def test_the_same_words_at_another_place_have_nothing_in_common():
    text = story(Random(1))
    assert not set(bands(text, "service 1")) & set(bands(text, "service 2"))


@pytest.mark.parametrize("way", RETOLD)
def test_a_story_told_again_is_found_by_a_band(way):
    chosen = Random(way)
    told = [story(chosen) for _ in range(50)]
    found = [set(bands(one, "here")) & set(bands(RETOLD[way](one, chosen), "here")) for one in told]
    assert sum(map(bool, found)) >= 45


def test_a_very_long_text_is_signed_quickly_by_its_beginning():
    text = story(Random(2)) + " and then again another matter" * 20_000
    assert len(bands(text, "here")) == BANDS
