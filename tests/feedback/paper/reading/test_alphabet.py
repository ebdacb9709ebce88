"""From the chances of a network to text."""

import numpy as np
import pytest

from feedback.paper.reading.alphabet import Alphabet, as_plain

LETTERS = ["", "一", "a", "，", "1", "b", " "]


def chances(*steps):
    """Rows of chances, of each step its letters with their chance."""
    rows = np.full((len(steps), len(LETTERS)), 1e-6, np.float32)
    for row, step in zip(rows, steps, strict=True):
        for letter, chance in step.items():
            row[LETTERS.index(letter)] = chance
    return rows


@pytest.mark.parametrize(
    ("steps", "text"),
    [
        ([{"a": 0.9}, {"a": 0.9}, {"": 0.9}, {"a": 0.9}], "aa"),
        ([{"a": 0.9}, {"b": 0.8}, {" ": 0.7}, {"b": 0.6}], "ab b"),
        ([{"一": 0.9, "b": 0.05}], "b"),
        ([{"，": 0.9}], ","),
        ([{"": 0.9}], ""),
    ],
)
def test_repeats_are_one_letter_and_only_english_signs_are_weighed(steps, text):
    assert Alphabet(LETTERS, "plain").decode(chances(*steps))[0] == text


def test_a_text_is_as_sure_as_its_letters():
    _, mean, least = Alphabet(LETTERS, "plain").decode(chances({"a": 0.5}, {"a": 0.9}, {"b": 0.7}))
    assert mean == pytest.approx(0.8)
    assert least == pytest.approx(0.7)


def test_another_language_keeps_its_own_signs():
    assert Alphabet(LETTERS, "any").decode(chances({"一": 0.9}))[0] == "一"


def test_figures_are_weighed_among_themselves():
    rows = Alphabet(LETTERS, "figures").of_each(chances({"b": 0.9, "1": 0.1}))
    assert rows.shape == (1, 10)
    assert rows[0].argmax() == 1


def test_full_width_signs_become_plain():
    assert "".join(map(as_plain, "Ａ１，’")) == "A1,'"
