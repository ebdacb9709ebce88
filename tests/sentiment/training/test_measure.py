import pytest

from feedback.signals import Signal
from sentiment.engines import Reading
from sentiment.safety.columns import labels
from sentiment.themes import NAMES
from sentiment.training import tables
from sentiment.training.measure import measured, safety
from sentiment.training.rows import NO_DANGER, Row

NONE = (0,) * len(NAMES)
PARKING = tuple(int(name == "Parking") for name in NAMES)


class Parrot:
    """An engine that finds parking where the word stands, and danger where the word does."""

    name = "parrot"

    def read(self, texts, questions):
        return [self._reading(text) for text in texts]

    def _reading(self, text):
        about = "parking" in text
        return Reading(
            sentiment=4 if about else 1,
            probabilities={"1": 0.1, "2": 0.0, "3": 0.0, "4": 0.9 * about, "5": 0.9 * (not about)},
            themes={name: 0.9 if about and name == "Parking" else 0.05 for name in NAMES},
            predicted_themes=("Parking",) if about else (),
            signals=(Signal("threat", "danger"),) if "danger" in text else (),
            language="en",
            model="parrot",
            severity=0.9 if "danger" in text else 0.1,
        )


ROWS = [
    *(
        Row(f"no parking {n}", "could_improve", f"a{n}", 4, PARKING, trust="One", ward="Clinic")
        for n in range(40)
    ),
    *(Row(f"kind staff {n}", "what_good", f"b{n}", 1, NONE, trust="Two", ward="Ward") for n in range(40)),
    *(Row(f"danger {n}", "", f"c{n}", criticality=-5.0) for n in range(5)),
    *(Row(f"lovely {n}", "", f"d{n}", criticality=4.0) for n in range(5)),
]


def test_the_figures_say_what_the_engine_did():
    found = measured(Parrot(), ROWS)
    assert found["themes_micro_f1"]["value"] == 1
    assert found["sentiment_accuracy"]["value"] == 1
    assert found["severity_auc"]["value"] == 1
    assert found["rows"]["themes"] == 40


def test_each_part_has_its_own_figures_and_a_small_part_has_none():
    parts = measured(Parrot(), [*ROWS, Row("one more parking", "", "e", 4, PARKING, trust="Three")])["parts"]
    assert set(parts["trust"]) == {"One", "Two"}
    assert set(parts["question"]) == {"could_improve", "what_good"}
    assert parts["ward"]["Clinic"]["themes_micro_f1"]["value"] == 1


def test_calibration_compares_sureness_with_being_right():
    assert measured(Parrot(), ROWS)["calibration"]["sentiment"]["error"] == pytest.approx(0.1, abs=0.001)


def test_an_alarm_counts_whatever_its_kind():
    rows = [
        Row("danger here", "", "x", danger=labels("neglect")),
        Row("nothing seen", "", "y", danger=labels("self_harm")),
        Row("the danger sign was yellow", "", "z", danger=NO_DANGER),
    ]
    found = safety(Parrot(), rows, ROWS)
    assert found["danger"]["value"] == 0.5
    assert found["harmless"]["value"] == 1.0
    assert found["ordinary"] == {**found["ordinary"], "rows": 90, "value": pytest.approx(5 / 90, abs=1e-4)}


def test_the_tables_of_the_card_hold_every_figure():
    danger = [
        Row("danger here", "", "x", danger=labels("neglect")),
        Row("warm tea", "", "y", danger=NO_DANGER),
    ]
    figures = measured(Parrot(), ROWS) | {"safety": safety(Parrot(), danger, ROWS)}
    text = tables.card(figures)
    for words in ("Themes, micro-F1", "Parking", "By trust", "could_improve", "calibration error", "100.0 %"):
        assert words in text
