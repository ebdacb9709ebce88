import subprocess
import sys
from types import SimpleNamespace

import pytest

from sentiment import engines
from sentiment.engines import EngineUnavailable, engine


def test_the_settings_choose_the_engine(settings):
    settings.ENGINE = "keywords"
    assert engine().name == "keywords-1"


def test_an_engine_is_built_once():
    assert engine("keywords") is engine("keywords")


def test_an_unknown_engine_is_refused():
    with pytest.raises(EngineUnavailable, match="no engine called crystal-ball"):
        engine("crystal-ball")


@pytest.mark.parametrize(
    ("name", "unwanted"),
    [
        ("keywords", {"torch", "transformers", "openvino", "onnxruntime"}),
        ("fast", {"torch", "transformers", "nncf", "onnxruntime"}),
    ],
)
def test_an_engine_loads_only_what_it_needs(name, unwanted):
    code = (
        "import os, sys, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'patientview.settings'; django.setup();"
        f"from sentiment.engines import engine; engine('{name}').read(['Kind staff'], ['']);"
        f"print(sorted({unwanted} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_where_there_is_a_graphics_card_the_reference_reads(monkeypatch):
    chosen = []
    monkeypatch.setattr(engines, "_has_graphics_card", lambda: True)
    monkeypatch.setattr(
        engines, "import_string", lambda path: SimpleNamespace(load=lambda: chosen.append(path))
    )
    engines._built.__wrapped__("fast", None)
    assert chosen == [engines.ENGINES["transformer"]]
