import subprocess
import sys

import pytest

from sentiment.engines import EngineUnavailable, engine


def test_the_settings_choose_the_engine(settings):
    settings.ENGINE = "keywords"
    assert engine().name == "keywords-1"


def test_an_engine_is_built_once():
    assert engine("keywords") is engine("keywords")


def test_an_unknown_engine_is_refused():
    with pytest.raises(EngineUnavailable, match="no engine called crystal-ball"):
        engine("crystal-ball")


def test_the_keyword_engine_never_loads_torch():
    code = (
        "import os, sys, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'patientview.settings'; django.setup();"
        "from sentiment.engines import engine; engine('keywords').read(['Kind staff'], ['']);"
        "sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
