import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sentiment.management.labelled import DEVELOPMENT, FROZEN, SENTENCES
from sentiment.safety.columns import COLUMNS, labels
from sentiment.training.invented import read_invented, varied
from sentiment.training.noise import misspelt
from sentiment.training.rows import NO_DANGER, Row, Soft, UnreadableData, same_words

SOFT = Soft((0.2,) * 5, (0.1,) * 32, 0.0)
ROW = Row("He said he will not see Sunday", "", "g", danger=labels("self_harm"), soft=SOFT)
ORDINARY = ["The tea was warm.", "Parking was easy"]


def test_the_sentences_that_ship_can_all_be_read():
    rows = read_invented(SENTENCES.glob("danger_*.csv"), SENTENCES.glob("harmless_*.csv"))
    danger = [row for row in rows if any(row.danger)]
    assert len(danger) >= 1_000 and len(rows) - len(danger) >= 1_000
    assert {row.danger for row in rows if not any(row.danger)} == {NO_DANGER}


@pytest.mark.parametrize(("folder", "fewest"), [(FROZEN, 600), (DEVELOPMENT, 200)])
def test_no_sentence_that_measures_is_taught(folder, fewest):
    taught = read_invented(SENTENCES.glob("danger_*.csv"), SENTENCES.glob("harmless_*.csv"))
    apart = read_invented([folder / "danger.csv"], [folder / "harmless.csv"])
    assert len(apart) >= fewest
    assert not {same_words(row.text) for row in taught} & {same_words(row.text) for row in apart}


def test_a_kind_is_marked_with_its_tier():
    assert [name for name, yes in zip(COLUMNS, labels("neglect"), strict=True) if yes] == [
        "neglect",
        "tier 1",
    ]


@given(st.integers(0, 10_000))
def test_however_it_is_dressed_the_danger_stays(seed):
    (told,) = varied([ROW], ORDINARY, random.Random(seed))
    assert told.danger == ROW.danger
    among = any(part.rstrip(".") in told.text for part in (one.rstrip(".") for one in ORDINARY))
    # What a teacher thought of the sentence alone says nothing of the whole.
    assert (told.soft is None) == among


@given(st.text(min_size=1, max_size=80), st.integers(0, 1_000))
def test_any_text_can_be_misspelt(text, seed):
    assert isinstance(misspelt(text, random.Random(seed)), str)


def test_an_unknown_kind_is_refused_by_name(tmp_path):
    path = tmp_path / "danger.csv"
    path.write_text("kind,text\nrain,It rained\n")
    with pytest.raises(UnreadableData, match="rain"):
        read_invented([path], [])


def test_a_file_without_the_columns_is_refused(tmp_path):
    path = tmp_path / "danger.csv"
    path.write_text("text\nIt rained\n")
    with pytest.raises(UnreadableData, match="kind and text|text and kind"):
        read_invented([path], [])
