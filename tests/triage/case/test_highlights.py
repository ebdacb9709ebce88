"""Marks on a person's words: on the right ones, never changing what was written, never as HTML of theirs."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.case.highlights import marked, quoted

TEXT = "We waited three hours in the corridor."


def at(words, text=TEXT):
    start = text.index(words)
    return [start, start + len(words)]


@pytest.mark.parametrize("why", [{}, {"sentiment": []}])
def test_without_reasons_the_text_is_as_it_was(why):
    assert marked(TEXT, why) == TEXT


def test_the_words_that_carried_a_label_are_marked():
    shown = marked(TEXT, {"Timeliness of care": [at("three hours")], "sentiment": [at("corridor")]})
    assert shown == "We waited <mark>three hours</mark> in the <mark>corridor</mark>."


@pytest.mark.parametrize(
    "places",
    [["waited three", "three hours"], ["three hours", "waited three hours"], ["hours", "waited three "]],
)
def test_words_of_two_labels_are_marked_once(places):
    first, second = places
    shown = marked(TEXT, {"a": [at(first)], "b": [at(second)]})
    assert shown.count("<mark>") == shown.count("</mark>")
    assert "waited three" in shown.replace("</mark> <mark>", " ")
    assert "<mark><mark>" not in shown


@pytest.mark.parametrize("place", [[-1, 4], [0, 10_000], [5, 5], [9, 3], [2, 3]])
def test_a_place_that_does_not_fit_is_left_out(place):
    assert marked(TEXT, {"a": [place]}) == TEXT
    assert quoted(TEXT, [place]) == []


def test_a_persons_own_html_stays_words():
    text = 'The <b>nurse</b> & "sister" <script>alert(1)</script>'
    shown = marked(text, {"a": [at("<script>", text)], "b": [at("nurse</b> &", text)]})
    assert set(re.findall(r"</?(\w+)", shown)) == {"mark"}
    assert html.unescape(re.sub("</?mark>", "", shown)) == text


@given(
    st.text(alphabet="ab <>&\"'\n\r\té👍🏽", max_size=60),
    st.dictionaries(
        st.sampled_from("abc"), st.lists(st.tuples(st.integers(-3, 70), st.integers(-3, 70)), max_size=4)
    ),
)
def test_whatever_is_marked_the_words_stay_the_same(text, why):
    shown = marked(text, why)
    assert html.unescape(re.sub("</?mark>", "", shown)) == text
    assert re.findall("</?mark>", shown) == ["<mark>", "</mark>"] * shown.count("<mark>")
    assert set(re.findall(r"</?(\w+)", shown)) <= {"mark"}


@given(st.data())
def test_what_is_quoted_is_what_is_marked(data):
    text = data.draw(st.text(alphabet="ab c\n", min_size=1, max_size=40))
    place = data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))))
    marks = re.findall("<mark>(.*?)</mark>", marked(text, {"a": [place]}), re.DOTALL)
    assert [" ".join(words.split()) for words in marks] == quoted(text, [place])


def test_quotes_come_in_their_order_on_one_line_and_none_twice():
    text = "So slow,\n so  slow. Nobody came. SO SLOW"
    places = [at("Nobody came", text), at("so  slow", text), at("SO SLOW", text), [0, 7]]
    assert quoted(text, places) == ["Nobody came", "so slow"]
