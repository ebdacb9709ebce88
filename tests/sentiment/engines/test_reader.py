"""The rules between a network's answers and a Reading, on a network that says what it is told."""

import numpy as np
import pytest

from feedback.signals import find
from sentiment.engines import reader
from sentiment.engines.calibration import Calibration
from sentiment.engines.heads import ANSWERS, columns
from sentiment.engines.pieces import pieces
from sentiment.engines.reader import Reader
from sentiment.safety.columns import COLUMNS
from sentiment.themes import NAMES

QUIET = -9.0


class Told:
    """Raises each answer (by its column) at each of its words."""

    def __init__(self, **at):
        self.at = {
            pieces([word])[0].ids[1]: columns(head.split("_")[0]).start + int(head.split("_")[1])
            for head, word in at.items()
        }

    def answers(self, tokens, kinds):
        found = []
        for ids in tokens:
            answers = np.zeros((len(ids), ANSWERS), np.float32)
            answers[:, columns("themes")] = answers[:, columns("danger")] = QUIET
            for row, token in enumerate(ids):
                if token in self.at:
                    answers[row, self.at[token]] = 200
            found.append(answers)
        return found


def read(text, danger=(1.0, 1.0), **at):
    (reading,) = Reader(Told(**at), Calibration(danger=danger), "told").read([text], [""])
    return reading


PARKING, FOOD = NAMES.index("Parking"), NAMES.index("Food & drink provision & facilities")
SELF_HARM, TIER_0 = COLUMNS.index("self_harm"), COLUMNS.index("tier 0")


def test_each_answer_names_the_words_that_carried_it():
    text = "The parking was  dear\nand the food was rude."
    reading = read(text, **{f"themes_{PARKING}": "parking", f"themes_{FOOD}": "food", "sentiment_4": "rude"})
    assert reading.sentiment == 5
    assert {label: [text[start:end] for start, end in runs] for label, runs in reading.why.items()} == {
        "sentiment": ["rude"],
        "Parking": ["parking"],
        "Food & drink provision & facilities": ["food"],
    }


@pytest.mark.parametrize(("text", "severity"), [("kind kind kind", 0.0), ("no word of it", 0.5)])
def test_severity_is_a_share(text, severity):
    assert read(text, criticality_0="kind").severity == severity


def test_danger_in_one_sentence_is_shown_as_that_sentence():
    text = "The food was lovely.\n My brother gave  his dog away on Sunday and paid. Parking was dear."
    (signal,) = read(text, **{f"danger_{TIER_0}": "dog"}).signals
    assert signal.words == "My brother gave  his dog away on Sunday and paid."
    assert signal.words == text[signal.start : signal.end]


def test_a_short_sentence_and_a_figure_of_speech_are_left_to_the_phrasebook():
    assert read("Dog died.", **{f"danger_{TIER_0}": "dog"}).signals == ()
    idiom = "I was dying for a cup of tea and my dog was too"
    assert read(idiom, **{f"danger_{TIER_0}": "dog"}).signals == find(idiom)


def test_a_quiet_comment_and_an_unsure_tier_add_nothing():
    text = "My brother gave his dog away on Sunday and paid."
    assert read(text).signals == ()
    assert read(text, danger=(500.0, 500.0), **{f"danger_{TIER_0}": "dog"}).signals == ()


def test_what_the_words_found_is_kept_and_not_found_twice():
    text = "I want to kill myself and nobody at the clinic will listen to me"
    first = find(text)
    assert "self_harm" in {signal.kind for signal in first}
    kinds = [signal.kind for signal in read(text, **{f"danger_{TIER_0}": "clinic"}).signals]
    assert kinds[: len(first)] == [signal.kind for signal in first]
    assert len(kinds) == len(set(kinds))


def test_many_texts_are_read_in_portions_and_stay_in_order(monkeypatch):
    monkeypatch.setattr(reader, "MOST_CHARACTERS", 40)
    texts = [f"Comment number {number} of many" for number in range(9)] + [""]
    readings = Reader(Told(), Calibration(), "told").read(texts, [""] * 10)
    assert [reading.sentiment for reading in readings] == [1] * 9 + [None]


def test_which_words_carried_an_answer_is_worked_out_when_asked_and_once(monkeypatch):
    asked = []
    monkeypatch.setattr(reader, "_why", lambda *about: asked.append(about) or {"sentiment": [(0, 4)]})
    reading = read("kind")
    assert not asked
    assert (
        reading.why == {"sentiment": [(0, 4)]}
        and list(reading.why) == ["sentiment"]
        and len(reading.why) == 1
    )
    assert len(asked) == 1
