"""The safety set: what counts as heard."""

import pytest

from feedback.signals import Signal
from sentiment.engines import Reading
from sentiment.promotion.weighing import heard, weighed
from sentiment.training.rows import UnreadableData


class Told:
    """An engine that raises the kinds each text names."""

    name = "told"

    def read(self, texts, questions):
        return [
            Reading(
                3, {}, {}, (), tuple(Signal(kind, "") for kind in text.split() if kind != "-"), "en", "told"
            )
            for text in texts
        ]


@pytest.fixture
def frozen(tmp_path):
    (tmp_path / "danger.csv").write_text(
        "kind,voice,text\nself_harm,plain,self_harm\nself_harm,plain,threat\nself_harm,plain,neglect\n"
        "neglect,plain,neglect\nneglect,plain,threat\nneglect,plain,legal\n"
    )
    (tmp_path / "harmless.csv").write_text("voice,text\nplain,legal\nplain,-\nplain,neglect\n")
    return tmp_path


def test_danger_is_heard_by_a_signal_of_its_tier_or_a_graver_one(frozen):
    assert heard(Told(), frozen)["danger"] == {"0": {"rows": 3, "missed": 1}, "1": {"rows": 3, "missed": 1}}


def test_only_tiers_0_and_1_are_false_alarms(frozen):
    assert heard(Told(), frozen)["harmless"] == {"rows": 3, "alarms": 1}


def test_without_test_rows_there_are_no_test_figures(frozen):
    assert weighed(Told(), [], frozen)["test"] == {}


def test_a_missing_safety_set_is_an_error_not_a_pass(tmp_path):
    with pytest.raises(UnreadableData, match=r"danger\.csv"):
        heard(Told(), tmp_path)
