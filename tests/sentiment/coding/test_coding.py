"""The two further coded views: whole, inside their lists, and never more than a suggestion."""

import csv
import hashlib
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.signals import KINDS, Signal
from sentiment.coding import STATEMENTS, SUBJECTS, VERSION, suggested
from sentiment.coding.crosswalk import FEELINGS, FILE, STEPS
from sentiment.coding.lists import FOLDER
from sentiment.engines import Reading
from sentiment.themes import NAMES

PUBLISHED = Path(__file__).parents[4] / "shared" / "domain"
ANY_FEELING = [None, 1, 2, 3, 4, 5]


def read(*themes, sentiment=4, signals=(), share=1.0):
    return Reading(sentiment, {}, dict.fromkeys(themes, share), themes, signals, "en", "test")


readings = st.builds(
    lambda shares, sentiment, kinds: Reading(
        sentiment, {}, shares, tuple(shares), tuple(Signal(kind, "words") for kind in kinds), "en", "test"
    ),
    st.dictionaries(st.sampled_from(NAMES), st.floats(0, 1), max_size=6),
    st.sampled_from(ANY_FEELING),
    st.lists(st.sampled_from(list(KINDS)), max_size=4),
)


@pytest.mark.parametrize("sentiment", ANY_FEELING)
@pytest.mark.parametrize("theme", NAMES)
def test_every_theme_leads_to_a_statement_whatever_the_feeling(theme, sentiment):
    assert suggested(read(theme, sentiment=sentiment)).statements


@pytest.mark.parametrize("kind", KINDS)
def test_every_signal_leads_to_a_statement(kind):
    assert suggested(read(signals=(Signal(kind, "words"),))).statements


@given(readings)
def test_nothing_is_suggested_outside_the_lists_or_without_a_reason_and_a_share(reading):
    views = suggested(reading)
    for suggestions, codes in ((views.subjects, SUBJECTS), (views.statements, STATEMENTS)):
        for one in suggestions:
            assert codes[one.entry.code] is one.entry
            assert 0 <= one.share <= 1
            assert one.share == max(reason.share for reason in one.because)
            for reason in one.because:
                heard = reading.themes if reason.source == "theme" else [s.kind for s in reading.signals]
                assert reason.name in heard
                assert reason.reason
        assert [one.share for one in suggestions] == sorted((one.share for one in suggestions), reverse=True)
    assert views.crosswalk == VERSION


@given(readings)
def test_a_stored_row_suggests_what_its_reading_did(reading):
    row = SimpleNamespace(
        sentiment=reading.sentiment,
        themes=reading.themes,
        predicted_themes=list(reading.predicted_themes),
        signals=[{"kind": signal.kind, "words": signal.words} for signal in reading.signals],
    )
    assert suggested(row) == suggested(reading)


@given(readings)
def test_one_more_theme_never_takes_a_suggestion_away(reading):
    fewer = Reading(
        reading.sentiment, {}, reading.themes, reading.predicted_themes[1:], reading.signals, "en", ""
    )
    for name in ("subjects", "statements"):
        less = {one.entry: one.share for one in getattr(suggested(fewer), name)}
        more = {one.entry: one.share for one in getattr(suggested(reading), name)}
        assert all(more[code] >= share for code, share in less.items())


@pytest.mark.parametrize("theme", NAMES)
def test_praise_suggests_no_subject_of_complaints(theme):
    assert suggested(read(theme, sentiment=1)).subjects == ()


def test_criticism_of_nearly_every_theme_suggests_a_subject():
    without = [name for name in NAMES if not suggested(read(name, sentiment=5)).subjects]
    assert without == ["Positive experience & gratitude"]


def test_a_sign_of_harm_suggests_a_subject_even_in_words_of_praise():
    views = suggested(read(sentiment=1, signals=(Signal("medicine_error", "the wrong tablets"),)))
    assert [one.entry.code for one in views.subjects] == ["prescribing"]


def test_the_share_is_the_theme_s_own_times_the_crosswalk_s_weight():
    views = suggested(read("Parking", share=0.5))
    (facilities,) = views.subjects
    assert (facilities.entry.name, facilities.share) == ("Facilities (services)", 0.4)
    assert (facilities.because[0].source, facilities.because[0].name) == ("theme", "Parking")


def test_a_theme_that_a_person_chose_counts_in_full():
    by_person = SimpleNamespace(sentiment=4, themes={}, predicted_themes=["Parking"], signals=[])
    assert suggested(by_person).subjects[0].share == 0.8


def test_a_theme_of_another_list_and_an_unknown_signal_suggest_nothing():
    views = suggested(read("Staff", signals=(Signal("of_later_days", ""),)))
    assert (views.subjects, views.statements) == ((), ())


def test_the_crosswalk_names_only_what_exists_and_each_step_once():
    for (source, name), steps in STEPS.items():
        assert name in {"theme": NAMES, "signal": KINDS}[source]
        assert len({step.code for step in steps}) == len(steps)
        for step in steps:
            assert step.feeling in FEELINGS
            assert step.code in STATEMENTS or SUBJECTS[step.code].parent == ""
            assert 0 < step.weight < 1
            assert step.reason.endswith(".")


def test_a_version_in_use_is_never_edited():
    """Whoever changes a row makes the next version: a new file, a new VERSION, and its digest here."""
    digest = hashlib.sha256((FOLDER / FILE).read_bytes()).hexdigest()
    assert {VERSION: digest} == {
        "crosswalk-1": "c064917930b609704b74c462b36eade01b7a9c0afb93dd24bc1912707753f9ac"
    }


@pytest.mark.parametrize("name", ["ko41a_subjects.csv", "cqc_quality_statements.csv"])
def test_the_lists_are_those_of_the_source_with_their_evidence(name):
    if not PUBLISHED.exists():
        pytest.skip("the source of the lists is not on this machine")
    with (PUBLISHED / name).open(encoding="utf-8", newline="") as source, (FOLDER / name).open() as ours:
        assert list(csv.reader(ours)) == list(csv.reader(source))
