import io
import json
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from sentiment.engines.keywords import KeywordEngine
from sentiment.management.commands import classify_file
from sentiment.themes import NAMES


@pytest.fixture
def classify(tmp_path):
    """Runs the command on bytes and gives back the lines it wrote."""

    def run(data: bytes, **options):
        source, target = tmp_path / "in.csv", tmp_path / "out.ndjson"
        source.write_bytes(data)
        call_command("classify_file", str(source), str(target), engine="keywords", **options)
        return [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]

    return run


def test_each_row_becomes_one_line_in_order(classify):
    rows = "".join(f'r{n},"The nurse was kind, number {n}"\n' for n in range(1_200))
    answers = classify(f"id,text\n{rows}".encode())
    assert [answer["id"] for answer in answers] == [f"r{n}" for n in range(1_200)]


def test_a_line_has_the_published_shape(classify):
    (answer,) = classify(b"id,text,question\n7,The nurses were kind,What was good?\n")
    assert list(answer) == [
        "id",
        "sentiment",
        "severity",
        "themes",
        "predicted_themes",
        "signals",
        "language",
        "model",
        "subjects",
        "statements",
        "crosswalk",
    ]
    assert answer["id"] == "7"
    assert answer["sentiment"]["label"] == 1
    assert list(answer["sentiment"]["probabilities"]) == ["1", "2", "3", "4", "5"]
    assert set(answer["themes"]) == set(NAMES)
    assert answer["predicted_themes"] == ["Staff manner & personal attributes"]
    assert answer["signals"] == []
    assert answer["model"] == "keywords-1"
    assert answer["subjects"] == {}  # those are of complaints, and this is praise
    assert answer["statements"]["Kindness, compassion and dignity"] == pytest.approx(0.73 * 0.9)
    assert answer["crosswalk"] == "crosswalk-1"


def test_the_question_changes_what_the_words_mean(classify):
    good, bad = classify(b"id,text,question\n1,Parking,What was good?\n2,Parking,could_improve\n")
    assert good["sentiment"]["label"] < 3 < bad["sentiment"]["label"]


@pytest.mark.parametrize("text", [b"", b"   ", b"...", b"\x00"])
def test_a_row_without_words_is_a_line_of_nothing(classify, text):
    (answer,) = classify(b"id,text\n1," + text + b"\n")
    assert answer["sentiment"] == {"label": None, "probabilities": {}}
    assert answer["themes"] == {}
    assert "error" not in answer


def test_a_comment_in_another_language_is_marked_and_not_scored(classify):
    (answer,) = classify("id,text\n1,Nikt mi nie powiedział co się dzieje z moim tatą\n".encode())
    assert answer["language"] == "pl"
    assert answer["sentiment"]["label"] is None


def test_a_row_of_the_wrong_shape_says_so_and_stops_nothing(classify):
    long, short, swallowed, sound = classify(
        b'id,text\n1,Kind, but late\n2\n3,"' + b"x\n" * 400 + b'"\n4,Kind\n'
    )
    assert "more cells" in long["error"]
    assert "fewer cells" in short["error"]
    assert "not closed" in swallowed["error"]
    assert sound["sentiment"]["label"] == 2


def test_columns_may_come_in_any_order_and_case_and_with_others(classify):
    (answer,) = classify("\ufeffward, Text ,ID\nBlue,Kind staff,9\n".encode())
    assert answer["id"] == "9"


def test_the_same_words_under_the_same_question_are_read_once(tmp_path, monkeypatch):
    asked = []

    class Counting(KeywordEngine):
        def read(self, texts, questions):
            asked.extend(texts)
            return super().read(texts, questions)

    monkeypatch.setattr(classify_file, "engine", lambda name: Counting())
    source, target = tmp_path / "in.csv", tmp_path / "out.ndjson"
    long = "kind " * 200
    rows = (
        [("very good", "what_good"), ("very good", "could_improve"), (long, "")]
        * classify_file.ROWS_A_BATCH
        * 2
    )
    source.write_text("id,text,question\n" + "".join(f"{at},{t},{q}\n" for at, (t, q) in enumerate(rows)))
    call_command("classify_file", str(source), str(target))
    lines = [json.loads(line) for line in target.read_text().splitlines()]
    assert [line.pop("id") for line in lines] == [str(at) for at in range(len(rows))]
    assert lines[:3] * (len(rows) // 3) == lines
    # Batches that are in hand together each read them; what is long is not kept from batch to batch.
    assert asked.count("very good") <= 2 * classify_file.IN_HAND
    assert asked.count(long) == 6


def test_older_encodings_are_read_and_it_says_so(classify, capsys):
    (answer,) = classify("id,text\né,The café was lovely\n".encode("cp1252"))
    assert answer["id"] == "é"
    assert "Windows-1252" in capsys.readouterr().err


def test_very_long_text_is_read(classify):
    (answer,) = classify(b"id,text\n1," + b"The wait was long. " * 60_000 + b"\n")
    assert answer["predicted_themes"] == ["Timeliness of care"]


def test_a_file_with_only_a_header_gives_an_empty_file(classify):
    assert classify(b"id,text\n") == []


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"id,words\n1,a\n", "no column text"),
        (b"a,b\n1,2\n", "no column id and no column text"),
        (b"PK\x03\x04rest", "spreadsheet or zip"),
        ("id,text\n1,a\n".encode("utf-16"), "UTF-16"),
        (b"%PDF-1.7", "PDF"),
        (b"id,text\n1," + b"x" * 5_000_001 + b"\n", "after line"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_a_reason(classify, tmp_path, data, reason):
    with pytest.raises(CommandError, match=reason):
        classify(data)
    assert not (tmp_path / "out.ndjson").exists()
    assert not (tmp_path / "out.ndjson.part").exists()


def test_a_missing_file_and_a_missing_folder_are_refused(tmp_path):
    with pytest.raises(CommandError, match="cannot be read: No such file"):
        call_command("classify_file", str(tmp_path / "none.csv"), "-", engine="keywords")
    source = tmp_path / "in.csv"
    source.write_text("id,text\n1,a\n")
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("classify_file", str(source), str(tmp_path / "none" / "out"), engine="keywords")
    with pytest.raises(CommandError, match="same file"):
        call_command("classify_file", str(source), str(source), engine="keywords")


def test_it_works_in_a_pipe(monkeypatch):
    piped = io.BufferedReader(io.BytesIO(b"id,text\n1,Kind staff\n2,Rude staff\n"))
    monkeypatch.setattr(classify_file.sys, "stdin", SimpleNamespace(buffer=piped))
    out = io.StringIO()
    call_command("classify_file", "-", "-", engine="keywords", stdout=out)
    assert [json.loads(line)["id"] for line in out.getvalue().splitlines()] == ["1", "2"]


def test_without_its_model_it_says_what_is_missing(tmp_path, monkeypatch):
    def broken(name):
        raise classify_file.EngineUnavailable("There is no weights.safetensors")

    monkeypatch.setattr(classify_file, "engine", broken)
    source = tmp_path / "in.csv"
    source.write_text("id,text\n1,a\n")
    with pytest.raises(CommandError, match="no weights.safetensors"):
        call_command("classify_file", str(source), "-")
