import csv
import io
import json

import pytest
import torch
from django.core.management import CommandError, call_command
from transformers import BertConfig

from sentiment.engines import artefact, card, network
from sentiment.engines.calibration import Calibration
from sentiment.engines.fast import FastEngine
from sentiment.themes import NAMES


def shallow():
    """A network of ours with random weights and one layer, as wide as the package's words."""
    torch.manual_seed(5)
    return network.from_config(BertConfig(hidden_size=384, num_hidden_layers=1, intermediate_size=64))


@pytest.fixture
def trained(tmp_path, monkeypatch):
    """The folder of a model that was trained and never exported."""
    monkeypatch.setattr(network, "from_package", shallow)
    artefact.write(tmp_path / "shallow-1", "shallow-1", shallow(), Calibration(), {})
    return tmp_path / "shallow-1"


@pytest.fixture
def labelled(tmp_path, comments):
    """The invented comments as a file to train on: their labels count for nothing here."""
    path = tmp_path / "labelled.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ["text", "question_type", "sentiment", *NAMES], restval="0")
        writer.writeheader()
        for text, question in zip(*comments, strict=True):
            writer.writerow({"text": text, "question_type": question, "sentiment": "1"})
    return path


# What the tools of quantisation warn of is their own doing.
@pytest.mark.filterwarnings("ignore")
def test_a_trained_model_is_exported_beside_its_weights(trained, labelled):
    out = io.StringIO()
    call_command("export_model", trained, calibrate=labelled, stdout=out, stderr=io.StringIO())
    described = card.read(trained)["fast"]
    assert described["runtime"].startswith("openvino 20")
    assert described["ranges"]["data"]["file"] == "labelled.csv"
    assert json.loads(out.getvalue()) == described["agreement"]
    assert described["agreement"]["sentiment"] > 0.8
    assert FastEngine.load(trained).read(["Kind staff"], [""])[0].sentiment


def test_too_few_comments_are_refused(trained, labelled):
    labelled.write_text("".join(labelled.read_text().splitlines(keepends=True)[:9]))
    with pytest.raises(CommandError, match="too few comments"):
        call_command("export_model", trained, calibrate=labelled)


def test_a_folder_without_a_model_is_refused(tmp_path, labelled):
    with pytest.raises(CommandError, match="There is no model.json"):
        call_command("export_model", tmp_path, calibrate=labelled)
