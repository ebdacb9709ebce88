from collections import Counter

import pytest

from sentiment.themes import NAMES
from sentiment.training.rows import (
    Row,
    UnreadableData,
    divided,
    read_criticality,
    read_feedback,
    same_words,
    split_of,
    strict,
)

SPLITS_OF_THE_FIRST_TWELVE = [
    "train",
    "validation",
    "train",
    "train",
    "train",
    "train",
    "test",
    "train",
    "validation",
    "train",
    "train",
    "train",
]
NONE = (0,) * len(NAMES)


def row(text, group="g", **values):
    return Row(text=text, question="", group=group, **{"themes": NONE} | values)


def test_a_file_is_read_with_its_blanks_kept_blank(labelled_file):
    rows = read_feedback(labelled_file)
    assert len(rows) == 260
    assert rows[0].sentiment is None
    assert rows[1].sentiment in (1, 4)
    assert sum(rows[1].themes) == 1
    assert sum(row.trivial for row in rows) == 20


def test_version_6_labels_are_merged_into_version_7(tmp_path):
    path = tmp_path / "v6.csv"
    merged = {"Staffing levels & responsiveness", "Continuity of care", "Environment, facilities & equipment"}
    v6 = ["Staff responsiveness", "Care plans", "Admission", "Environment & Facilities"]
    columns = ["text", "sentiment", *v6, *(f'"{name}"' for name in NAMES if name not in merged)]
    path.write_text(",".join(columns) + "\nslow,4,1,0,1,0" + ",0" * (len(NAMES) - 3) + "\n")
    (only,) = read_feedback(path)
    assert {name for name, yes in zip(NAMES, only.themes, strict=True) if yes} == merged - {
        "Environment, facilities & equipment"
    }
    assert only.group == "slow"


def test_a_file_s_own_column_names_can_be_given(labelled_file):
    text = labelled_file.read_text().replace("text,question_type", "comment,asked", 1)
    labelled_file.write_text(text)
    rows = read_feedback(labelled_file, {"text": "comment", "question_type": "asked"})
    assert {row.question for row in rows[:240]} == {"what_good", "could_improve"}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no rows"),
        (b"text\n", "no rows"),
        (b"words,sentiment\na,1\n", "no column text"),
        (b"text,sentiment\na,1\n", "no column for: Positive experience"),
        (b"text,sentiment\n\xff\xfe,1\n", "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_trained_on_is_refused_with_a_reason(tmp_path, data, reason):
    path = tmp_path / "bad.csv"
    path.write_bytes(data)
    with pytest.raises(UnreadableData, match=reason):
        read_feedback(path)


def test_criticality_cells_that_are_not_a_score_are_left_out(criticality_file):
    rows = read_criticality(criticality_file)
    assert Counter(row.criticality for row in rows) == {-5: 10, 3: 10, 0: 10}
    assert all(row.themes is None and row.sentiment is None for row in rows)


def test_the_split_is_fixed_for_ever():
    assert [split_of(str(number)) for number in range(12)] == SPLITS_OF_THE_FIRST_TWELVE
    shares = Counter(split_of(str(number)) for number in range(20_000))
    assert shares["train"] / 20_000 == pytest.approx(0.8, abs=0.01)
    assert shares["test"] / 20_000 == pytest.approx(0.1, abs=0.01)


def test_a_person_is_never_on_two_sides():
    parts = divided([row(f"visit {visit}", group=f"p{p}") for p in range(200) for visit in range(3)])
    groups = [{row.group for row in part} for part in parts.values()]
    assert sum(map(len, groups)) == len(set().union(*groups)) == 200


def test_words_that_are_measured_in_one_file_are_not_taught_by_another():
    rows = [row(f"visit {number}", group=str(number)) for number in range(100)]
    extra = [row(f"VISIT {number}!", group="one", themes=None, criticality=1.0) for number in range(100)]
    parts = divided(rows + extra)
    measured = {same_words(row.text) for row in parts["validation"] + parts["test"]}
    trained = {same_words(row.text) for row in parts["train"]}
    assert measured and not measured & trained
    assert sum(one.criticality is not None for part in parts.values() for one in part) == 100 - len(measured)


def test_headline_rows_are_not_trivial_and_not_words_seen_in_training():
    rows = [row("nothing", trivial=True), row("Very good!"), row("The lift was broken")]
    assert [row.text for row in strict(rows, [row("very good")])] == ["The lift was broken"]
