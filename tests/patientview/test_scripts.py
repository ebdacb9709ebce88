"""Our own scripts: what they import is there once the files are collected, and the switch of the keys has one home."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from whitenoise.storage import CompressedManifestStaticFilesStorage

STATIC = Path(settings.BASE_DIR) / "templates" / "static"
OURS = sorted(path.name for path in STATIC.glob("*.js"))


@pytest.fixture
def collected(tmp_path):
    """Our static files as a deployment serves them, under their hashed names."""
    storage = CompressedManifestStaticFilesStorage(location=tmp_path, base_url="/static/")
    finder = finders.FileSystemFinder()
    scripts = {}
    for name, source in finder.list([]):
        with source.open(name) as file:
            storage.save(name, file)
        scripts[name] = (source, name)
    for _, _, processed in storage.post_process(scripts):
        if isinstance(processed, Exception):
            raise processed
    return storage


@pytest.mark.parametrize("script", OURS)
def test_what_a_script_imports_is_there_after_the_files_were_collected(script, collected):
    folder = Path(collected.location)
    hashed = folder / collected.stored_name(script)
    assert hashed.name != script
    for imported in re.findall(r"from '(\./[^']+)'", hashed.read_text()):
        assert (hashed.parent / imported).is_file(), imported


def test_whether_the_keys_are_on_is_asked_in_one_place():
    assert [name for name in OURS if "localStorage" in (STATIC / name).read_text()] == ["keys.js"]
